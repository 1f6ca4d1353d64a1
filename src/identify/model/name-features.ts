import { nameKinds } from '../../../schema/record.ts';
import { hasOwnWord } from '../../names/compare/compare-parent.ts';
import type { NameComparison } from '../../names/compare/comparison.ts';
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
  whole: 'key.whole',
  translation: 'key.translation',
  translated: 'key.translated',
  short: 'key.short',
  core: 'key.core',
  house: 'key.house',
  'house-short': 'key.house-short',
  initials: 'key.initials',
  longer: 'key.longer',
} as const satisfies Readonly<Record<NonNullable<KeyMatch>, string>>;

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
const REORDERED = 'text.reordered';

const partFeatures = (comparison: NameComparison, out: Observations): void => {
  for (const { code, asked, found, observation } of comparison.parts) {
    // Two names that state nothing agree in nothing.
    if (asked === '' && found === '') continue;
    out.put(observation, code === 'text.alike' ? Number(asked) : code === REORDERED ? 2 : 1);
  }
  if (comparison.conflicts === 0) out.set('clean', 1);
  else out.set('conflicts', Math.min(5, comparison.conflicts));
};

/** Kinds of names as observations of a name that is the whole one asked. */
const WHOLE = nameKinds.map((kind) => `whole.${kind}`);

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
  return ({ name, comparison }, key) => {
    const out = new Observations();
    partFeatures(comparison, out);
    if (key !== null) out.set(KEYS[key], 1);
    if (key === 'whole') out.set(WHOLE[index.nameKind[name] ?? 0] ?? 'whole.alias', 1);
    const known = index.partsAt(name);
    const [covered, covers] = coverage(name, known);
    out.set('covered', covered);
    out.set('covers', covers);
    if (covered === 1) out.set('covered.all', 1);
    if (covers === 1) out.set('covers.all', 1);
    if (covered === 1 && covers === 1) out.set('covered.both', 1);
    if (reading > 0) out.set('reading.second', 1);
    if (parts.core.length + known.core.length === 0 && !out.has('core.equal')) out.set('no-core', 1);
    if (known.body !== null && SMALL.has(known.body) && parts.body !== known.body) out.set('small-house', 1);
    if (parts.body !== null && SMALL.has(parts.body) && parts.body !== known.body) out.set(SMALL_ASKED, 1);
    if (known.script !== parts.script) out.set(`other-script:${parts.script}`, 1);
    // 皖南松山湖医学院: a district within a university’s name makes it another.
    if (out.has('parent.unsettled:other') && parts.parent.some((word) => word.includes(':')))
      out.set('parent.of-district', 1);
    if (parts.parent.length > 0 && !hasOwnWord(parts.parent)) out.set('parent.general', 1);
    if (parts.parent.includes('pla') && parts.parent.every((word) => ARMY.has(word)))
      out.set('parent.army', 1);
    const contained = key === null ? containedAs(parts, known) : null;
    if (contained !== null) out.set('contained', 1).set(`contained.${contained}`, 1);
    return out;
  };
};

/** A clinic or a centre is asked for, and the record is none. */
export const SMALL_ASKED = 'small-house.asked';

/** Words of the army as a whole, which names no unit of it. */
const ARMY = new Set(['china', 'pla']);

/** Kinds of institution that a name which names no kind seldom means: “瑞金” alone never means a clinic. */
const SMALL = new Set([
  'community',
  'communitystation',
  'healthcentre',
  'healthstation',
  'infirmary',
  'clinic',
  'outpatient',
  'station',
]);
