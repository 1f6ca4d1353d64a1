import type { InstitutionRecord } from '../../../../schema/record.ts';
import type { Descriptor } from '../../../../schema/source.ts';
import type { LikelyPair, LinkBook, LinkedRow } from '../../link-book.ts';
import type { Connection } from '../connection.ts';
import { blockBook } from './blocks.ts';
import { type ReadsRecord, type RecordRow, readRecord } from './rows.ts';
import { standingOf } from './standing.ts';

type Row = Pick<RecordRow, 'id' | 'source' | 'row' | 'body' | 'last_generation'> & Readonly<{ key: string }>;

/** Most records have one row or two: SQLite takes longer to set up a sort than to read them. */
const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows.length < 2
    ? rows
    : rows.toSorted((a, b) => compare(a.source, b.source) || compare(a.key, b.key) || a.id - b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Gives a row as linking reads it; `stood`: whether it stood on its list then. */
const rowLinker =
  (descriptors: ReadonlyMap<string, Descriptor>, recordIn: ReadsRecord) =>
  (row: Row, stood: boolean): LinkedRow => {
    const record = recordIn(row) as InstitutionRecord;
    const descriptor = descriptors.get(row.source);
    const { official, listed } =
      descriptor === undefined ? { official: false, listed: false } : standingOf(record, descriptor);
    return { source: row.source, record, official, listed: listed && stood };
  };

const rowReader = (db: Connection, linked: ReturnType<typeof rowLinker>) => {
  const rows = db.prepare<[string], Row>(
    'SELECT id, source, key, row, body, last_generation FROM record WHERE institution_id = ? AND misread = 0',
  );
  return async (id: string): Promise<readonly LinkedRow[]> =>
    inOrder(await rows.all(id)).map((row) => linked(row, row.last_generation === null));
};

type DatedRow = Row & Readonly<{ first_generation: number; marked: number | null; misread: number }>;

/** Rows as the generation before `next` had them. A row that is found misread or is withdrawn now leaves no trace of how it was read. */
const earlierReader = (db: Connection, next: number, linked: ReturnType<typeof rowLinker>) => {
  const rows = db.prepare<[string], DatedRow>(
    `SELECT id, source, key, row, body, first_generation, last_generation, marked, misread FROM record WHERE institution_id = ?`,
  );
  const described = db.prepare<[number], string>('SELECT id FROM source WHERE first_generation = ?').pluck();
  let otherwise: ReadonlySet<string> | undefined;
  const isUntold = ({ source, last_generation, marked, misread }: DatedRow): boolean =>
    otherwise?.has(source) === true || (misread !== 0 && (last_generation === next - 1 || marked === next));
  return async (id: string): Promise<readonly LinkedRow[] | null> => {
    otherwise ??= new Set(await described.all(next));
    const all = await rows.all(id);
    const before = all.filter(({ first_generation, misread }) => first_generation < next && misread === 0);
    if (before.length === 0 || all.some(isUntold)) return null;
    return inOrder(before).map((row) =>
      linked(row, row.last_generation === null || row.last_generation === next - 1),
    );
  };
};

/** Names under which an institution stands on lists whose silence is a no. */
const decisiveReader = (db: Connection, descriptors: ReadonlyMap<string, Descriptor>) => {
  const decisive = [...descriptors.values()]
    .filter(({ absence }) => absence === 'not-met')
    .map(({ id }) => id);
  const rows = db.prepare<[string, string], Row>(
    `SELECT r.id, r.source, r.key, r.row, r.body, r.last_generation FROM record r JOIN institution i ON i.id = r.institution_id
     WHERE (i.id = ? OR i.merged_into = ?) AND r.misread = 0`,
  );
  return async (id: string) =>
    decisive.length === 0
      ? []
      : inOrder(await rows.all(id, id))
          .filter(({ source }) => decisive.includes(source))
          .flatMap((row) => {
            const [name] = (readRecord(row) as InstitutionRecord).names;
            return name === undefined ? [] : [{ source: row.source, name: name.value }];
          });
};

const COLUMNS = 'institution_id AS one, candidate_id AS other, probability, why';

/** What linking keeps and asks, inside reconcile's transaction; `flush` writes the blocks that wait. */
export const linkBook = (
  db: Connection,
  next: number,
  descriptors: ReadonlyMap<string, Descriptor>,
  changed: (everything: boolean) => Promise<readonly string[]>,
  recordIn: ReadsRecord,
): LinkBook & Readonly<{ flush: () => Promise<void> }> => {
  const linked = rowLinker(descriptors, recordIn);
  const rows = rowReader(db, linked);
  const earlier = earlierReader(db, next, linked);
  const decisive = decisiveReader(db, descriptors);
  const pairs = db.prepare<[string, string], LikelyPair>(
    `SELECT ${COLUMNS} FROM review_pair WHERE institution_id = ? OR candidate_id = ?`,
  );
  const dropPairs = db.prepare('DELETE FROM review_pair WHERE institution_id = ? OR candidate_id = ?');
  const dropAllPairs = db.prepare('DELETE FROM review_pair');
  const addPair = db.prepare(
    `INSERT INTO review_pair (institution_id, candidate_id, why, probability, first_generation) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (institution_id, candidate_id) DO UPDATE SET why = excluded.why, probability = excluded.probability,
       first_generation = excluded.first_generation`,
  );
  const head = db
    .prepare<[string], string>('SELECT coalesce(merged_into, id) FROM institution WHERE id = ?')
    .pluck();
  const below = db.prepare<[string], string>('SELECT id FROM institution WHERE merged_into = ?').pluck();
  const headOf = async (id: string): Promise<string> => (await head.get(id)) ?? id;
  const couldBe = async (id: string): Promise<readonly string[]> => {
    const found = new Set<string>();
    for (const own of [id, ...(await below.all(id))])
      for (const { one, other } of await pairs.all(own, own)) {
        found.add(await headOf(one));
        found.add(await headOf(other));
      }
    found.delete(id);
    return [...found];
  };
  return {
    changedRecords: async (everything) => changed(everything),
    linkedRows: async (id) => rows(id),
    linkedRowsBefore: async (id) => earlier(id),
    ...blockBook(db),
    pairsOf: async (id) => pairs.all(id, id),
    dropPairs: async (id) => {
      await dropPairs.run(id, id);
    },
    dropAllPairs: async () => {
      await dropAllPairs.run();
    },
    addPair: async ({ one, other, why, probability }) => {
      await addPair.run(one, other, why, probability, next);
    },
    headOf: async (id) => headOf(id),
    couldBe: async (id) => couldBe(id),
    decisiveRows: async (institution) => decisive(institution),
  };
};
