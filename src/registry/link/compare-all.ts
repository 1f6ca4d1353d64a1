import { blockKeys } from '../../names/link/block-keys.ts';
import type { LinkBook } from '../../store/link-book.ts';
import { comparePairOf, LARGEST, type Profiles } from './compare-records.ts';

type Block = readonly string[];

/** The blocks each record stands in with others. One walk through all blocks costs less than asking for each record's. */
const blocksByRecord = async (book: LinkBook): Promise<ReadonlyMap<string, readonly Block[]>> => {
  const of = new Map<string, Block[]>();
  for await (const block of book.sharedBlocks(LARGEST))
    for (const id of block) {
      const known = of.get(id);
      if (known === undefined) of.set(id, [block]);
      else known.push(block);
    }
  return of;
};

/**
 * Compares all records of the registry with each other, and keeps the likely pairs in place of those kept before. `enter`: records
 * whose keys are not entered as they stand now. Gives all records.
 */
export const compareAll = async (
  { changed, enter }: Readonly<{ changed: readonly string[]; enter: readonly string[] }>,
  profiles: Profiles,
  book: LinkBook,
): Promise<Set<string>> => {
  for (const id of enter) await book.setBlocks(id, blockKeys(await profiles.of(id)), null);
  await book.dropAllPairs();
  const blocks = await blocksByRecord(book);
  const all = [...changed].sort();
  for (const id of all) {
    const sharing = new Set((blocks.get(id) ?? []).flat());
    // Each two are compared once, when the one before the other has its turn.
    for (const other of [...sharing].sort()) if (other > id) await comparePairOf(id, other, profiles, book);
  }
  return new Set(all);
};
