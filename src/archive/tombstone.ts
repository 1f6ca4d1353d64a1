import { z } from 'zod';
import { day, instant, sha256 } from '../../schema/base.ts';

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

/** The name under which the tombstone of a page is kept. */
export const tombstoneName = (page: string): string => `${page}${SUFFIX}`;

/** The page whose tombstone bears this name; null for other names. */
export const pageOfTombstone = (name: string): string | null =>
  name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : null;

/** A tombstone as bytes, and back; bytes that are no tombstone are undefined. */
export const writeTombstone = (about: Tombstone): Uint8Array => Buffer.from(`${JSON.stringify(about)}\n`);
export const readTombstone = (bytes: Uint8Array): Tombstone | undefined => {
  try {
    return tombstone.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
};
