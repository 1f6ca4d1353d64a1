import { makePrivateFolder } from '../folder/private-files.ts';
import type { Connection } from '../sql/connection.ts';
import { integrityOf } from '../sql/history/integrity.ts';
import { newestGeneration } from '../sql/ingest/sources.ts';
import { createMutex } from '../sql/mutex.ts';
import { createReader } from '../sql/registry/reader.ts';
import { registryReading } from '../sql/registry-reading.ts';
import { registryWriting } from '../sql/registry-writing.ts';
import type { Store } from '../store.ts';
import { openDatabase } from './database.ts';
import { listenTo } from './listen.ts';
import { newestReader } from './newest-reader.ts';
import { goOnIn } from './next-number.ts';
import { processesIn } from './processes.ts';

/**
 * Opens the registry in a database, whose tables are made as needed. A reader holds no transaction: it asks for the versions of rows
 * that were in force in its generation, and those stay for ever, so that any number of servers read while one writes.
 * @param data the folder in which this machine signs the head of the generations
 * @param name what this process is called in the database
 * @param moves whether a folder is moved there by this process
 */
export const openRegistryIn = async (
  url: string,
  data: string,
  { name, moves = false }: Readonly<{ name: string; moves?: boolean }>,
): Promise<Store> => {
  const database = openDatabase(url, { name, moves });
  const listeners = new Set<() => Promise<void>>();
  await database.ready();
  // The signed head lies in the folder, which is made only where the database lets this process in.
  makePrivateFolder(data);
  const { pool, look } = database;
  const mutex = createMutex();
  const integrity = integrityOf(look, data, async () => []);
  const newest = await newestReader(pool, { moves, registryHash: integrity.registryHash });
  const writer = database.session('registry');
  // What tables are made of needs drizzle-orm, whose hundred modules no start waits for.
  const afterRows = async (db: Connection): Promise<void> =>
    (await import('./given-numbers.ts')).goOnAfter(db, 'registry');
  const writing = registryWriting(writer, mutex, {
    data,
    afterRows,
    afterNumbered: (db, table) => goOnIn(db, table, 'id'),
  });
  return {
    ...writing,
    // Until the rows of a table are counted, which the database does by itself minutes later if at all, it goes through it whole. Nothing else depends on it.
    reconcile: async (code, work) => {
      const generation = await writing.reconcile(code, work);
      if (generation === 1) await mutex(() => writer.exec('ANALYZE')).catch(() => undefined);
      return generation;
    },
    ...registryReading(pool, look),
    ...newest,
    whenPublished: (heard) => {
      const end = listenTo(url, name, heard);
      listeners.add(end);
      return end;
    },
    processes: () => processesIn(pool),
    readerAt: async (generation) => {
      if (generation < 1 || generation > (await newestGeneration(pool))) return undefined;
      return { ...(await createReader(pool, generation, false)), close: () => undefined };
    },
    readPack: (work) =>
      look(async (db) => work(await (await import('../sql/packs/read-pack.ts')).packRows(db))),
    integrity,
    copyTo: async (folder) => (await import('./copy-to.ts')).copyRegistryTo(look, folder),
    close: async () => {
      await Promise.all([...listeners].map((end) => end()));
      await mutex(database.close);
    },
  };
};
