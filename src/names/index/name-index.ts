import { setImmediate as pause } from 'node:timers/promises';
import { nameKinds } from '../../../schema/record.ts';
import type { NameRow } from '../../store/registry-reader.ts';
import type { RowPlace } from '../compare/comparison.ts';
import type { NameParts } from '../parse/parts.ts';
import { type PackedParts, packParts } from './packed-parts.ts';
import { keyFinder, type Postings, postingsBuilder } from './postings.ts';
import { type ReadNames, readNames } from './read-name.ts';
import { orderNames, type SpokenNames } from './suggest-order.ts';
import { growableNumbers, type List, type TextList, textInterner, textListBuilder } from './text-list.ts';
import { packedPartsReader, packedSoundReader } from './unpack-parts.ts';

/**
 * The arrays an index consists of, as they are in its file: numbers and runs of text only, so that opening it creates no object
 * per name.
 */
export type IndexArrays = Postings &
  Readonly<{
    institutions: TextList;
    /** Province, city and district, parted by tabs, each place once; which of them each institution has. */
    placeTexts: TextList;
    place: Uint32Array;
    names: TextList;
    /** Name → institution, both by number. */
    owner: Uint32Array;
    /** Hashes of each name's exact keys: of the whole name, and of its short form (0 for none). */
    fullKey: Uint32Array;
    shortKey: Uint32Array;
    /** Hash of the key of our English translation of a Chinese name (0 for none). */
    translationKey: Uint32Array;
    /** Kind of each name, by its place in `nameKinds`. */
    nameKind: Uint8Array;
    /** How well known each institution is: `standing.ts`. */
    standing: Uint8Array;
    parts: PackedParts;
    /** Names in the alphabetical orders of `suggest-order.ts`. */
    order: Uint32Array;
  }>;

/** The names of one generation, ready for questions. */
export type NameIndex = Omit<IndexArrays, 'parts'> &
  Readonly<{
    arrays: IndexArrays;
    places: List<RowPlace>;
    /** The parts of a name, as `parseName` gave them. */
    partsAt(name: number): NameParts;
    /** Position of a blocking key among `key`, or -1. */
    keyPosition(key: number): number;
    /** How a name is spoken, syllable by syllable. */
    soundAt: SpokenNames;
  }>;

/** Which kind of name it is: the place of `kind` in `nameKinds`. */
const kindNumber = (kind: string): number => Math.max(0, (nameKinds as readonly string[]).indexOf(kind));

const NOWHERE: RowPlace = { province: null, city: null, district: null };

const readPlace = (text: string): RowPlace => {
  const [province = '', city = '', district = ''] = text.split('\t');
  return { province: province || null, city: city || null, district: district || null };
};

/** An index over its arrays; reads no name. */
export const openIndex = (arrays: IndexArrays): NameIndex => {
  const { placeTexts, place, parts, names, ...rest } = arrays;
  const known = Array.from({ length: placeTexts.length }, (_, at) => readPlace(placeTexts.at(at)));
  return {
    ...rest,
    arrays,
    names,
    place,
    placeTexts,
    places: { length: place.length, at: (position) => known[place[position] ?? -1] ?? NOWHERE },
    soundAt: packedSoundReader(parts),
    keyPosition: keyFinder(rest.key),
    partsAt: packedPartsReader(parts, names),
  };
};

/** Bytes the arrays of an index take, in its file and in memory. */
export const indexBytes = ({ arrays }: NameIndex): number => {
  const { institutions, placeTexts, names, parts, ...numbers } = arrays;
  const { shared, syllable, ...more } = parts;
  const texts = [institutions, placeTexts, names, shared, syllable];
  const all = [
    ...Object.values(numbers),
    ...Object.values(more),
    ...texts.flatMap((one) => [one.bytes, one.start]),
  ];
  return all.reduce((sum, one) => sum + one.byteLength, 0);
};

/** Names read between two pauses, so that building never holds the thread for long. */
const CHUNK = 500;

/** Gathers institutions in the order in which their names are met. */
const gatherOwners = () => {
  const number = new Map<string, number>();
  const official = new Set<number>();
  const [ids, places, place] = [textListBuilder(), textInterner(), growableNumbers()];
  return {
    numberOf: ({ institution, province, city, district, official: listed }: NameRow): number => {
      const known = number.get(institution);
      if (listed) official.add(known ?? ids.length);
      if (known !== undefined) return known;
      number.set(institution, ids.length);
      ids.push(institution);
      place.push(places.numberOf([province ?? '', city ?? '', district ?? ''].join('\t')));
      return ids.length - 1;
    },
    done: () => ({ institutions: ids.done(), placeTexts: places.done(), place: place.done(), official }),
  };
};

/**
 * Reads every name once and builds the index, pausing often enough that questions are answered meanwhile. `standing`: how well known
 * each institution is (0 where it says nothing). `read`: what gives what is kept of a name, where some were read before.
 */
export const buildNameIndex = async (
  rows: AsyncIterable<NameRow> | Iterable<NameRow>,
  standing: ReadonlyMap<string, number> = new Map(),
  read: ReadNames = readNames,
): Promise<NameIndex> => {
  const [owners, names, owner] = [gatherOwners(), textListBuilder(), growableNumbers()];
  const [fullKey, shortKey, nameKind] = [growableNumbers(), growableNumbers(), growableNumbers()];
  const translationKey = growableNumbers();
  const [parts, pairs] = [packParts(), postingsBuilder()];
  for await (const row of rows) {
    for (const one of read(row)) {
      for (const key of one.keys) pairs.put(key, names.length);
      fullKey.push(one.full);
      shortKey.push(one.short);
      translationKey.push(one.translation);
      nameKind.push(kindNumber(row.kind));
      parts.push(one.parts);
      owner.push(owners.numberOf(row));
      names.push(one.name);
      if (names.length % CHUNK === 0) await pause();
    }
  }
  const { official, ...known } = owners.done();
  const arrays = {
    ...known,
    names: names.done(),
    owner: owner.done(),
    parts: parts.done(),
    fullKey: fullKey.done(),
    shortKey: shortKey.done(),
    translationKey: translationKey.done(),
    nameKind: Uint8Array.from(nameKind.done()),
    standing: Uint8Array.from({ length: known.institutions.length }, (_, at) =>
      Math.max(standing.get(known.institutions.at(at)) ?? 0, official.has(at) ? 1 : 0),
    ),
  };
  const postings = await pairs.done();
  const order = await orderNames(arrays.names, packedSoundReader(arrays.parts));
  return openIndex({ ...arrays, ...postings, order });
};
