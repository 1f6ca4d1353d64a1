import type { Connection } from './connection.ts';
import type { CopiedTable } from './tables.ts';

/** Rows read at a time; a dossier has some 8 kB. */
const PAGE = 1000;
/** Values given with one statement: engines take some 32,000 at most. */
const MOST_VALUES = 10_000;

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const places = (count: number): string => `(${Array.from({ length: count }, () => '?').join(', ')})`;

/** All rows of a table in the order of its key, some at a time. */
async function* pagesOf(
  db: Connection,
  { name, columns, key }: CopiedTable,
): AsyncIterable<readonly unknown[][]> {
  const select = `SELECT ${quoted(columns)} FROM "${name}"`;
  const order = `ORDER BY ${quoted(key)} LIMIT ${PAGE}`;
  const after = db
    .prepare<unknown[], unknown[]>(`${select} WHERE (${quoted(key)}) > ${places(key.length)} ${order}`)
    .raw();
  const at = key.map((column) => columns.indexOf(column));
  let rows = await db.prepare<[], unknown[]>(`${select} ${order}`).raw().all();
  while (rows.length > 0) {
    yield rows;
    const last = rows.at(-1) ?? [];
    rows = rows.length < PAGE ? [] : await after.all(...at.map((place) => last[place]));
  }
}

const adder = (db: Connection, { name, columns }: CopiedTable) => {
  const most = Math.floor(MOST_VALUES / columns.length);
  const row = places(columns.length);
  const add = (rows: number) =>
    db.prepare(`INSERT INTO "${name}" (${quoted(columns)}) VALUES ${new Array(rows).fill(row).join(', ')}`);
  // Ten thousand places take some 20 ms to be read, and most tables have fewer rows.
  let whole: ReturnType<typeof add> | undefined;
  const adding = (rows: number) => {
    if (rows < most) return add(rows);
    whole ??= add(most);
    return whole;
  };
  return async (rows: readonly unknown[][]): Promise<void> => {
    for (let from = 0; from < rows.length; from += most) {
      const part = rows.slice(from, from + most);
      await adding(part.length).run(...part.flat());
    }
  };
};

/**
 * Copies tables, whose form is the same, from one database into another that has none of their rows. Both connections must be in a
 * transaction: then all is of one moment, and comes over whole or not at all.
 */
export const copyTables = async (
  from: Connection,
  to: Connection,
  tables: readonly CopiedTable[],
): Promise<void> => {
  for (const table of tables) {
    const add = adder(to, table);
    for await (const rows of pagesOf(from, table)) await add(rows);
  }
};
