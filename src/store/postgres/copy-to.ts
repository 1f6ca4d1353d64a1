import { type Awaitable, type Connection, writing } from '../sql/connection.ts';
import { copyTables } from '../sql/copy-tables.ts';
import { type CopiedTable, registryTables, serviceTables } from '../sql/tables.ts';
import {
  type Connection as FileConnection,
  openServiceWriter,
  openWriter,
  shared,
} from '../sqlite/connect.ts';
import { copyFilesBeside } from '../sqlite/copy-state.ts';
import { registryFile, serviceFile } from '../sqlite/files.ts';
import type { Database } from './database.ts';

type Look = <T>(work: (db: Connection) => Awaitable<T>) => Promise<T>;

const copyInto = async (look: Look, file: FileConnection, tables: readonly CopiedTable[]): Promise<void> => {
  const to = shared(file);
  try {
    await look((from) => writing(to, () => copyTables(from, to, tables)));
  } finally {
    file.close();
  }
};

/** Writes the whole registry as it is now into a data folder that holds none, where the embedded engine keeps it. */
export const copyRegistryTo = (look: Look, folder: string): Promise<void> =>
  copyInto(look, openWriter(registryFile(folder)), registryTables);

/**
 * Writes what a database keeps into an empty folder, for the embedded engine: registry and service each as of one moment, and what lies
 * in the data folder beside the database.
 */
export const copyStateTo = async (database: Database, data: string, folder: string): Promise<void> => {
  await copyFilesBeside(data, folder);
  await copyRegistryTo(database.look, folder);
  await copyInto(database.look, openServiceWriter(serviceFile(folder)), serviceTables);
};
