import { fullKey, nameKeys } from '../../name-keys/keys.ts';
import type { StatedName } from '../../store/history.ts';
import { hasHan } from '../../text/han.ts';
import { parseName } from '../parse/parse-name.ts';
import type { NameParts } from '../parse/parts.ts';
import { heard } from '../parse/respelled.ts';
import { translateName } from '../translate/translate-name.ts';
import { blockingKeysOf, exactKey, initialsKey, wholeSoundKey } from './blocking-keys.ts';
import { initialsOf } from './initials.ts';
import { splitJoinedNames } from './joined-names.ts';
import { type PartsRead, readParts } from './packed-parts.ts';

/** What an index keeps of one name wherever its institution stands, before it is packed beside others. */
type NameAlone = Readonly<{
  name: string;
  /** Hashes of its exact keys; 0 for none. */
  full: number;
  short: number;
  translation: number;
  /** Of its first letters in English, and of its sound where it is not read as it is printed. */
  others: readonly number[];
  own: NameParts;
  parts: PartsRead;
}>;

/** The same with all keys it can be found by, each once. */
type NameRead = NameAlone & Readonly<{ keys: Uint32Array }>;

/** Gives the names that a printed one holds, nearly always itself, as read: of the name, its kind, and where its institution stands. */
export type ReadNames = (row: StatedName) => readonly NameRead[];

/** The key of a Chinese name's translation: how somebody would say it in English who never saw it written. */
const translationKeyOf = (name: string, kind: string): number => {
  const english = isTranslated(name, kind) ? translateName(name) : null;
  return english === null ? 0 : exactKey(fullKey(english));
};

/** Names of which English words of ours are a key: all Chinese ones, but of aliases no short forms (中山一院), which lose a word in English. */
export const isTranslated = (name: string, kind: string): boolean =>
  hasHan(name) && (kind !== 'alias' || /医院$/u.test(name));

/** The key of its sound where that is not the one of its parts. */
const soundAsPrinted = (name: string, { text }: NameParts): readonly number[] =>
  text === name ? [] : heard(name).map(wholeSoundKey);

const readAlone = (name: string, kind: string): NameAlone => {
  const own = parseName(name);
  const { full, short } = nameKeys(name);
  return {
    name,
    full: exactKey(full),
    short: short === null || short === full ? 0 : exactKey(short),
    translation: translationKeyOf(name, kind),
    others: hasHan(name) ? soundAsPrinted(name, own) : initialsOf(name).map(initialsKey),
    own,
    parts: readParts(name, own),
  };
};

/** Of the name and its kind. */
const readPrinted = ({ value, kind }: StatedName): readonly NameAlone[] =>
  [value, ...splitJoinedNames(value)].map((name) => readAlone(name, kind));

const inPlace = (name: NameAlone, row: StatedName): NameRead => {
  const { full, short, translation, others, own } = name;
  const keys = new Set([full, short, translation, ...others, ...blockingKeysOf(own, row).keys()]);
  keys.delete(0);
  return { ...name, keys: Uint32Array.from(keys) };
};

/** Reads a printed name: of what is given alone. */
export const readNames: ReadNames = (row) => readPrinted(row).map((name) => inPlace(name, row));

/** Names kept as read, at most: some 3 kB each. */
const MOST = 40_000;

/**
 * Names read before there is a generation that holds them: `read` gives what was kept of a name, in this place where it was met there, and
 * reads the rest, so that an index comes out the same.
 */
export const namesAhead = () => {
  const alone = new Map<string, readonly NameAlone[]>();
  const placed = new Map<string, readonly NameRead[]>();
  const nameOf = ({ kind, value }: StatedName): string => `${kind}\t${value}`;
  const placeOf = (row: StatedName): string => [row.province, row.city, row.district, nameOf(row)].join('\t');
  const printed = (row: StatedName): readonly NameAlone[] => alone.get(nameOf(row)) ?? readPrinted(row);
  const inPlaceOf = (row: StatedName): readonly NameRead[] => printed(row).map((name) => inPlace(name, row));
  return {
    read: (row: StatedName): readonly NameRead[] => placed.get(placeOf(row)) ?? inPlaceOf(row),
    keep: (row: StatedName): void => {
      if (placed.size >= MOST || placed.has(placeOf(row))) return;
      const names = printed(row);
      alone.set(nameOf(row), names);
      placed.set(
        placeOf(row),
        names.map((name) => inPlace(name, row)),
      );
    },
  };
};
