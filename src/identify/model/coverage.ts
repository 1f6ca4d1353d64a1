import type { RowPlace } from '../../names/compare/comparison.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { latinPlace } from '../../names/parse/latin.ts';
import type { NameParts } from '../../names/parse/parts.ts';

const districtSounds = ({ districts }: NameParts): string[] =>
  districts.map((one) => one.split(':')[0] ?? '');

const houseWords = ({ kinds, specialties, ordinal }: NameParts): string[] => [
  ...kinds,
  ...specialties,
  ...(ordinal === null ? [] : [`#${ordinal}`]),
];

const placesOf = ({ places }: NameParts): string[] => places.flatMap((one) => one.split('|')).map(latinPlace);

const around = ({ province, city, district }: RowPlace): string[] =>
  [province, city, district].flatMap((one) => (one === null ? [] : [latinPlace(one)]));

/**
 * What some words on record have in common with the words asked: how many they are, how many of them were asked, and which of the words asked (by
 * position) are among them or among the places told beside them.
 */
type Common = Readonly<{ words: number; asked: number; met: readonly number[] }>;

/** Compares words on record with `list`; keeps what it gave under the number of those words. */
const commonWith = (list: readonly string[]) => {
  const known = new Map<number, Common>();
  const compare = (words: readonly string[], places: readonly string[]): Common => ({
    words: words.length,
    asked: words.filter((one) => list.includes(one)).length,
    met: list.flatMap((one, at) => (words.includes(one) || places.includes(one) ? [at] : [])),
  });
  return (number: number, words: () => readonly string[], places: () => readonly string[] = () => []) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const common = compare(words(), places());
    known.set(number, common);
    return common;
  };
};

/**
 * How much of each name the other one holds: the share of the words asked that are on record or said by where the institution stands, and the share
 * of the words on record that were asked. Names on record share their sorts of house, parents, places and distinctive words, so that each of these
 * is compared with the question once.
 */
export const coverageBy = (
  { arrays, place, places, owner }: NameIndex,
  asked: NameParts,
): ((name: number, known: NameParts) => readonly [number, number]) => {
  const list = [
    ...asked.core,
    ...houseWords(asked),
    ...asked.parent,
    ...districtSounds(asked),
    ...placesOf(asked),
  ];
  const house = commonWith(list);
  const parent = commonWith(list);
  const core = commonWith(list);
  const written = asked.core.length > 1 ? asked.core.join('') : '';
  const own = asked.core.map((_, at) => at);
  /** Words written apart or together are one: "Ren Ji" and Renji. */
  const writtenApart = (words: readonly string[]): Common | null =>
    written !== '' && words.join('') === written
      ? { words: words.length, asked: words.length, met: own }
      : null;
  const named = commonWith(list);
  const row = commonWith(list);
  const isMet = new Uint8Array(list.length);
  return (name, known) => {
    const institution = owner[name] ?? 0;
    isMet.fill(0);
    let [words, askedToo] = [0, 0];
    const add = (common: Common): void => {
      words += common.words;
      askedToo += common.asked;
      for (const at of common.met) isMet[at] = 1;
    };
    const { parts } = arrays;
    add(house(parts.kind[name] ?? 0, () => houseWords(known)));
    add(parent(parts.parent[name] ?? 0, () => known.parent));
    add(writtenApart(known.core) ?? core(parts.core[name] ?? 0, () => known.core));
    add(
      named(
        parts.place[name] ?? 0,
        () => districtSounds(known),
        () => placesOf(known),
      ),
    );
    add(
      row(
        place[institution] ?? 0,
        () => [],
        () => around(places.at(institution)),
      ),
    );
    const met = isMet.reduce((sum, one) => sum + one, 0);
    return [list.length === 0 ? 1 : met / list.length, words === 0 ? 1 : askedToo / words];
  };
};
