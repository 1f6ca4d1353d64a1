import { nameKinds } from '../../../schema/record.ts';
import type { NameComparison, RowPlace } from '../../names/compare/comparison.ts';
import type { ComparedName } from '../../names/index/candidate-generation.ts';
import { initialsOf } from '../../names/index/initials.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { latinPlace } from '../../names/parse/latin.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import type { AskedName } from './asked-name.ts';
import { containedAs } from './contained.ts';

/** Observations by name with their values: 1 for one that is made, a number for a measure. */
export type Features = Map<string, number>;

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

const words = (parts: NameParts): string[] => [
  ...parts.core,
  ...parts.kinds,
  ...parts.specialties,
  ...parts.parent,
  ...(parts.ordinal === null ? [] : [`#${parts.ordinal}`]),
  ...parts.districts.map((one) => one.split(':')[0] ?? ''),
];

const placesOf = (parts: NameParts): string[] =>
  parts.places.flatMap((one) => one.split('|')).map(latinPlace);

const share = (some: readonly string[], of: readonly string[]): number =>
  some.length === 0 ? 1 : some.filter((one) => of.includes(one)).length / some.length;

/** How much of each name the other one holds: of the words asked, and of the words on record. */
const coverage = (asked: NameParts, known: NameParts, row: RowPlace): readonly [number, number] => {
  const [mine, theirs] = [words(asked), words(known)];
  const around = [row.province, row.city, row.district].flatMap((one) =>
    one === null ? [] : [latinPlace(one)],
  );
  const places = [...placesOf(known), ...around];
  return [
    share([...mine, ...placesOf(asked)], [...theirs, ...places]),
    share(theirs, [...mine, ...placesOf(asked)]),
  ];
};

const partFeatures = (comparison: NameComparison, out: Features): void => {
  for (const { code, asked, found, detail } of comparison.parts) {
    // Two names that state nothing agree in nothing.
    if (asked === '' && found === '') continue;
    out.set(detail === undefined ? code : `${code}:${detail}`, code === 'text.alike' ? Number(asked) : 1);
  }
  if (comparison.conflicts === 0) out.set('clean', 1);
  else out.set('conflicts', Math.min(5, comparison.conflicts));
};

/** What one name of an institution says for or against its being the one meant. */
export const nameFeatures = (
  index: NameIndex,
  asked: AskedName,
  reading: number,
  compared: ComparedName,
): Features => {
  const out: Features = new Map();
  const parts = asked.readings[reading];
  if (parts === undefined) return out;
  partFeatures(compared.comparison, out);
  const key = keyMatch(index, asked, compared.name);
  const kind = nameKinds[index.nameKind[compared.name] ?? 0] ?? 'alias';
  if (key !== null) out.set(`key.${key}`, 1);
  if (key === 'whole') out.set(`whole.${kind}`, 1);
  const known = index.partsAt(compared.name);
  const [covered, covers] = coverage(parts, known, index.places.at(compared.institution));
  out.set('covered', covered);
  out.set('covers', covers);
  if (covered === 1 && covers === 1) out.set('covered.both', 1);
  if (reading > 0) out.set('reading.second', 1);
  if (parts.core.length + known.core.length === 0 && !out.has('core.equal')) out.set('no-core', 1);
  if (known.body !== null && SMALL.has(known.body) && parts.body !== known.body) out.set('small-house', 1);
  if (parts.body !== null && SMALL.has(parts.body) && parts.body !== known.body) out.set(SMALL_ASKED, 1);
  if (known.script !== parts.script) out.set(`other-script:${parts.script}`, 1);
  const contained = key === null ? containedAs(parts, known) : null;
  if (contained !== null) out.set('contained', 1).set(`contained.${contained}`, 1);
  return out;
};

/** A clinic or a centre is asked for, and the record is none. */
export const SMALL_ASKED = 'small-house.asked';

/** Kinds of institution that a name which names no kind seldom means: “瑞金” alone never means a clinic. */
const SMALL = new Set(['community', 'healthcentre', 'healthstation', 'clinic', 'outpatient', 'station']);
