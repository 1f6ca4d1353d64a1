import { authoritativeKinds } from '../../schema/source.ts';
import type { Reader } from '../store/registry-reader.ts';

/** A list of more rows than this lists nearly every hospital, so being on it does not mark a hospital out. */
const MOST_ROWS = 5_000;
const MARKS = new Set<string>([...authoritativeKinds, 'issuer-notice', 'press']);

/**
 * How well known each institution is, by what lists say: 1 for a place on any authority's list, and one more for each list that
 * names few (trial register, assisted reproduction, accreditations, pilots, a bundled list of well-known names). Directories that
 * are loaded count for nothing, so that loading one makes nobody better known. At most 255.
 */
export const standingOf = async (reader: Reader): Promise<ReadonlyMap<string, number>> => {
  const standing = new Map<string, number>();
  const most = new Map<string, number>();
  for (const [id, { descriptor, editions }] of reader.reference.sources) {
    // A small list of ours of the well known counts as a mark; a directory that somebody loaded does not.
    const ours = descriptor.pages.some(({ file }) => file?.startsWith('bundled/') === true);
    if (!MARKS.has(descriptor.evidenceKind) && !ours) continue;
    const selective = (editions.at(-1)?.rows ?? 0) <= MOST_ROWS;
    const official = authoritativeKinds.includes(descriptor.evidenceKind);
    for (const one of new Set(await reader.institutionsOn?.(id))) {
      if (official) most.set(one, 1);
      if (selective) standing.set(one, Math.min(254, (standing.get(one) ?? 0) + 1));
    }
  }
  for (const [one, base] of most) standing.set(one, base + (standing.get(one) ?? 0));
  return standing;
};
