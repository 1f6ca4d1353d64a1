import Database from 'better-sqlite3';
import { bringUpToDate as migrate } from '../../src/store/sqlite/migrate.ts';

type Which = Parameters<typeof migrate>[1];

const statements = new Map<Which, string>();

const quoted = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** What makes an empty file what all migrations make of it, as statements: its tables and indexes, and the rows that say so. */
const statementsOf = (db: Database.Database): string => {
  const made = db
    .prepare<[], { type: string; name: string; sql: string | null }>(
      'SELECT type, name, sql FROM sqlite_master',
    )
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_'));
  const rows = made
    .filter(({ type }) => type === 'table')
    .flatMap(({ name }) =>
      db
        .prepare<[], unknown[]>(`SELECT * FROM "${name}"`)
        .raw()
        .all()
        .map((row) => `INSERT INTO "${name}" VALUES (${row.map(quoted).join()})`),
    );
  return [...made.flatMap(({ sql }) => sql ?? []), ...rows].join(';\n');
};

const statementsFor = (which: Which): string => {
  const known = statements.get(which);
  if (known !== undefined) return known;
  const db = new Database(':memory:');
  migrate(db, which);
  const written = statementsOf(db);
  db.close();
  statements.set(which, written);
  return written;
};

const isEmpty = (db: Database.Database): boolean =>
  db.prepare<[], number>('SELECT count(*) FROM sqlite_master').pluck().get() === 0;

/**
 * Stands for `src/store/sqlite/migrate.ts` where test files share a process: an empty file becomes at once what all migrations make of one
 * in some twenty steps, which are taken once a process. The migrations find then nothing left to do, or what a file that is not empty lacks.
 */
export const bringUpToDate = (db: Database.Database, which: Which): void => {
  if (isEmpty(db)) {
    const made = statementsFor(which);
    // Another process may have made it meanwhile.
    db.transaction(() => void (isEmpty(db) && db.exec(made))).immediate();
  }
  migrate(db, which);
};
