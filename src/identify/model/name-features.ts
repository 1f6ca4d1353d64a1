import { houseSorts } from '../../../schema/lexicon/house-sorts.ts';
import { nameKinds } from '../../../schema/record.ts';
import { hasOwnWord } from '../../names/compare/compare-parent.ts';
import type { NameComparison } from '../../names/compare/comparison.ts';
import { observationNumber } from '../../names/compare/comparison.ts';
import type { ComparedName } from '../../names/index/candidate-generation.ts';
import { initialsOf } from '../../names/index/initials.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import type { AskedName } from './asked-name.ts';
import { containedAs } from './contained.ts';
import { coverageBy } from './coverage.ts';
import { Observations } from './observations.ts';

/** How a name on record stands to the name asked by their exact keys. */
export type KeyMatch =
  | 'whole'
  | 'translation'
  | 'translated'
  | 'short'
  | 'core'
  | 'house'
  | 'house-short'
  | 'initials'
  | 'longer'
  | null;

/** Each as an observation. */
const KEYS = {
  whole: observationNumber('key.whole'),
  translation: observationNumber('key.translation'),
  translated: observationNumber('key.translated'),
  short: observationNumber('key.short'),
  core: observationNumber('key.core'),
  house: observationNumber('key.house'),
  'house-short': observationNumber('key.house-short'),
  initials: observationNumber('key.initials'),
  longer: observationNumber('key.longer'),
} as const satisfies Readonly<Record<NonNullable<KeyMatch>, number>>;

export const keyMatch = (index: NameIndex, asked: AskedName, name: number): KeyMatch => {
  const [full, short] = [index.fullKey[name] ?? 0, index.shortKey[name] ?? 0];
  if (full === asked.full) return 'whole';
  if (index.translationKey[name] === asked.full) return 'translation';
  if (asked.english !== 0 && full === asked.english) return 'translated';
  if (asked.short !== 0 && short === asked.short) return 'short';
  if (short === asked.full) return 'core';
  if (asked.house !== 0 && full === asked.house) return 'house';
  if (asked.house !== 0 && short === asked.house) return 'house-short';
  if (asked.initials !== '' && initialsOf(index.names.at(name)).includes(asked.initials)) return 'initials';
  return asked.short !== 0 && full === asked.short ? 'longer' : null;
};

/** That only the order of characters differs is seldom seen and says much: it counts twice, so that the fit's pull to zero does not hold it down. */
const REORDERED = observationNumber('text.reordered');
const ALIKE = observationNumber('text.alike');

const partFeatures = (comparison: NameComparison, out: Observations): void => {
  for (const { asked, found, observation } of comparison.parts) {
    // Two names that state nothing agree in nothing.
    if (asked === '' && found === '') continue;
    out.put(observation, observation === ALIKE ? Number(asked) : observation === REORDERED ? 2 : 1);
  }
  if (comparison.conflicts === 0) out.put(O.clean, 1);
  else out.put(O.conflicts, Math.min(5, comparison.conflicts));
};

/** Kinds of names as observations of a name that is the whole one asked. */
const WHOLE = nameKinds.map((kind) => observationNumber(`whole.${kind}`));

/** The observations made here, by number: some sixty names are looked at for a question. */
const O = {
  clean: observationNumber('clean'),
  conflicts: observationNumber('conflicts'),
  wholeAlias: observationNumber('whole.alias'),
  covered: observationNumber('covered'),
  covers: observationNumber('covers'),
  coveredAll: observationNumber('covered.all'),
  coversAll: observationNumber('covers.all'),
  coveredBoth: observationNumber('covered.both'),
  secondReading: observationNumber('reading.second'),
  coreEqual: observationNumber('core.equal'),
  noCore: observationNumber('no-core'),
  smallHouse: observationNumber('small-house'),
  otherScript: { han: observationNumber('other-script:han'), latin: observationNumber('other-script:latin') },
  generalParent: observationNumber('parent.general'),
  army: observationNumber('parent.army'),
  contained: observationNumber('contained'),
} as const;

/**
 * What one name of an institution says for or against its being the one meant, for names compared with one reading of the question. `reading`:
 * which of the question's readings, the first being 0. `key`: how the names stand to each other by their exact keys.
 */
export const nameObserver = (
  index: NameIndex,
  parts: NameParts,
  reading: number,
): ((compared: ComparedName, key: KeyMatch) => Observations) => {
  const coverage = coverageBy(index, parts);
  // What the question alone decides.
  const isGeneral = parts.parent.length > 0 && !hasOwnWord(parts.parent);
  const isArmy = parts.parent.includes('pla') && parts.parent.every((word) => ARMY.has(word));
  const isSmall = parts.body !== null && SMALL.has(parts.body);
  return ({ name, comparison }, key) => {
    const out = new Observations();
    partFeatures(comparison, out);
    if (key !== null) out.put(KEYS[key], 1);
    if (key === 'whole') out.put(WHOLE[index.nameKind[name] ?? 0] ?? O.wholeAlias, 1);
    const known = index.partsAt(name);
    const [covered, covers] = coverage(name, known);
    out.put(O.covered, covered);
    out.put(O.covers, covers);
    if (covered === 1) out.put(O.coveredAll, 1);
    if (covers === 1) out.put(O.coversAll, 1);
    if (covered === 1 && covers === 1) out.put(O.coveredBoth, 1);
    if (reading > 0) out.put(O.secondReading, 1);
    if (parts.core.length + known.core.length === 0 && !out.holds(O.coreEqual)) out.put(O.noCore, 1);
    if (known.body !== null && parts.body !== known.body && SMALL.has(known.body)) out.put(O.smallHouse, 1);
    if (isSmall && parts.body !== known.body) out.put(SMALL_ASKED, 1);
    if (known.script !== parts.script) out.put(O.otherScript[parts.script], 1);
    if (isGeneral) out.put(O.generalParent, 1);
    if (isArmy) out.put(O.army, 1);
    const contained = key === null ? containedAs(parts, known) : null;
    if (contained !== null) out.put(O.contained, 1);
    if (contained !== null) out.set(`contained.${contained}`, 1);
    return out;
  };
};

/** A clinic or a centre is asked for, and the record is none. */
const SMALL_ASKED = observationNumber('small-house.asked');

/** Kinds of institution that a name which names no kind seldom means: “瑞金” alone never means a clinic. */
const SMALL: ReadonlySet<string | null> = new Set([...houseSorts.small, 'station']);

/** Words of the army as a whole, which names no unit of it. */
const ARMY = new Set(['china', 'pla']);
