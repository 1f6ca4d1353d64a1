import { type Connection, writing } from '../sql/connection.ts';
import { copyTables } from '../sql/copy-tables.ts';
import { DatabaseNotEmpty } from '../sql/database-not-empty.ts';
import { type CopiedTable, registryTables, serviceTables } from '../sql/tables.ts';
import { type Connection as FileConnection, openReading, shared } from '../sqlite/connect.ts';
import { registryFile, serviceFile } from '../sqlite/files.ts';
import { type Database, openDatabase } from './database.ts';
import { goOnAfter } from './given-numbers.ts';

const refuseFilled = async (db: Connection, tables: readonly CopiedTable[]): Promise<void> => {
  for (const { name } of tables)
    if ((await db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get()) !== undefined)
      throw new DatabaseNotEmpty(name);
};

const moveFile = async (
  file: FileConnection,
  database: Database,
  which: 'registry' | 'service',
): Promise<void> => {
  const tables = which === 'registry' ? registryTables : serviceTables;
  const to = database.session(which);
  try {
    file.exec('BEGIN');
    await writing(to, async () => {
      await refuseFilled(to, tables);
      await copyTables(shared(file), to, tables);
      await goOnAfter(to, which);
    });
    await to.exec('ANALYZE');
  } finally {
    file.close();
  }
};

/**
 * Copies what the files of a data folder keep, of this version's form, into a database that is empty: the registry and what the
 * service records, each whole or not at all. Throws DatabaseNotEmpty.
 */
export const moveState = async (data: string, url: string): Promise<void> => {
  const database = openDatabase(url);
  try {
    await database.ready();
    await moveFile(openReading(registryFile(data)), database, 'registry');
    await moveFile(openReading(serviceFile(data)), database, 'service');
  } finally {
    await database.close();
  }
};
