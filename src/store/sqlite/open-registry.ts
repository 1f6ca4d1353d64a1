import { dirname } from 'node:path';
import type { StoreOptions } from '../engine.ts';
import type { PastReader } from '../generations.ts';
import type { Store } from '../store.ts';
import { checkpointAside } from './checkpoint.ts';
import { type Connection, openReading, openWriter } from './connect.ts';
import { sqliteFault } from './faults.ts';
import { registryFile } from './files.ts';
import { integrityOf } from './history/integrity.ts';
import { dropLease, leaseState, takeLease } from './history/lease.ts';
import { beginNight, endNight } from './history/nights.ts';
import { compareEdition } from './ingest/accept.ts';
import { creditsIn } from './ingest/credits.ts';
import { lastGood } from './ingest/editions.ts';
import { recordsByIds, rowList } from './ingest/row-lists.ts';
import { decideRun, recordRun } from './ingest/runs.ts';
import { newestGeneration, registerUnread } from './ingest/sources.ts';
import { findVisit, saveVisit } from './ingest/visits.ts';
import { capturedRow, capturedRows, withdraw } from './ingest/withdraw.ts';
import { createMutex, type Mutex } from './mutex.ts';
import { readFollowing, refuseFollower } from './packs/following.ts';
import { takeOverOldFiles } from './partners/take-over.ts';
import { makePrivateFile, makePrivateFolder } from './private-files.ts';
import { signHead } from './registry/head.ts';
import { addJudgement } from './registry/judgements.ts';
import { reconcileIn } from './registry/publish.ts';
import { createReader } from './registry/reader.ts';
import { readerPool } from './registry/reader-pool.ts';

/** Longest time a question may hold on to a reader that has been replaced, in milliseconds. */
const GRACE_MS = 60_000;

const readPast = async (file: string, generation: number): Promise<PastReader | undefined> => {
  const db = openReading(file);
  db.exec('BEGIN');
  if (generation < 1 || generation > newestGeneration(db)) {
    db.close();
    return undefined;
  }
  return { ...createReader(db, generation, false), close: () => void db.close() };
};

/** Works the log of changes into the file. On a full disk the log stays as long as it is: what is known can be read all the same. */
const checkpoint = (writer: Connection): void => {
  try {
    if (!writer.inTransaction) writer.pragma('wal_checkpoint(PASSIVE)');
  } catch (cause) {
    if (sqliteFault(cause)?.kind !== 'full') throw cause;
  }
};

const copyTo = async (db: Connection, data: string): Promise<void> => {
  makePrivateFolder(data);
  makePrivateFile(registryFile(data));
  await db.backup(registryFile(data));
};

type Writing = Omit<
  Store,
  'readerAt' | 'refresh' | 'integrity' | 'readPack' | keyof ReturnType<typeof readerPool>
>;

/** Everything that goes through the one connection that writes, one task at a time. */
const writingIn = (db: Connection, mutex: Mutex, data: string): Writing => ({
  addJudgement: (given) =>
    mutex(() => {
      refuseFollower(db);
      addJudgement(db, given);
    }),
  beginNight: (start) =>
    mutex(() => {
      refuseFollower(db);
      return beginNight(db, start);
    }),
  following: () => mutex(() => readFollowing(db)),
  takePack: (pack) =>
    mutex(async () => {
      const { takePack } = await import('./packs/take-pack.ts');
      await takePack(db, pack);
      signHead(db, data);
    }),
  endNight: (id, end) => mutex(() => endNight(db, id, end)),
  takeLease: (ask) => mutex(() => takeLease(db, ask)),
  dropLease: (name, holder) => mutex(() => dropLease(db, name, holder)),
  lease: (name) => mutex(() => leaseState(db, name)),
  visit: (source, url) => mutex(() => findVisit(db, source, url)),
  saveVisit: (visit) => mutex(() => saveVisit(db, visit)),
  credits: creditsIn(db, mutex),
  copyTo: (data) => mutex(() => copyTo(db, data)),
  lastGood: (source) => mutex(() => lastGood(db, source)),
  rowList: (source) => mutex(() => rowList(db, source)),
  recordsByIds: (ids) => mutex(() => [...recordsByIds(db, ids)]),
  capturedRow: (source, key) => mutex(() => capturedRow(db, source, key)),
  capturedRows: (source, page) => mutex(() => capturedRows(db, source, page)),
  withdraw: (given) =>
    mutex(() => {
      refuseFollower(db);
      return withdraw(db, given);
    }),
  recordRun: (run) => mutex(() => recordRun(db, run)),
  decideRun: (id, decision) => mutex(() => decideRun(db, id, decision)),
  registerUnread: (descriptors) => mutex(() => registerUnread(db, descriptors)),
  compare: (edition) => mutex(() => compareEdition(db, mutex, edition)),
  reconcile: (code, work) =>
    mutex(async () => {
      const number = await reconcileIn(db, code, work);
      if (number !== undefined) signHead(db, data);
      return number;
    }),
});

/** Opens the registry in this file, creating and migrating it as needed. */
export const openRegistry = async (
  file: string,
  { graceMs = GRACE_MS, spareBytes }: StoreOptions,
): Promise<Store> => {
  const writer = openWriter(file, spareBytes);
  takeOverOldFiles(dirname(file));
  checkpoint(writer);
  // Where questions hold on to readers, they must not wait for a checkpoint either.
  const readers = readerPool(
    file,
    graceMs > 0 ? () => checkpointAside(file) : () => checkpoint(writer),
    graceMs,
  );
  const mutex = createMutex();
  return {
    ...writingIn(writer, mutex, dirname(file)),
    ...readers,
    readerAt: (generation) => readPast(file, generation),
    // What a pack is made of needs drizzle-orm, whose hundred modules no start waits for.
    readPack: async (work) => (await import('./packs/read-pack.ts')).readPack(file, work),
    integrity: integrityOf(file),
    close: () =>
      mutex(() => {
        readers.close();
        writer.close();
      }),
  };
};
