import type { PageBytes } from '../engine.ts';
import { markMoved } from '../folder/moved.ts';
import { type Connection, writing } from '../sql/connection.ts';
import { copyTables } from '../sql/copy-tables.ts';
import { DatabaseNotEmpty } from '../sql/database-not-empty.ts';
import { registryTables, serviceTables } from '../sql/tables.ts';
import { openReading, shared } from '../sqlite/connect.ts';
import { registryFile, serviceFile } from '../sqlite/files.ts';
import type { Store } from '../store.ts';
import { openDatabase } from './database.ts';
import { goOnAfter } from './given-numbers.ts';
import { MOVING } from './migrate.ts';
import { openRegistryIn } from './open-registry.ts';
import { LONGEST_PAGE_MS, pageBytesIn } from './page-bytes.ts';

/** A folder on its way into a database, which nobody else opens until the move is finished. */
export type Move = Readonly<{
  /** The bytes of pages there. */
  pages: PageBytes;
  /** Copies registry and what the service records, all of it or nothing; what an earlier move left there goes. */
  copyState(): Promise<void>;
  /** The registry as it is there. */
  openStore(): Promise<Store>;
  /** From now on the database may be opened, and the folder is marked as moved. */
  finish(now: Date): Promise<void>;
  close(): Promise<void>;
}>;

const NAME = 'licet move';
const tables = [...registryTables, ...serviceTables].map(({ name }) => name);

const isMarked = async (db: Connection): Promise<boolean> =>
  (await db
    .prepare<[], string | null>(
      "SELECT obj_description(CAST(to_regnamespace('licet') AS oid), 'pg_namespace')",
    )
    .pluck()
    .get()) === MOVING;

/** Marks a database that is empty, or finds the mark of a move that did not end. Throws DatabaseNotEmpty. */
const mark = async (db: Connection): Promise<void> => {
  if (await isMarked(db)) return;
  for (const name of [...tables, 'page_bytes'])
    if ((await db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get()) !== undefined)
      throw new DatabaseNotEmpty(name);
  await db.exec(`COMMENT ON SCHEMA licet IS '${MOVING}'`);
};

const copyState = async (data: string, to: Connection): Promise<void> => {
  const files = [openReading(registryFile(data)), openReading(serviceFile(data))] as const;
  try {
    for (const file of files) file.exec('BEGIN');
    const [registry, service] = files;
    await writing(to, async () => {
      // Another move may have ended meanwhile.
      if (!(await isMarked(to))) throw new DatabaseNotEmpty(tables[0] ?? '');
      await to.exec(`TRUNCATE ${tables.map((name) => `licet."${name}"`).join(', ')}`);
      await copyTables(shared(registry), to, registryTables);
      await copyTables(shared(service), to, serviceTables);
      for (const which of ['registry', 'service'] as const) await goOnAfter(to, which);
    });
    await to.exec('ANALYZE');
  } finally {
    for (const file of files) file.close();
  }
};

/**
 * Begins to move what a data folder keeps, of this version's form, into a database that is empty, or that a move which did not end has
 * left. Throws DatabaseNotEmpty.
 */
export const openMove = async (data: string, url: string): Promise<Move> => {
  const database = openDatabase(url, { name: NAME, moves: true, questionMs: LONGEST_PAGE_MS });
  const to = database.session('both');
  try {
    await database.ready();
    await writing(to, () => mark(to));
  } catch (cause) {
    await database.close();
    throw cause;
  }
  return {
    pages: pageBytesIn(database),
    copyState: () => copyState(data, to),
    openStore: () => openRegistryIn(url, data, { name: NAME, moves: true }),
    finish: async (now) => {
      await to.exec('COMMENT ON SCHEMA licet IS NULL');
      markMoved(data, now);
    },
    close: database.close,
  };
};
