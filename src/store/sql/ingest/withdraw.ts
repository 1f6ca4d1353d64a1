import type { SourceRecord } from '../../../../schema/record.ts';
import type { CapturedRow, NewWithdrawal, Withdrawal } from '../../../../schema/withdrawal.ts';
import type { Withdrawals } from '../../withdrawals.ts';
import { type Connection, writing } from '../connection.ts';
import { readRecord } from '../registry/rows.ts';
import { newestGeneration } from './sources.ts';

type Row = Readonly<{
  key: string;
  row: number;
  body: string;
  recordedAt: string;
  sha256: string;
  institution: string | null;
}>;

const SELECT = `SELECT r.key, r.row, r.body, s.retrieved_at AS recordedAt, s.sha256, coalesce(i.merged_into, r.institution_id) AS institution
  FROM record r JOIN snapshot s ON s.id = r.snapshot LEFT JOIN institution i ON i.id = r.institution_id
  WHERE r.source = ? AND r.last_generation IS NULL`;

const namesOf = (record: SourceRecord): readonly string[] =>
  record.kind === 'institution' ? record.names.map(({ value }) => value) : [];

const captured = ({ row, body, ...rest }: Row): CapturedRow => {
  const record = readRecord({ row, body });
  return { ...rest, raw: record.raw, names: namesOf(record), asOf: record.asOf ?? null };
};

/** A row on its list now, as `Withdrawals` says. */
export const capturedRow = async (
  db: Connection,
  source: string,
  key: string,
): Promise<CapturedRow | undefined> => {
  const row = await db.prepare<[string, string], Row>(`${SELECT} AND r.key = ?`).get(source, key);
  return row === undefined ? undefined : captured(row);
};

/** Rows on their list now, as `Withdrawals` says. */
export const capturedRows = async (
  db: Connection,
  source: string,
  { containing, offset, limit }: Parameters<Withdrawals['capturedRows']>[1],
): Promise<readonly CapturedRow[]> =>
  (
    await db
      .prepare<[string, string, number, number], Row>(
        `${SELECT} AND instr(r.key || ' ' || r.body, ?) > 0 ORDER BY s.retrieved_at DESC, r.id DESC LIMIT ? OFFSET ?`,
      )
      .all(source, containing, limit, offset)
  ).map(captured);

const keep = async (
  db: Connection,
  { source, key, by, because, at }: NewWithdrawal,
  next: number,
): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO withdrawal (source, key, decided_by, because, decided_at, generation, after_edition)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM edition WHERE source = ?))`,
    )
    .run(source, key, by, because, at, next, source);
};

/** Takes the row and every earlier version of it as never read; what no published generation holds is deleted. */
const takeOff = async (db: Connection, { source, key }: NewWithdrawal, next: number): Promise<void> => {
  const newest = 'SELECT max(id) FROM edition WHERE source = record.source';
  await db
    .prepare('DELETE FROM record WHERE source = ? AND key = ? AND first_generation >= ?')
    .run(source, key, next);
  await db
    .prepare(
      `UPDATE record SET misread = 2, marked = :next, seen_last = coalesce(seen_last, (${newest})),
       last_generation = coalesce(last_generation, CAST(:next AS BIGINT) - 1)
     WHERE source = :source AND key = :key AND misread = 0`,
    )
    .run({ next, source, key });
};

/** Keeps a withdrawal and takes the row off its list, in one transaction, as `Withdrawals` says. */
export const withdraw = (db: Connection, given: NewWithdrawal): Promise<boolean> =>
  writing(db, async () => {
    if ((await capturedRow(db, given.source, given.key)) === undefined) return false;
    const next = (await newestGeneration(db)) + 1;
    await keep(db, given, next);
    await takeOff(db, given, next);
    return true;
  });

/** What was withdrawn, of which this generation was the first to count it, in the order in which it was said. */
export const withdrawalsOf = async (db: Connection, generation: number): Promise<readonly Withdrawal[]> =>
  await db
    .prepare<[number], Withdrawal>(
      `SELECT source, key, decided_by AS by, because, decided_at AS at, generation, after_edition AS afterEdition
       FROM withdrawal WHERE generation = ? ORDER BY id`,
    )
    .all(generation);
