import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { day, instant, sha256 } from '../../schema/base.ts';
import { writeWhole } from './write-whole.ts';

/** What stands in the place of a page that was removed on purpose. */
const tombstone = z.object({
  sha256,
  /** Where it was published; null when nobody wrote that down. */
  url: z.string().nullable(),
  source: z.string().nullable(),
  /** When it was obtained, as far as that is known. */
  retrievedAt: instant.nullable(),
  bytes: z.number().int().nonnegative(),
  removedAt: instant,
  /** The rule of docs/nights.md it went by, or `by-hand`. */
  rule: z.enum(['unreferenced', 'superseded', 'by-hand']),
  /** The day that `superseded` reckons from. */
  before: day.nullable(),
  /** Who removed it and why, where a person did. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Tombstone = Readonly<z.infer<typeof tombstone>>;

const SUFFIX = '.removed.json';

/** Where the tombstone of the page in `file` lies. */
export const tombstoneFile = (file: string): string => `${file}${SUFFIX}`;

/** The page whose tombstone a file name is; null for other names. */
export const tombstoneOf = (name: string): string | null =>
  name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : null;

/** The tombstone of the page in `file`; undefined when it was never removed. One that cannot be read is none. */
export const readTombstone = async (file: string): Promise<Tombstone | undefined> => {
  const text = await readFile(tombstoneFile(file), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return tombstone.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** Removes the page in `file`, its tombstone first: whatever interrupts, a page is never gone without a word. */
export const bury = async (file: string, about: Tombstone): Promise<void> => {
  await writeWhole(tombstoneFile(file), Buffer.from(`${JSON.stringify(about)}\n`));
  await rm(file, { force: true });
};

/** Takes the tombstone away: the page has come again. */
export const unbury = (file: string): Promise<void> => rm(tombstoneFile(file), { force: true });
