import { dirname } from 'node:path';
import type { StoreOptions } from '../engine.ts';
import { refuseMoved } from '../folder/moved.ts';
import { makePrivateFile, makePrivateFolder } from '../folder/private-files.ts';
import type { PastReader } from '../generations.ts';
import { integrityOf, type Look } from '../sql/history/integrity.ts';
import { newestGeneration } from '../sql/ingest/sources.ts';
import { createMutex, type Mutex } from '../sql/mutex.ts';
import { createReader } from '../sql/registry/reader.ts';
import { registryReading } from '../sql/registry-reading.ts';
import { registryWriting } from '../sql/registry-writing.ts';
import type { Store } from '../store.ts';
import { checkpointsAside } from './checkpoint.ts';
import { type Connection, openReading, openWriter, shared } from './connect.ts';
import { sqliteFault } from './faults.ts';
import { registryFile } from './files.ts';
import { unlessMoved } from './hold-folder.ts';
import { takeOverOldFiles } from './partners/take-over.ts';
import { readerPool } from './reader-pool.ts';
import { setAsideIndexes } from './set-aside.ts';

/** Longest time a question may hold on to a reader that has been replaced, in milliseconds. */
const GRACE_MS = 60_000;

const readPast = async (file: string, generation: number): Promise<PastReader | undefined> => {
  const db = openReading(file);
  db.exec('BEGIN');
  if (generation < 1 || generation > (await newestGeneration(shared(db)))) {
    db.close();
    return undefined;
  }
  return { ...(await createReader(shared(db), generation, false)), close: () => void db.close() };
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

const lookInto =
  (file: string): Look =>
  async (work) => {
    const db = openReading(file);
    try {
      db.exec('BEGIN');
      return await work(shared(db));
    } finally {
      db.close();
    }
  };

/** What SQLite itself finds wrong with a file. */
const faultsIn = async (file: string): Promise<readonly string[]> => {
  const db = openReading(file);
  try {
    const lines = db.prepare<[], string>('PRAGMA integrity_check').pluck().all();
    return lines.filter((line) => line !== 'ok');
  } finally {
    db.close();
  }
};

/** Opens the registry in this file, creating and migrating it as needed. */
export const openRegistry = async (
  file: string,
  { graceMs = GRACE_MS, alone = false, moves = false, spareBytes }: StoreOptions,
): Promise<Store> => {
  const data = dirname(file);
  const writer = openWriter(file, spareBytes);
  takeOverOldFiles(data);
  checkpoint(writer);
  const probe = openReading(file);
  // Where questions hold on to readers, they must not wait for a checkpoint either.
  const aside = checkpointsAside(file);
  const settle = alone ? () => checkpoint(writer) : aside.begin;
  const readers = await readerPool(file, probe, { checkpoint: settle, graceMs, takesUpAgain: !alone });
  const mutex = createMutex();
  const stay = (): void => {
    if (!moves) refuseMoved(data);
  };
  const whileHere: Mutex = (task) =>
    mutex(() => {
      stay();
      return task();
    });
  const look = lookInto(file);
  return {
    ...registryWriting(unlessMoved(shared(writer), data), whileHere, { data, setAside: setAsideIndexes }),
    ...registryReading(shared(probe), look),
    reader: readers.reader,
    refresh: async (taking) => {
      stay();
      return readers.refresh(taking);
    },
    // Files tell nobody: whoever waits for a generation looks.
    whenPublished: () => async () => undefined,
    processes: async () => null,
    readerAt: (generation) => readPast(file, generation),
    // What a pack is made of needs drizzle-orm, whose hundred modules no start waits for.
    readPack: (work) =>
      look(async (db) => work(await (await import('../sql/packs/read-pack.ts')).packRows(db))),
    integrity: integrityOf(look, data, () => faultsIn(file)),
    copyTo: (folder) => mutex(() => copyTo(writer, folder)),
    close: () =>
      mutex(async () => {
        readers.close();
        await aside.ended();
        probe.close();
        writer.close();
      }),
  };
};
