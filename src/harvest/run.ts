import type { PartialDate } from '../../schema/base.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Archive } from '../archive/archive.ts';
import type { Ingest } from '../store/ingest.ts';
import { EditionRefused, type LastGood, type RunNotes, type RunState } from '../store/ingest-types.ts';
import type { RunBook } from '../store/run-book.ts';
import { faultText } from '../store/storage-fault.ts';
import type { Source } from './catalogue.ts';
import { judgeDifference, judgeFacts, judgeRecords } from './gate/gate.ts';
import { judgePages, median } from './gate/gate-pages.ts';
import { type DiffContext, diffContext } from './gate/gate-rows.ts';
import { acceptOrQuarantine } from './gate/quarantine.ts';
import { type Obtain, obtainBundled } from './obtain/obtain.ts';
import { readChanges } from './read/read-changes.ts';
import { type ReadEdition, type Received, readEdition } from './read/read-edition.ts';
import { isSame, snapshotOf } from './read/received.ts';

/** The result of reading one source in one night. */
export type SourceReport = Readonly<{
  source: string;
  state: RunState;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  /** Rows missing for the first time: they stay until a second good run misses them too. */
  missing: number;
  issues: number;
  refusals: readonly string[];
  /** Date of the edition that answers after this run. */
  asOf: PartialDate | null;
}>;

/** Progress of a night, for progress bars and the log. */
export type HarvestEvent =
  | Readonly<{ event: 'source-started'; source: string }>
  | Readonly<{ event: 'rows-read'; source: string; rows: number }>
  | Readonly<{ event: 'source-done'; source: string; report: SourceReport }>;

export type HarvestNeeds = Readonly<{
  store: Ingest & Pick<RunBook, 'runs' | 'decideRun'>;
  archive: Archive;
  now: Date;
  /** Brings pages of sources that are not bundled; without it such sources are left alone. */
  obtain?: Obtain | undefined;
  progress?: ((event: HarvestEvent) => void) | undefined;
  /** The night this run is written down under. */
  night?: number | null | undefined;
}>;

type Ended = Readonly<{ state: Exclude<RunState, 'accepted'>; refusals: readonly string[] }>;

const NONE = { added: 0, changed: 0, removed: 0, missing: 0 } as const;

const receive = async (source: Source, needs: HarvestNeeds): Promise<Received | Ended> => {
  const { descriptor } = source;
  const obtain = descriptor.how === 'bundled' ? obtainBundled(source.dir) : needs.obtain;
  if (obtain === undefined) throw new Error(`nothing here can obtain pages of ${descriptor.id}`);
  const snapshots: Snapshot[] = [];
  const bodies: Uint8Array[] = [];
  for (const page of descriptor.pages) {
    const got = await obtain(descriptor, page);
    if (got.state !== 'obtained') return { state: got.state, refusals: [`page ${page.key}: ${got.detail}`] };
    for (const part of [got, ...(got.rest ?? [])]) {
      bodies.push(part.body);
      snapshots.push(snapshotOf(source, page.key, part, needs.now));
    }
  }
  return { snapshots, bodies };
};

type Seen = Readonly<{ read?: ReadEdition; received?: Received; rows?: number }>;

const end = async (source: Source, needs: HarvestNeeds, ended: Ended, seen: Seen = {}) => {
  const { descriptor } = source;
  const rows = seen.rows ?? seen.read?.facts.rows ?? 0;
  const issues = seen.read?.issues ?? [];
  const notes: RunNotes = {
    night: needs.night ?? null,
    ...(ended.state === 'refused' && seen.received && { pages: seen.received.snapshots }),
  };
  await needs.store.recordRun({ descriptor, at: needs.now.toISOString(), ...ended, rows, issues, ...notes });
  const asOf = (await needs.store.lastGood(descriptor.id))?.asOf ?? null;
  return { source: descriptor.id, ...ended, rows, ...NONE, issues: issues.length, asOf };
};

/** Makes what was read the newest edition. `notes`: who decided so, where a person did. `confirmed`: which rows a quarantined page already held. */
export const acceptRead = async (
  source: Source,
  needs: HarvestNeeds,
  received: Received,
  read: ReadEdition,
  notes: RunNotes = {},
  confirmed: DiffContext['confirmed'] | null = null,
): Promise<SourceReport> => {
  const context = diffContext(read.records, needs.now, confirmed);
  for (const body of received.bodies) await needs.archive.put(body);
  const { edition, added, changed, removed, missing } = await needs.store.accept({
    descriptor: source.descriptor,
    reading: source.reading,
    acceptedAt: needs.now.toISOString(),
    partial: source.descriptor.how === 'captured',
    snapshots: received.snapshots,
    records: read.records,
    kept: read.kept,
    // What a person accepted may break rules that an incremental read relies on, so the next night reads every row.
    rowList: notes.reason === undefined ? read.rowList : undefined,
    issues: read.issues,
    asOf: read.asOf,
    shape: read.shape,
    night: needs.night ?? null,
    // A person looked at what was accepted by hand or captured; the gate does not judge it again.
    ...(notes.decidedBy === undefined && { judge: judgeDifference(source.descriptor.expect, context) }),
    ...notes,
  });
  return {
    source: source.descriptor.id,
    state: edition === null ? 'unchanged' : 'accepted',
    rows: read.facts.rows,
    ...{ added, changed, removed, missing },
    issues: read.issues.length,
    refusals: [],
    asOf: read.asOf,
  };
};

/** Refused pages are kept too: an operator may look at them and accept them. */
const refuse = async (
  source: Source,
  needs: HarvestNeeds,
  refusals: readonly string[],
  seen: Seen,
): Promise<SourceReport> => {
  for (const body of seen.received?.bodies ?? []) await needs.archive.put(body);
  return end(source, needs, { state: 'refused', refusals }, seen);
};

const judge = (source: Source, received: Received, read: ReadEdition, last: LastGood | undefined) => {
  const { expect, how } = source.descriptor;
  const records = read.records.map(({ record }) => record);
  const pages = { ...read, rows: read.facts.rows, received, reading: source.reading };
  return [
    ...judgeFacts(read.facts, expect, last === undefined ? null : (median(last.goodRows) ?? last.rows)),
    ...judgeRecords(records, expect),
    ...(how === 'fetched' ? judgePages(pages, expect, last) : []),
  ];
};

const attempt = async (source: Source, needs: HarvestNeeds): Promise<SourceReport> => {
  const received = await receive(source, needs);
  if ('state' in received) return end(source, needs, received);
  const last = await needs.store.lastGood(source.descriptor.id);
  if (last !== undefined && isSame(source, received, last, needs.now))
    return end(source, needs, { state: 'unchanged', refusals: [] }, { rows: last.rows });
  const progress = (rows: number): void =>
    needs.progress?.({ event: 'rows-read', source: source.descriptor.id, rows });
  try {
    const changes = await readChanges(source, needs, { received, last, progress }, async (read) =>
      judge(source, received, read, last).length > 0 ? undefined : acceptRead(source, needs, received, read),
    );
    if (changes !== undefined) return changes;
    const read = await readEdition(source, received, needs.now.toISOString(), progress);
    const refusals = judge(source, received, read, last);
    if (refusals.length > 0) return refuse(source, needs, refusals, { read, received });
    return await acceptOrQuarantine(source, needs, (confirmed) =>
      acceptRead(source, needs, received, read, {}, confirmed),
    );
  } catch (cause) {
    if (cause instanceof EditionRefused) return refuse(source, needs, cause.refusals, { received });
    if (!(cause instanceof Error && cause.name === 'ShapeError')) throw cause;
    return refuse(source, needs, [cause.message], { received });
  }
};

const failure = (error: unknown): Ended => ({
  state: 'failed',
  refusals: [faultText(error)],
});

/**
 * Reads one source: page → archive → parse → gate → edition. Whatever goes wrong is this run's state and changes nothing
 * else: the last good edition stays and ages. Never throws for a bad page; only a store that cannot write makes it throw.
 */
export const harvestSource = async (source: Source, needs: HarvestNeeds): Promise<SourceReport> => {
  const { id } = source.descriptor;
  needs.progress?.({ event: 'source-started', source: id });
  const report = await attempt(source, needs).catch((error: unknown) => end(source, needs, failure(error)));
  needs.progress?.({ event: 'source-done', source: id, report });
  return report;
};
