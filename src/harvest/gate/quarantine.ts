import type { SourceRecord } from '../../../schema/record.ts';
import type { Archive } from '../../archive/archive.ts';
import type { Run } from '../../store/ingest-types.ts';
import type { RunBook } from '../../store/run-book.ts';
import type { Source } from '../catalogue.ts';
import { recordsOf } from '../read/packed-rows.ts';
import { readEdition } from '../read/read-edition.ts';
import { EditionRefused } from './edition-refused.ts';
import { isQuarantined } from './gate.ts';

type Needs = Readonly<{ store: Pick<RunBook, 'runs'>; archive: Archive; now: Date }>;

/**
 * A second page confirms the first only if it is at least so much younger: two fetches of one evening may meet the same
 * fault of the website.
 */
const LEAST_HOURS = 12;
/** How many runs are looked back through; a source is read once a night. */
const MOST_RUNS = 30;

/** The newest quarantined run since the last good one that is at least twelve hours old; null when there is none. */
const quarantinedRun = (runs: readonly Run[], now: Date): Run | null => {
  const good = runs.findIndex(({ state }) => state === 'accepted' || state === 'unchanged');
  const since = good === -1 ? runs : runs.slice(0, good);
  const latest = now.getTime() - LEAST_HOURS * 3_600_000;
  const isOldEnough = ({ at, refusals, pages }: Run): boolean =>
    isQuarantined(refusals) && pages.length > 0 && Date.parse(at) <= latest;
  return since.find(isOldEnough) ?? null;
};

/** A row without its place on the page and the day it was read, for comparing two pages. */
const textOf = ({ row: _, asOf: __, ...rest }: SourceRecord): string => JSON.stringify(rest);

/**
 * A test that tells whether a row stood in the same words on the page quarantined at least twelve hours ago. Null when no page is
 * in quarantine, or when it cannot be read any more.
 */
const earlierPage = async (source: Source, { store, archive, now }: Needs) => {
  const quarantined = quarantinedRun(await store.runs(MOST_RUNS, source.descriptor.id), now);
  if (quarantined === null) return null;
  const bodies: Uint8Array[] = [];
  for (const { sha256 } of quarantined.pages) {
    const body = await archive.get(sha256);
    if (body === undefined) return null;
    bodies.push(body);
  }
  const read = await readEdition(source, { snapshots: quarantined.pages, bodies }, quarantined.at).catch(
    () => null,
  );
  if (read === null) return null;
  const texts = new Map(
    (function* () {
      for (const record of recordsOf(read.records)) yield [record.key, textOf(record)] as const;
    })(),
  );
  return (record: SourceRecord): boolean => texts.get(record.key) === textOf(record);
};

/**
 * Accepts an edition. Where the gate quarantines it and an earlier page is in quarantine already, it is judged once more: rows
 * that both pages hold in the same words are believed. Throws `EditionRefused` when there is no earlier page, or doubts remain.
 */
export const acceptOrQuarantine = async <T>(
  source: Source,
  needs: Needs,
  accept: (confirmed: ((record: SourceRecord) => boolean) | null) => Promise<T>,
): Promise<T> => {
  try {
    return await accept(null);
  } catch (cause) {
    if (!(cause instanceof EditionRefused && isQuarantined(cause.refusals))) throw cause;
    const confirmed = await earlierPage(source, needs);
    if (confirmed === null) throw cause;
    return accept(confirmed);
  }
};
