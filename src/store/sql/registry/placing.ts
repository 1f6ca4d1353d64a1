import type { IdentifierScheme } from '../../../../schema/record.ts';
import type { RegistryWriter } from '../../registry-writer.ts';
import type { Awaitable, Connection } from '../connection.ts';
import { manyRows } from '../many-rows.ts';
import { statementWriter } from './statements.ts';

type Placing = Pick<
  RegistryWriter,
  'bearersOf' | 'recordOfNode' | 'hasInstitution' | 'addInstitution' | 'place' | 'endPlacing'
>;

/**
 * The records there are: those founded this night, known by heart until `forget`, and those of before. On a first night there are none of
 * these, and an empty table need not be asked once for each row.
 */
const recordsKnown = (db: Connection, first: boolean) => {
  const node = db.prepare<[string], string>('SELECT id FROM institution WHERE node = ?').pluck();
  const known = db.prepare<[string], unknown>('SELECT 1 FROM institution WHERE id = ?');
  const byNode = new Map<string, string>();
  const ids = new Set<string>();
  let asks = !first;
  return {
    recordOfNode: async (digest: string) => byNode.get(digest) ?? (asks ? node.get(digest) : undefined),
    hasInstitution: async (id: string) => ids.has(id) || (asks && (await known.get(id)) !== undefined),
    founded: (id: string, digest: string): void => {
      byNode.set(digest, id);
      ids.add(id);
    },
    /** They are written: of a million they would take a hundred megabytes for the rest of the night. */
    forget: (): void => {
      byNode.clear();
      ids.clear();
      asks = true;
    },
  };
};

type Assigning = Readonly<{ add(row: number, record: string): Awaitable<void>; flush(): Promise<void> }>;

const assigning = (db: Connection): Assigning =>
  manyRows(
    db,
    2,
    (values) =>
      `UPDATE record SET institution_id = v.column2 FROM (${values}) v WHERE record.id = CAST(v.column1 AS BIGINT)`,
  );

/**
 * The same, where all waits for `flush` and is written in the order of rows: they are placed in another one, and would touch each page of
 * a table that fits into no cache several times.
 */
const assigningInOrder = (db: Connection): Assigning => {
  const assigned = assigning(db);
  let waiting: [row: number, record: string][] = [];
  const flush = async (): Promise<void> => {
    const all = waiting.sort(([a], [b]) => a - b);
    waiting = [];
    for (const [row, record] of all) await assigned.add(row, record);
    await assigned.flush();
  };
  return {
    add: (row, record) => (waiting.push([row, record]) < WAITING ? undefined : flush()),
    flush,
  };
};
/** Some 25 MB of them. */
const WAITING = 500_000;

/**
 * What is asked and written while rows are placed. What is founded this night is known by heart and all that is written may wait, so that many
 * rows are written at once; `settle` writes what waits of where rows were placed.
 */
export const placing = async (
  db: Connection,
  next: number,
): Promise<Placing & Readonly<{ settle: () => Promise<void> }>> => {
  const bearers = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT institution_id FROM identifier
       WHERE value = ? AND scheme = ? AND last_generation IS NULL ORDER BY institution_id`,
    )
    .pluck();
  const founded = manyRows(
    db,
    5,
    (values) => `INSERT INTO institution (id, first_generation, province, city, node) ${values}`,
  );
  // On a first night no row was placed before, so that nobody asks where until all are.
  const first = next === 1;
  const assigned = first ? assigningInOrder(db) : assigning(db);
  const statements = await statementWriter(db, first);
  const records = recordsKnown(db, first);
  return {
    bearersOf: async (scheme: IdentifierScheme, value: string) => {
      await statements.flushIdentifiers();
      return bearers.all(value, scheme);
    },
    recordOfNode: records.recordOfNode,
    hasInstitution: records.hasInstitution,
    addInstitution: async (id, { province, city, node }) => {
      records.founded(id, node);
      await founded.add(id, next, province, city, node);
    },
    place: async (pending, institution) => {
      await assigned.add(pending.id, institution);
      await statements.write(pending, institution, next);
    },
    settle: first ? async () => undefined : assigned.flush,
    endPlacing: async () => {
      for (const { flush } of [founded, assigned, statements]) await flush();
      records.forget();
    },
  };
};
