import type { Connection } from '../connect.ts';

/** Tables that earlier versions kept in the registry's file and that are the service's own: who may act, and what it recorded. */
const TABLES = [
  'partner_key',
  'partner_site',
  'signing_key',
  'status_entry',
  'hotlink',
  'error_report',
  'file_taken_over',
  'operator',
  'operator_act',
] as const;

/** Stands in `file_taken_over` once everything was copied. */
const MARK = ['licet.db', 'moved'] as const;

const tablesIn = (db: Connection): readonly string[] => {
  const known = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  return TABLES.filter((table) => known.includes(table));
};

/** True for a registry of before the service had a file of its own. */
export const holdsServiceState = (db: Connection): boolean => tablesIn(db).length > 0;

const copyTable = (from: Connection, to: Connection, table: string): void => {
  const columns = from.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  const places = columns.map(() => '?').join(', ');
  const add = to.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
  for (const row of from
    .prepare<[], unknown[]>(`SELECT ${columns.join(', ')} FROM ${table}`)
    .raw()
    .iterate())
    add.run(row);
};

/** All of it in one transaction that is on the disk before anything is deleted; what was copied before is not copied twice. */
const copyAll = (from: Connection, to: Connection, tables: readonly string[]): void => {
  to.pragma('synchronous = FULL');
  to.transaction(() => {
    const known = to.prepare('SELECT 1 FROM file_taken_over WHERE file = ? AND sha256 = ?').get(...MARK);
    if (known !== undefined) return;
    for (const table of tables) copyTable(from, to, table);
    to.prepare('INSERT INTO file_taken_over (file, sha256) VALUES (?, ?)').run(...MARK);
  }).immediate();
};

/**
 * Moves what an earlier version kept of the service's own in the registry's file to the service's file, before a migration of the
 * registry drops those tables. What is deleted is overwritten: private keys are among it.
 * @param registry a connection that writes, not yet migrated
 * @param openService opens the service's file, migrated; closed here
 */
export const moveOutOfRegistry = (registry: Connection, openService: () => Connection): void => {
  if (!holdsServiceState(registry)) return;
  registry.pragma('secure_delete = ON');
  registry
    .transaction(() => {
      const tables = tablesIn(registry);
      const service = openService();
      try {
        copyAll(registry, service, tables);
      } finally {
        service.close();
      }
      for (const table of tables) registry.exec(`DELETE FROM ${table}`);
    })
    .immediate();
};
