import type { Doubt, Judgement, NewJudgement } from '../../schema/judgement.ts';
import type { SourceRecord } from '../../schema/record.ts';
import type { SourceState } from '../../schema/reference.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Descriptor } from '../../schema/source.ts';
import type { EditionDiff } from './diff-rows.ts';
import type { LastGood, NewEdition, Reconciled, RegistryWriter, Run, RunInput } from './ingest-types.ts';
import type {
  LeaseState,
  Night,
  NightEnd,
  NightStart,
  PastGeneration,
  RunDecision,
  SourceNight,
  Visit,
} from './night-types.ts';
import type { Reader } from './registry-types.ts';
import { checkpointAside } from './sqlite/checkpoint.ts';
import { type Connection, openReading, openWriter } from './sqlite/connect.ts';
import { isDiskFull } from './sqlite/disk-full.ts';
import { dropLease, type LeaseAsk, leaseState, takeLease } from './sqlite/history/lease.ts';
import { beginNight, endNight } from './sqlite/history/nights.ts';
import { acceptEdition } from './sqlite/ingest/accept.ts';
import { type Credits, creditsIn } from './sqlite/ingest/credits.ts';
import { lastGood } from './sqlite/ingest/editions.ts';
import { type RowList, recordsByIds, rowList } from './sqlite/ingest/row-lists.ts';
import { decideRun, recordRun } from './sqlite/ingest/runs.ts';
import { newestGeneration, registerUnread } from './sqlite/ingest/sources.ts';
import { findVisit, saveVisit } from './sqlite/ingest/visits.ts';
import { oneAtATime } from './sqlite/mutex.ts';
import { addJudgement } from './sqlite/registry/judgements.ts';
import { createReader } from './sqlite/registry/reader.ts';
import { holdReaders } from './sqlite/registry/reader-pool.ts';
import { isPending, registryWriter } from './sqlite/registry/registry-writer.ts';

/** The one database. What it gives are facts and states, never rows; PostgreSQL is to be its second implementation. */
export interface Store {
  /** The reader of the newest generation this store has been refreshed to; cheap, hold it for one question at a time. */
  reader(): Reader;
  /** The registry as it was in a past generation; undefined when there was no such generation. Close it after use. */
  readerAt(generation: number): Promise<(Reader & { close(): void }) | undefined>;
  /** Moves `reader()` to the newest published generation, once `before` is done. True when it moved. */
  refresh(before?: () => Promise<void>): Promise<boolean>;
  /** Sources with their newest runs, for operators; answers use the reader's reference instead. */
  sources(): Promise<ReadonlyMap<string, SourceState>>;
  runs(limit: number, source?: string): Promise<readonly Run[]>;
  /** The newest nights, without their reports. */
  nights(limit: number): Promise<readonly Night[]>;
  night(id: number): Promise<Night | undefined>;
  /** The newest runs of each source, oldest first, at most `limit` (30 when left out) a source. */
  lastNights(limit?: number): Promise<ReadonlyMap<string, readonly SourceNight[]>>;
  /** When the first night began; null before it. */
  firstNightAt(): Promise<string | null>;
  /** Published generations up to `last`, oldest first, with what a replay needs of each. */
  pastGenerations(last: number): Promise<readonly PastGeneration[]>;
  /** A row as it stands on its list now, by its key; rows that wait for publication included. */
  currentRecord(source: string, key: string): Promise<SourceRecord | undefined>;
  /** Every page ever kept, oldest first. */
  snapshots(): Promise<readonly Snapshot[]>;
  /** Every judgement ever given, oldest first; those that wait for publication included. */
  judgements(): Promise<readonly Judgement[]>;
  /** Pairs that could be one institution, as matching noticed them, oldest first; judged ones included. */
  doubts(): Promise<readonly Doubt[]>;
  /** The generation in which an institution last gained a row; 0 when it has none. */
  newestRowOf(institution: string): Promise<number>;
  /** Keeps a person's judgement for good; reconcile counts it from the next generation on. */
  addJudgement(given: NewJudgement): Promise<void>;
  beginNight(start: NightStart): Promise<number>;
  endNight(id: number, end: NightEnd): Promise<void>;
  /** Takes or renews a lease across processes; false when another holder's time has not run out. */
  takeLease(ask: LeaseAsk): Promise<boolean>;
  dropLease(name: string, holder: string): Promise<void>;
  lease(name: string): Promise<LeaseState | undefined>;
  visit(source: string, url: string): Promise<Visit | undefined>;
  saveVisit(visit: Visit): Promise<void>;
  /** What interfaces with a key spent. */
  readonly credits: Credits;
  /** Writes the whole database as it is now into a new file. */
  copyTo(file: string): Promise<void>;
  lastGood(source: string): Promise<LastGood | undefined>;
  /** What the rows of a source's newest edition were read from, where that was kept. */
  rowList(source: string): Promise<RowList | undefined>;
  /** Records as they are kept, by the ids of a row list. */
  recordsByIds(ids: readonly number[]): Promise<readonly SourceRecord[]>;
  recordRun(run: RunInput): Promise<void>;
  /** Keeps who decided about a run, and why. */
  decideRun(id: number, decision: RunDecision): Promise<void>;
  /** Makes sources known that nobody has read yet; known ones stay as they are. */
  registerUnread(descriptors: readonly Descriptor[]): Promise<void>;
  accept(edition: NewEdition): Promise<EditionDiff>;
  /**
   * Runs `work` in one transaction that raises the generation; whatever it throws leaves the registry as it was.
   * Gives undefined, without calling `work`, when nothing waits for publication. `code`: digest of the compiling code.
   */
  reconcile(
    code: string,
    work: (registry: RegistryWriter, everything: boolean) => Promise<Reconciled>,
  ): Promise<number | undefined>;
  close(): Promise<void>;
}

const readPast = async (file: string, generation: number) => {
  const db = openReading(file);
  db.exec('BEGIN');
  if (generation < 1 || generation > newestGeneration(db)) {
    db.close();
    return undefined;
  }
  return { ...createReader(db, generation, false), close: () => void db.close() };
};

const publish = (db: Connection, done: Reconciled, number: number): void => {
  db.prepare(
    `INSERT INTO generation (number, at, registry_hash, last_run, code)
     VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) FROM run), ?)`,
  ).run(number, done.at, done.registryHash, done.code);
};

const reconcileIn = async (db: Connection, code: string, work: Parameters<Store['reconcile']>[1]) => {
  db.exec('BEGIN IMMEDIATE');
  try {
    if (!isPending(db, code)) {
      db.exec('ROLLBACK');
      return undefined;
    }
    const before = db.prepare('SELECT code FROM generation ORDER BY number DESC LIMIT 1').pluck().get();
    const recode = before !== undefined && before !== code;
    const registry = registryWriter(db, recode);
    publish(db, await work(registry, recode), registry.next);
    db.exec('COMMIT');
    return registry.next;
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
  }
};

/** Longest time a question may hold on to a reader that has been replaced, in milliseconds. */
const GRACE_MS = 60_000;

/** Opens the database file, creating and migrating it as needed. One store a process is enough. */
export const openStore = async ({
  file,
  graceMs = GRACE_MS,
  mostPages,
}: Readonly<{ file: string; graceMs?: number; mostPages?: number }>): Promise<Store> => {
  const writer = openWriter(file, mostPages);
  const checkpoint = (): void => {
    try {
      if (!writer.inTransaction) writer.pragma('wal_checkpoint(PASSIVE)');
    } catch (cause) {
      // On a full disk the log of changes stays as long as it is: what is known can be read all the same.
      if (!isDiskFull(cause)) throw cause;
    }
  };
  checkpoint();
  // Where questions hold on to readers, they must not wait for a checkpoint either.
  const readers = holdReaders(file, graceMs > 0 ? () => checkpointAside(file) : checkpoint, graceMs);
  const alone = oneAtATime();
  return {
    ...readers,
    readerAt: (generation) => readPast(file, generation),
    addJudgement: (given) => alone(() => addJudgement(writer, given)),
    beginNight: (start) => alone(() => beginNight(writer, start)),
    endNight: (id, end) => alone(() => endNight(writer, id, end)),
    takeLease: (ask) => alone(() => takeLease(writer, ask)),
    dropLease: (name, holder) => alone(() => dropLease(writer, name, holder)),
    lease: (name) => alone(() => leaseState(writer, name)),
    visit: (source, url) => alone(() => findVisit(writer, source, url)),
    saveVisit: (visit) => alone(() => saveVisit(writer, visit)),
    credits: creditsIn(writer, alone),
    copyTo: (to) =>
      alone(async () => {
        await writer.backup(to);
      }),
    lastGood: (source) => alone(() => lastGood(writer, source)),
    rowList: (source) => alone(() => rowList(writer, source)),
    recordsByIds: (ids) => alone(() => [...recordsByIds(writer, ids)]),
    recordRun: (run) => alone(() => recordRun(writer, run)),
    decideRun: (id, decision) => alone(() => decideRun(writer, id, decision)),
    registerUnread: (descriptors) => alone(() => registerUnread(writer, descriptors)),
    accept: (edition) => alone(() => acceptEdition(writer, edition)),
    reconcile: (code, work) => alone(() => reconcileIn(writer, code, work)),
    close: () =>
      alone(() => {
        readers.close();
        writer.close();
      }),
  };
};
