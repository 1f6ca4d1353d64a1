import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Descriptor } from '../../../schema/source.ts';
import { codeDigest } from '../../code-digest.ts';
import type { LastGood } from '../../store/ingest-types.ts';
import type { RowList } from '../../store/row-list.ts';
import type { Source } from '../catalogue.ts';
import { type EditionFacts, readFacts } from './edition-facts.ts';
import { DIGEST } from './row-entries.ts';
import { RUN } from './row-runs.ts';

/** How rows of the last edition are dated: all by its own date, none at all, or otherwise. */
export type Dated = 'all' | 'none' | 'otherwise';

/** What is kept beside a row list, as JSON. `runs`: digests of rows that stand one behind the other, with their place in the list (base64). */
export type ListFacts = Readonly<{ edition: EditionFacts; dated: Dated; runs: string }>;

/** The rows of the last good edition, found by the digest of their text. */
export type KnownRows = Readonly<{
  list: RowList;
  facts: Omit<ListFacts, 'runs'>;
  /** The place, in the list, of the row whose text has this digest; -1 when there is none. */
  find(digest: Int32Array): number;
  /** The place of the first of so many rows in a row whose texts have this digest; -1 when there are none. */
  findRun(digest: Int32Array, rows: number): number;
}>;

const WORDS = DIGEST / 4;

/** Finds entries by the digest they begin with, in a hash table with open addressing. Entries of zeros are never found. */
const entryFinder = (entries: Uint8Array, width: number): KnownRows['find'] => {
  const words = new Int32Array(entries.buffer, entries.byteOffset, entries.length / 4);
  const step = width / 4;
  const count = entries.length / width;
  let size = 16;
  while (size < count * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const slotOf = (digests: Int32Array, from: number): number => {
    let slot = (digests[from] ?? 0) & (size - 1);
    for (let place = slots[slot] ?? -1; place !== -1; place = slots[slot] ?? -1) {
      let at = 0;
      while (at < WORDS && words[place * step + at] === digests[from + at]) at += 1;
      if (at === WORDS) return slot;
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  };
  for (let from = 0, place = 0; place < count; place += 1, from += step)
    if (words[from] !== 0 || words[from + 1] !== 0) slots[slotOf(words, from)] = place;
  return (digest) => slots[slotOf(digest, 0)] ?? -1;
};

const runFinder = (runs: Uint8Array, rowsKnown: number): KnownRows['findRun'] => {
  const find = entryFinder(runs, RUN);
  const numbers = new Uint32Array(runs.buffer, runs.byteOffset, runs.length / 4);
  return (digest, rows) => {
    const entry = find(digest);
    const at = (entry * RUN + DIGEST) / 4;
    const [place = 0, count] = [numbers[at], numbers[at + 1]];
    return entry !== -1 && count === rows && place + rows <= rowsKnown ? place : -1;
  };
};

/** The code that decides, besides the source's own, what a row becomes. */
const READER = join(import.meta.dirname, 'read-edition.ts');

/** Digest of everything that decides how a source is read: rows read under another digest are read again. */
export const readingStamp = ({ reading, descriptor }: Source): string =>
  hash('sha256', JSON.stringify([reading, descriptor, codeDigest(READER)]), 'hex').slice(0, 32);

/** True for lists whose rows can be read and judged one by one, independent of other rows and nights. */
export const readsByRow = ({ how, accumulates, pages, expect }: Descriptor): boolean =>
  how !== 'captured' &&
  accumulates !== true &&
  expect.totals !== 'by-province' &&
  pages.every(({ askFor }) => askFor === undefined);

/** The known rows of a source's last good edition; undefined when all rows must be read. */
export const knownRows = (
  list: RowList | undefined,
  last: LastGood | undefined,
  stamp: string,
): KnownRows | undefined => {
  if (list === undefined || list.edition !== last?.edition || list.stamp !== stamp) return undefined;
  const { edition, dated, runs } = JSON.parse(list.facts) as ListFacts;
  const facts = { edition: readFacts(JSON.stringify(edition)), dated };
  // A copy of its own can be read as numbers.
  const findRun = runFinder(new Uint8Array(Buffer.from(runs, 'base64')), list.ids.length);
  return { list, facts, find: entryFinder(list.entries, list.width), findRun };
};
