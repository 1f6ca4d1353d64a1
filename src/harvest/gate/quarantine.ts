import type { SourceRecord } from '../../../schema/record.ts';
import type { Archive } from '../../archive/archive.ts';
import { EditionRefused, type Run } from '../../store/ingest-types.ts';
import type { Store } from '../../store/store.ts';
import type { Source } from '../catalogue.ts';
import { readEdition } from '../read/read-edition.ts';
import { isHeld } from './gate.ts';

type Needs = Readonly<{ store: Pick<Store, 'runs'>; archive: Archive; now: Date }>;

/** Two looks within one evening see the same mishap: the first must be at least so old. */
const LEAST_HOURS = 12;
/** Runs looked back through; a source is read once a night. */
const MOST_RUNS = 30;

/** Of the held runs since the last good one, the newest that is old enough to count as another look: it saw all earlier doubts too. */
const heldRun = (runs: readonly Run[], now: Date): Run | null => {
  const good = runs.findIndex(({ state }) => state === 'accepted' || state === 'unchanged');
  const since = good === -1 ? runs : runs.slice(0, good);
  const latest = now.getTime() - LEAST_HOURS * 3_600_000;
  const isLook = ({ at, refusals, pages }: Run): boolean =>
    isHeld(refusals) && pages.length > 0 && Date.parse(at) <= latest;
  return since.find(isLook) ?? null;
};

/** What a row says, whatever its place on the page and the day it was read. */
const saying = ({ row: _, asOf: __, ...rest }: SourceRecord): string => JSON.stringify(rest);

/**
 * What an earlier page said that was held for a second look, at least twelve hours ago: a test that tells whether it already
 * had a row in the same words. Null when nothing is held, or its pages can be read no more.
 */
const earlierLook = async (source: Source, { store, archive, now }: Needs) => {
  const held = heldRun(await store.runs(MOST_RUNS, source.descriptor.id), now);
  if (held === null) return null;
  const bodies: Uint8Array[] = [];
  for (const { sha256 } of held.pages) {
    const body = await archive.get(sha256);
    if (body === undefined) return null;
    bodies.push(body);
  }
  const read = await readEdition(source, { snapshots: held.pages, bodies }, held.at).catch(() => null);
  if (read === null) return null;
  const said = new Map(read.records.map(({ record }) => [record.key, saying(record)]));
  return (record: SourceRecord): boolean => said.get(record.key) === saying(record);
};

/**
 * Accepts an edition, and where the gate held it for a second look, once more with what the earlier page said: what both say in
 * the same words is believed. Throws `EditionRefused` when there was no earlier look, or new doubts remain.
 */
export const seenTwice = async <T>(
  source: Source,
  needs: Needs,
  accept: (confirmed: ((record: SourceRecord) => boolean) | null) => Promise<T>,
): Promise<T> => {
  try {
    return await accept(null);
  } catch (cause) {
    if (!(cause instanceof EditionRefused && isHeld(cause.refusals))) throw cause;
    const confirmed = await earlierLook(source, needs);
    if (confirmed === null) throw cause;
    return accept(confirmed);
  }
};
