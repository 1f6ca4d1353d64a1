import type { Move } from '../engine.ts';
import { markMoved, refuseMoved } from '../folder/moved.ts';
import { type Connection, writing } from '../sql/connection.ts';
import { copyTables } from '../sql/copy-tables.ts';
import { DatabaseNotEmpty } from '../sql/database-not-empty.ts';
import { registryTables, serviceTables } from '../sql/tables.ts';
import { openReading, shared } from '../sqlite/connect.ts';
import { sqliteEngine } from '../sqlite/engine.ts';
import { registryFile, serviceFile } from '../sqlite/files.ts';
import { holdFolder } from '../sqlite/hold-folder.ts';
import type { Store } from '../store.ts';
import { openDatabase } from './database.ts';
import { goOnAfter } from './given-numbers.ts';
import { MOVING } from './migrate.ts';
import { openRegistryIn } from './open-registry.ts';
import { LONGEST_PAGE_MS, pageBytesIn } from './page-bytes.ts';

const NAME = 'licet move';
const tables = [...registryTables, ...serviceTables].map(({ name }) => name);

const isMarked = async (db: Connection): Promise<boolean> =>
  (await db
    .prepare<[], string | null>(
      "SELECT obj_description(CAST(to_regnamespace('licet') AS oid), 'pg_namespace')",
    )
    .pluck()
    .get()) === MOVING;

/** Marks a database that is empty, or finds the mark of a move that did not end; gives the name of a table with rows of others. */
const mark = async (db: Connection, data: string): Promise<string | null> => {
  if (await isMarked(db)) return null;
  for (const name of [...tables, 'page_bytes'])
    if ((await db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get()) !== undefined) return name;
  // It was moved elsewhere, and is as old as that.
  refuseMoved(data);
  await db.exec(`COMMENT ON SCHEMA licet IS '${MOVING}'`);
  return null;
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
 * Begins to move what a data folder keeps into a database that is empty, or that a move which did not end has left. `mayBegin`: asked once
 * nobody else writes into the folder; what it throws ends the move. Throws MovedFolderError where the folder was moved elsewhere.
 */
export const openMove = async (
  data: string,
  url: string,
  mayBegin: (from: Store) => Promise<void> = async () => undefined,
): Promise<Move> => {
  const engine = sqliteEngine(data);
  // Files of an earlier version are brought up to date by opening them.
  await engine.openServiceState().close();
  const from = await engine.openStore({ alone: true, moves: true });
  const database = openDatabase(url, { name: NAME, moves: true, questionMs: LONGEST_PAGE_MS });
  let release: (() => void) | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([from.close(), database.close()]);
    release?.();
  };
  const to = database.session('both');
  try {
    release = holdFolder(data);
    await mayBegin(from);
    await database.ready();
    const filled = await writing(to, () => mark(to, data));
    return {
      from,
      filled,
      pages: pageBytesIn(database),
      copyState: () => copyState(data, to),
      openStore: () => openRegistryIn(url, data, { name: NAME, moves: true }),
      finish: async (now) => {
        markMoved(data, now);
        await to.exec('COMMENT ON SCHEMA licet IS NULL');
      },
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
};
