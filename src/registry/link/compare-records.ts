import { blockKeys, nameBlock } from '../../names/link/block-keys.ts';
import { likelihood, numbersApart } from '../../names/link/link-pair.ts';
import { type LinkProfile, linkProfile, numbersOf } from '../../names/link/link-profile.ts';
import { statedText } from '../../names/link/stated.ts';
import type { LinkBook, LinkedRow } from '../../store/link-book.ts';

/** Largest block of which each two are compared: past this the key is a common word, and says nothing. */
export const LARGEST = 60;
/** Profiles kept read: neighbours in many blocks are asked for again and again. */
const KEPT = 50_000;
/** Profiles kept while rows are placed, when nobody asks for them yet: those of a registry of usual size, some 80 MB. */
const AHEAD = 20_000;

export type Profiles = Readonly<{
  of(id: string): Promise<LinkProfile>;
  /** The numbers of its rows, without taking their names apart. */
  numbersOf(id: string): Promise<LinkProfile['numbers']>;
  /** Keeps the profile of a record that is founded now, of its one row. */
  keep(profile: LinkProfile): void;
  /** Another row came to a record: it is read anew when it is asked for. */
  drop(id: string): void;
}>;

/** Reads records for comparison, the newest of them kept. */
export const keptProfiles = (book: Pick<LinkBook, 'linkedRows'>): Profiles => {
  const kept = new Map<string, LinkProfile>();
  let last: Readonly<{ id: string; rows: readonly LinkedRow[] }> | null = null;
  // Numbers are asked for first, and then perhaps all the rest.
  const rowsOf = async (id: string): Promise<readonly LinkedRow[]> => {
    if (last?.id !== id) last = { id, rows: await book.linkedRows(id) };
    return last.rows;
  };
  return {
    numbersOf: async (id) => kept.get(id)?.numbers ?? numbersOf(await rowsOf(id)),
    of: async (id) => {
      const known = kept.get(id);
      if (known !== undefined) return known;
      const profile = linkProfile(id, await rowsOf(id));
      if (kept.size >= KEPT) kept.clear();
      kept.set(id, profile);
      return profile;
    },
    keep: (profile) => {
      if (kept.size < AHEAD) kept.set(profile.id, profile);
    },
    drop: (id) => {
      kept.delete(id);
    },
  };
};

/** Enters the changed records into their blocks; gives all whose pairs have changed: they, and the members of blocks that became too large or small enough. */
const enterBlocks = async (
  changed: readonly string[],
  profiles: Profiles,
  book: LinkBook,
): Promise<readonly string[]> => {
  const stale = new Set(changed);
  for (const id of changed)
    for (const other of await book.setBlocks(id, blockKeys(await profiles.of(id)), LARGEST)) stale.add(other);
  return [...stale].sort();
};

/** Whether nothing can make the other record this one, by its numbers and its whole name alone: to look these up takes a tenth of comparing the two. */
const isAnother = async (id: string, other: string, profiles: Profiles, book: LinkBook): Promise<boolean> => {
  const { numbers, names } = await profiles.of(id);
  if (numbers.length === 0 || !numbersApart(numbers, await profiles.numbersOf(other))) return false;
  return names[0] === undefined || !(await book.bearsKey(other, nameBlock(names[0].full)));
};

/** Compares two records, and keeps them where they could be one; `id` is before `other` or behind. True when they are kept. */
export const comparePairOf = async (
  id: string,
  other: string,
  profiles: Profiles,
  book: LinkBook,
): Promise<boolean> => {
  if (await isAnother(id, other, profiles, book)) return false;
  const found = likelihood(await profiles.of(id), await profiles.of(other));
  if (found === null) return false;
  const [one, two] = id < other ? [id, other] : [other, id];
  await book.addPair({ one, other: two, ...found });
  return true;
};

/** Those of the changed records whose rows state anything else to linking than before: grades and dates are no name, place or number. */
const statedOtherwise = async (changed: readonly string[], book: LinkBook): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const id of changed) {
    const before = await book.linkedRowsBefore(id);
    if (before === null || statedText(before) !== statedText(await book.linkedRows(id))) found.push(id);
  }
  return found;
};

/**
 * Compares each changed record with all that share a block with it, and keeps the likely pairs. Gives every record whose pairs may
 * have changed, on either side.
 */
export const compareRecords = async (
  changed: readonly string[],
  profiles: Profiles,
  book: LinkBook,
): Promise<Set<string>> => {
  const stale = await enterBlocks(await statedOtherwise(changed, book), profiles, book);
  const touched = new Set([...changed, ...stale]);
  for (const id of [...touched])
    for (const { one, other } of await book.pairsOf(id)) touched.add(one).add(other);
  for (const id of stale) await book.dropPairs(id);
  const done = new Set<string>();
  for (const id of stale) {
    done.add(id);
    for (const other of [...(await book.sharingKeys(id, LARGEST))].sort())
      if (!done.has(other) && (await comparePairOf(id, other, profiles, book))) touched.add(other);
  }
  return touched;
};
