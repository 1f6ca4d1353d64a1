import type { Day } from '../../schema/base.ts';
import type { PagesInUse } from '../store/page-use.ts';
import type { Archive } from './archive.ts';
import type { KeptFile } from './kept-files.ts';
import type { Tombstone } from './tombstone.ts';

/** A page nothing rests on is kept for so many days all the same: an operator may still want to look at it. */
export const KEEP_DAYS = 90;
const DAY_MS = 86_400_000;

/** What may go, and by which rule. */
export type Prunable = Readonly<{
  pages: readonly Tombstone[];
  /** Unfinished files that no process can still be writing. */
  leftovers: readonly string[];
  bytes: number;
  kept: number;
}>;

type PruneNeeds = Readonly<{
  archive: Pick<Archive, 'walk'>;
  use: PagesInUse;
  /** The day before which editions were given up; null when all are kept. */
  before: Day | null;
  now: Date;
}>;

const agedDays = (at: Date, now: Date): number => (now.getTime() - at.getTime()) / DAY_MS;

const tombstoneFor = ({ sha256, bytes }: KeptFile, { use, before, now }: PruneNeeds): Tombstone => {
  const known = use.known.get(sha256);
  const superseded = use.ofEditions.has(sha256);
  return {
    sha256,
    bytes,
    url: known?.url ?? null,
    source: known?.source ?? null,
    retrievedAt: known?.retrievedAt ?? null,
    removedAt: now.toISOString(),
    rule: superseded ? 'superseded' : 'unreferenced',
    before: superseded ? before : null,
    by: null,
    reason: null,
  };
};

/** When a page came: as the database says, else when its file was written. */
const cameAt = ({ sha256, at }: KeptFile, { use }: PruneNeeds): Date => {
  const known = use.known.get(sha256)?.retrievedAt;
  return known === undefined ? at : new Date(Math.max(Date.parse(known), at.getTime()));
};

/** The pages that may go by the rules of docs/nights.md, oldest knowledge first; changes nothing. */
export const prunable = async (needs: PruneNeeds): Promise<Prunable> => {
  const pages: Tombstone[] = [];
  const leftovers: string[] = [];
  let kept = 0;
  for await (const file of needs.archive.walk()) {
    if (file.kind === 'partial' && agedDays(file.at, needs.now) > 1) leftovers.push(file.place);
    if (file.kind !== 'page') continue;
    const old = agedDays(cameAt(file, needs), needs.now) > KEEP_DAYS;
    if (old && !needs.use.inUse.has(file.sha256)) pages.push(tombstoneFor(file, needs));
    else kept += 1;
  }
  pages.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return { pages, leftovers, kept, bytes: pages.reduce((sum, { bytes }) => sum + bytes, 0) };
};

/** Removes what `prunable` found. To be done while nobody harvests: a page under way could come to rest on one of these. */
export const prune = async (
  archive: Archive,
  { pages, leftovers }: Prunable,
  progress?: (done: number, of: number) => void,
): Promise<void> => {
  let done = 0;
  for (const about of pages) {
    await archive.remove(about);
    done += 1;
    progress?.(done, pages.length);
  }
  for (const place of leftovers) await archive.discard(place);
};
