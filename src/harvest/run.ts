import type { RunState } from '../../schema/reference.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { ShapeError } from '../../schema/source.ts';
import { EditionOvertaken, type LastGood, type RunNotes } from '../store/ingest-types.ts';
import { faultText } from '../store/storage-fault.ts';
import type { Source } from './catalogue.ts';
import { acceptRead } from './gate/accept-read.ts';
import { EditionRefused } from './gate/edition-refused.ts';
import { judgeFacts, judgeRepeated } from './gate/gate.ts';
import { judgePages, median } from './gate/gate-pages.ts';
import { acceptOrQuarantine } from './gate/quarantine.ts';
import { obtainBundled } from './obtain/obtain.ts';
import { readChanges } from './read/read-changes.ts';
import { type ReadEdition, type Received, readEdition } from './read/read-edition.ts';
import { isSame, keepPages, snapshotOf } from './read/received.ts';
import type { HarvestNeeds, SourceReport } from './source-report.ts';

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

/** Refused pages are kept too: an operator may look at them and accept them. */
const refuse = async (
  source: Source,
  needs: HarvestNeeds,
  refusals: readonly string[],
  seen: Seen,
): Promise<SourceReport> => {
  if (seen.received !== undefined) await keepPages(seen.received, needs.archive);
  return end(source, needs, { state: 'refused', refusals }, seen);
};

const judge = (source: Source, received: Received, read: ReadEdition, last: LastGood | undefined) => {
  const { expect, how } = source.descriptor;
  const pages = { ...read, rows: read.facts.rows, received, reading: source.reading };
  return [
    ...judgeFacts(read.facts, expect, last === undefined ? null : (median(last.goodRows) ?? last.rows)),
    ...judgeRepeated(read.repeated),
    ...(how === 'fetched' ? judgePages(pages, expect, last) : []),
  ];
};

/** Reads the pages that were obtained and lets the gate judge them. */
const takeIn = async (source: Source, needs: HarvestNeeds, received: Received): Promise<SourceReport> => {
  const last = await needs.store.lastGood(source.descriptor.id);
  if (last !== undefined && isSame(source, received, last, needs.now)) {
    await keepPages(received, needs.archive);
    return end(source, needs, { state: 'unchanged', refusals: [] }, { rows: last.rows });
  }
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
    if (cause instanceof ShapeError) return refuse(source, needs, [cause.message], { received });
    throw cause;
  }
};

const attempt = async (source: Source, needs: HarvestNeeds): Promise<SourceReport> => {
  const received = await receive(source, needs);
  if ('state' in received) return end(source, needs, received);
  try {
    return await takeIn(source, needs, received);
  } catch (cause) {
    if (!(cause instanceof EditionOvertaken)) throw cause;
    // Another process accepted an edition while this one was judged, so all of it is judged once more, beside that one.
    return takeIn(source, needs, received);
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
