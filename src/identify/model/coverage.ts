import type { RowPlace } from '../../names/compare/comparison.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { latinPlace } from '../../names/parse/sound.ts';
import { byNumber, onceEach } from '../../text/remembered.ts';

const districtSounds = ({ districts }: NameParts): string[] =>
  districts.map((one) => one.split(':')[0] ?? '');

/** Whether a name says enough beside its university that its being the affiliated one says nothing more: "Fudan University Eye Hospital". */
const isToldWithout = ({ parent, specialties, core, ordinal }: NameParts): boolean =>
  parent.length > 0 && specialties.length + core.length + (ordinal ?? 0) > 0;

const houseWords = (parts: NameParts): string[] => {
  const { kinds, specialties, ordinal } = parts;
  return [
    ...(isToldWithout(parts) ? kinds.filter((one) => one !== AFFILIATED) : kinds),
    ...specialties,
    ...(ordinal === null ? [] : [`#${ordinal}`]),
  ];
};
const AFFILIATED = 'affiliated';

const placesOf = ({ places }: NameParts): string[] => places.flatMap((one) => one.split('|')).map(latinPlace);

const around = ({ province, city, district }: RowPlace): string[] =>
  [province, city, district].flatMap((one) => (one === null ? [] : [latinPlace(one)]));

/** Words on record, and those that may be said in their stead: the places told beside them, what a body is called today. */
type Words = Readonly<{ words: readonly string[]; places: readonly string[] }>;

const NONE: readonly string[] = [];

/** Words that are kept of an index, of each kind. */
const MOST_KEPT = 20_000;

/** Words of an index that have to be put together: of sorts of house, of places in names, of where institutions stand. */
const keptWords = onceEach((_: NameIndex) => ({
  house: byNumber<Words>(MOST_KEPT),
  named: byNumber<Words>(MOST_KEPT),
  row: byNumber<Words>(MOST_KEPT),
}));

/**
 * What some words on record have in common with the words asked: how many they are, how many of them were asked, and which of the words asked (by
 * position) are among them or among the places told beside them.
 */
type Common = Readonly<{ words: number; asked: number; met: readonly number[] }>;

const NOTHING: Common = { words: 0, asked: 0, met: [] };

/** Notes where a word stands among those asked; whether it does anywhere. */
const noteIn = (list: readonly string[], word: string, met: number[]): boolean => {
  const before = met.length;
  for (let at = 0; at < list.length; at += 1) if (list[at] === word) met.push(at);
  return met.length > before;
};

const compare = (list: readonly string[], { words, places }: Words): Common => {
  if (words.length + places.length === 0) return NOTHING;
  let asked = 0;
  const met: number[] = [];
  for (const one of words) if (noteIn(list, one, met)) asked += 1;
  for (const one of places) noteIn(list, one, met);
  return { words: words.length, asked, met };
};

/** Compares words on record with `list`; keeps what it gave under the number of those words. */
const commonWith = (list: readonly string[]) => {
  const common = byNumber<Common>(Infinity);
  return (number: number, words: () => Words): Common => common(number, () => compare(list, words()));
};

/**
 * How much of each name the other one holds: the share of the words asked that are on record or said by where the institution stands, and the share
 * of the words on record that were asked. Names on record share their sorts of house, parents, places and distinctive words, so that each of these
 * is compared with the question once.
 */
export const coverageBy = (
  index: NameIndex,
  asked: NameParts,
): ((name: number, known: NameParts) => readonly [number, number]) => {
  const { place, places, owner } = index;
  const { parts } = index.arrays;
  const list = [
    ...asked.core,
    ...houseWords(asked),
    ...asked.parent,
    ...districtSounds(asked),
    ...placesOf(asked),
  ];
  const made = keptWords(index);
  const [house, parent, core] = [commonWith(list), commonWith(list), commonWith(list)];
  const [named, row] = [commonWith(list), commonWith(list)];
  const written = asked.core.length > 1 ? asked.core.join('') : '';
  const own = asked.core.map((_, at) => at);
  /** Words written apart or together are one: "Ren Ji" and Renji. */
  const writtenApart = (words: readonly string[]): Common | null =>
    written !== '' && words.join('') === written
      ? { words: words.length, asked: words.length, met: own }
      : null;
  const houseOf = (kind: number, known: NameParts): Common => {
    const number = 2 * kind + Number(isToldWithout(known));
    const make = () => ({
      words: houseWords(known),
      places: known.kinds.filter((one) => one === AFFILIATED),
    });
    return house(number, () => made.house(number, make));
  };
  const namedOf = (number: number, known: NameParts): Common =>
    named(number, () =>
      made.named(number, () => ({ words: districtSounds(known), places: placesOf(known) })),
    );
  const rowOf = (number: number, institution: number): Common =>
    row(number, () => made.row(number, () => ({ words: NONE, places: around(places.at(institution)) })));
  const isMet = new Uint8Array(list.length);
  let [words, askedToo, met] = [0, 0, 0];
  const add = (common: Common): void => {
    words += common.words;
    askedToo += common.asked;
    for (const at of common.met) {
      met += 1 - (isMet[at] ?? 0);
      isMet[at] = 1;
    }
  };
  return (name, known) => {
    const institution = owner[name] ?? 0;
    isMet.fill(0);
    [words, askedToo, met] = [0, 0, 0];
    add(houseOf(parts.kind[name] ?? 0, known));
    add(parent(parts.parent[name] ?? 0, () => ({ words: known.parent, places: known.parentNow ?? NONE })));
    add(writtenApart(known.core) ?? core(parts.core[name] ?? 0, () => ({ words: known.core, places: NONE })));
    add(namedOf(parts.place[name] ?? 0, known));
    add(rowOf(place[institution] ?? 0, institution));
    return [list.length === 0 ? 1 : met / list.length, words === 0 ? 1 : askedToo / words];
  };
};
