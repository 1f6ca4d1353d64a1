import type { SourceRecord } from '../../../../schema/record.ts';
import type { CapturedRow, NewWithdrawal, Withdrawal } from '../../../../schema/withdrawal.ts';
import { foldText } from '../../../text/han.ts';
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

/** Rows read at a time while those that contain some words are looked for. */
const SLICE = 500;

const contains = ({ key, raw }: CapturedRow, folded: string): boolean =>
  [key, ...Object.values(raw)].some((text) => foldText(text).includes(folded));

/** Rows on their list now, as `Withdrawals` says. */
export const capturedRows = async (
  db: Connection,
  source: string,
  { containing, offset, limit }: Parameters<Withdrawals['capturedRows']>[1],
): Promise<readonly CapturedRow[]> => {
  const page = db.prepare<[string, number, number], Row>(
    `${SELECT} ORDER BY s.retrieved_at DESC, r.id DESC LIMIT ? OFFSET ?`,
  );
  const folded = foldText(containing);
  if (folded === '') return (await page.all(source, limit, offset)).map(captured);
  const found: CapturedRow[] = [];
  for (let from = 0; found.length < offset + limit; from += SLICE) {
    const rows = (await page.all(source, SLICE, from)).map(captured);
    found.push(...rows.filter((row) => contains(row, folded)));
    if (rows.length < SLICE) break;
  }
  return found.slice(offset, offset + limit);
};

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

const WITHDRAWAL = `SELECT source, key, decided_by AS by, because, decided_at AS at, generation, after_edition AS afterEdition
  FROM withdrawal`;

/** What was withdrawn, of which this generation was the first to count it, in the order in which it was said. */
export const withdrawalsOf = async (db: Connection, generation: number): Promise<readonly Withdrawal[]> =>
  await db.prepare<[number], Withdrawal>(`${WITHDRAWAL} WHERE generation = ? ORDER BY id`).all(generation);

/** What was withdrawn of a source, newest first, as `Withdrawals` says. */
export const withdrawals = async (
  db: Connection,
  source: string,
  limit: number,
): Promise<readonly Withdrawal[]> =>
  await db
    .prepare<[string, number], Withdrawal>(`${WITHDRAWAL} WHERE source = ? ORDER BY id DESC LIMIT ?`)
    .all(source, limit);
