import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Engine, Move, PageBytes, SharedFiles, StoreOptions } from './engine.ts';
import { keepWhere, keptWhere } from './folder/kept-where.ts';
import { refuseMoved } from './folder/moved.ts';
import type { OperatorBook } from './operators.ts';
import type { PersonalAct, PractitionerStore } from './practitioners.ts';
import type { ServiceState } from './service/service-state.ts';
import { sqliteEngine } from './sqlite/engine.ts';
import { registryFile } from './sqlite/files.ts';
import type { Store } from './store.ts';

/**
 * From now on the state of this data folder is kept in a PostgreSQL database, by its address: for this thread and for the threads and processes that it
 * starts. What must stay on this machine lies in the folder all the same.
 */
export const keepStateIn = (data: string, database: string): void => {
  const { databases, name } = keptWhere();
  keepWhere({ databases: { ...databases, [resolve(data)]: database }, name });
};

/** From now on the state of this data folder is kept in its files, whatever was said before. */
export const keepStateInFiles = (data: string): void => {
  const { databases, name } = keptWhere();
  const { [resolve(data)]: _, ...others } = databases;
  keepWhere({ databases: others, name });
};

/** What this process and those it starts are called in a database that keeps their state, as `licet serve`; `licet` where nothing is said. */
export const nameProcess = (name: string): void => keepWhere({ ...keptWhere(), name });

const databaseOf = (data: string): string | undefined => keptWhere().databases[resolve(data)];

/** The one place that chooses what keeps the state of a data folder. */
const engineOf = (data: string): Engine => {
  const database = databaseOf(data);
  if (database === undefined) {
    refuseMoved(data);
    return sqliteEngine(data);
  }
  // Loaded only where a database is named: no other start waits for it.
  const { postgresEngine } = createRequire(import.meta.url)(
    './postgres/engine.ts',
  ) as typeof import('./postgres/engine.ts');
  return postgresEngine(database, data, keptWhere().name);
};

/** True when a database keeps the state of this data folder: then the folder need not be there. */
export const isKeptInDatabase = (data: string): boolean => databaseOf(data) !== undefined;

/** True when a registry is kept in this data folder, or in the database that keeps its state. Throws for a folder that was moved. */
export const holdsRegistry = (data: string): boolean => {
  if (isKeptInDatabase(data)) return true;
  refuseMoved(data);
  return existsSync(registryFile(data));
};

/**
 * Opens the registry of a data folder, creating and migrating it as needed. One store a thread is enough.
 * Throws StorageFault when the folder cannot be used or what lies in it is damaged.
 */
export const openStore = async ({
  data,
  ...options
}: StoreOptions & Readonly<{ data: string }>): Promise<Store> => engineOf(data).openStore(options);

/** Opens the book of operators and their acts in a data folder. */
export const openOperatorBook = (data: string): OperatorBook & Readonly<{ close(): Promise<void> }> =>
  engineOf(data).openOperatorBook();

/** True when this data folder has a private store of physicians' rows. */
export const hasPractitioners = (data: string): boolean => engineOf(data).hasPractitioners();

/** Deletes all physicians' rows of a data folder without their key and writes the act down; gives how many. */
export const eraseAllPractitioners = (data: string, act: PersonalAct): number =>
  engineOf(data).eraseAllPractitioners(act);

/**
 * Opens the private store of physicians' rows in a data folder, creating it and its key when they are not there.
 * Throws an error that `storageFault` explains when the key is not the rows'.
 */
export const openPractitionerStore = (data: string): PractitionerStore =>
  engineOf(data).openPractitionerStore();

/** Opens what the service itself records in a data folder: partners, signing keys, counts, reports. It waits for no night. */
export const openServiceState = (data: string): ServiceState => engineOf(data).openServiceState();

/** Begins to move the state of a data folder into an empty database, unless `mayBegin` throws. Throws MovedFolderError. */
export const openMove = async (
  data: string,
  database: string,
  mayBegin?: (from: Store) => Promise<void>,
): Promise<Move> => (await import('./postgres/move-state.ts')).openMove(data, database, mayBegin);

/** The bytes of pages, where the engine keeps them; null where they are files of the data folder. */
export const openPageBytes = (data: string): PageBytes | null => engineOf(data).openPageBytes();

/** Files that processes of one database hand to each other; null where they share a data folder. */
export const openSharedFiles = (data: string): SharedFiles | null => engineOf(data).openSharedFiles();

/**
 * Writes what a data folder keeps (registry, service, physicians' rows without their key) into an empty folder, while others use it.
 */
export const copyState = (data: string, folder: string): Promise<void> => engineOf(data).copyTo(folder);

/**
 * Puts the registry of a folder, which holds one generation, into a data folder that has none and keeps its state in files, dated `at`: it appears
 * there whole or not at all. Throws the system's own error.
 */
export const takeUpRegistry = async (from: string, data: string, at: string): Promise<void> =>
  (await import('./sqlite/take-up-registry.ts')).takeUpRegistry(from, data, at);
