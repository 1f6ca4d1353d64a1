import { createHash } from 'node:crypto';
import type { SourceIssue, SourceRecord } from '../../schema/record.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Archive } from '../archive/archive.ts';
import type { Store } from '../store/store.ts';
import type { LastGood, RunState } from '../store/writing.ts';
import type { Source } from './catalogue.ts';
import { judgeEdition } from './gate.ts';
import { type Obtain, type Obtained, obtainBundled } from './obtain.ts';

/** What came of one source in one night. */
export type SourceReport = Readonly<{
  source: string;
  state: RunState;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  issues: number;
  refusals: readonly string[];
}>;

/** What happened, for progress bars and event lines. */
export type HarvestEvent =
  | Readonly<{ event: 'source-started'; source: string }>
  | Readonly<{ event: 'rows-read'; source: string; rows: number }>
  | Readonly<{ event: 'source-done'; source: string; report: SourceReport }>;

export type HarvestNeeds = Readonly<{
  store: Store;
  archive: Archive;
  now: Date;
  /** Brings pages of sources that are not bundled; without it such sources are left alone. */
  obtain?: Obtain | undefined;
  progress?: ((event: HarvestEvent) => void) | undefined;
}>;

type Ended = Readonly<{ state: Exclude<RunState, 'accepted'>; refusals: readonly string[] }>;
type Received = Readonly<{ snapshots: readonly Snapshot[]; bodies: readonly Uint8Array[] }>;

/** Rows between two progress events. */
const STEP = 500;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const receive = async (source: Source, needs: HarvestNeeds): Promise<Received | Ended> => {
  const { descriptor } = source;
  const obtain = descriptor.how === 'bundled' ? obtainBundled(source.dir) : needs.obtain;
  if (obtain === undefined) throw new Error(`nothing here can obtain pages of ${descriptor.id}`);
  const snapshots: Snapshot[] = [];
  const bodies: Uint8Array[] = [];
  for (const page of descriptor.pages) {
    const got: Obtained = await obtain(descriptor, page);
    if (got.state !== 'obtained') return { state: got.state, refusals: [`page ${page.key}: ${got.detail}`] };
    bodies.push(got.body);
    snapshots.push({
      sha256: sha256Of(got.body),
      source: descriptor.id,
      page: page.key,
      url: got.url,
      retrievedAt: needs.now.toISOString(),
      how: descriptor.how,
      transport: got.transport,
      contentType: got.contentType,
      bytes: got.body.length,
    });
  }
  return { snapshots, bodies };
};

const isSame = (source: Source, received: Received, last: LastGood | undefined): boolean =>
  last?.reading === source.reading &&
  last.asOf === source.descriptor.asOf &&
  last.sha256.join() === received.snapshots.map(({ sha256 }) => sha256).join();

type Read = { records: { page: number; record: SourceRecord }[]; issues: SourceIssue[] };

const readPages = async (source: Source, received: Received, needs: HarvestNeeds): Promise<Read> => {
  const read: Read = { records: [], issues: [] };
  const { descriptor } = source;
  for (const [at, page] of descriptor.pages.entries()) {
    const body = received.bodies[at] ?? new Uint8Array();
    for await (const item of source.parse({ page, body, source: descriptor })) {
      if (item.kind === 'issue') read.issues.push(item);
      else if (read.records.push({ page: at, record: item }) % STEP === 0)
        needs.progress?.({ event: 'rows-read', source: descriptor.id, rows: read.records.length });
    }
  }
  return read;
};

const end = async (source: Source, needs: HarvestNeeds, ended: Ended, read?: Read): Promise<SourceReport> => {
  const rows = read?.records.length ?? 0;
  const issues = read?.issues ?? [];
  const { descriptor } = source;
  await needs.store.recordRun({ descriptor, at: needs.now.toISOString(), ...ended, rows, issues });
  const none = { added: 0, changed: 0, removed: 0 };
  return { source: descriptor.id, ...ended, rows, ...none, issues: issues.length };
};

const accept = async (source: Source, needs: HarvestNeeds, received: Received, read: Read) => {
  for (const body of received.bodies) await needs.archive.put(body);
  const { edition, added, changed, removed } = await needs.store.accept({
    descriptor: source.descriptor,
    reading: source.reading,
    acceptedAt: needs.now.toISOString(),
    snapshots: received.snapshots,
    ...read,
  });
  return {
    source: source.descriptor.id,
    state: edition === null ? ('unchanged' as const) : ('accepted' as const),
    rows: read.records.length,
    added,
    changed,
    removed,
    issues: read.issues.length,
    refusals: [],
  };
};

const attempt = async (source: Source, needs: HarvestNeeds): Promise<SourceReport> => {
  const received = await receive(source, needs);
  if ('state' in received) return end(source, needs, received);
  const last = await needs.store.lastGood(source.descriptor.id);
  if (isSame(source, received, last)) return end(source, needs, { state: 'unchanged', refusals: [] });
  const read = await readPages(source, received, needs);
  const records = read.records.map(({ record }) => record);
  const refusals = judgeEdition(records, source.descriptor.expect, last?.rows ?? null);
  if (refusals.length > 0) return end(source, needs, { state: 'refused', refusals }, read);
  return accept(source, needs, received, read);
};

const failure = (error: unknown): Ended => {
  if (!(error instanceof Error)) return { state: 'failed', refusals: [String(error)] };
  return { state: error.name === 'ShapeError' ? 'refused' : 'failed', refusals: [error.message] };
};

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
