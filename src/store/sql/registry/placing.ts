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

type Waiting<Row extends readonly unknown[]> = Readonly<{
  add(...row: Row): Awaitable<void>;
  flush(): Promise<void>;
}>;

const assigning = (db: Connection): Waiting<[row: number, record: string]> =>
  manyRows(
    db,
    2,
    (values) =>
      `UPDATE record SET institution_id = v.column2 FROM (${values}) v WHERE record.id = CAST(v.column1 AS BIGINT)`,
  );

const founding = (db: Connection): Waiting<Founded> =>
  manyRows(
    db,
    5,
    (values) => `INSERT INTO institution (id, first_generation, province, city, node) ${values}`,
  );
type Founded = [id: string, generation: number, province: string | null, city: string | null, node: string];

/**
 * The same rows, where all wait for `flush` and are written in the order of what they begin with: they come in another one, and would touch each page
 * of a table or an index that fits into no cache several times.
 */
const inOrder = <Row extends [string | number, ...unknown[]]>(rows: Waiting<Row>): Waiting<Row> => {
  let waiting: Row[] = [];
  const flush = async (): Promise<void> => {
    const all = waiting.sort(([a], [b]) => (a < b ? -1 : 1));
    waiting = [];
    for (const row of all) await rows.add(...row);
    await rows.flush();
  };
  return {
    add: (...row) => (waiting.push(row) < WAITING ? undefined : flush()),
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
  // On a first night no row was placed before, so that nobody asks where, or for whom it founded, until all are.
  const first = next === 1;
  const assigned = first ? inOrder(assigning(db)) : assigning(db);
  const founded = first ? inOrder(founding(db)) : founding(db);
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
