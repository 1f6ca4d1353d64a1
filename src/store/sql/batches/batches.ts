import type {
  AddedBatch,
  Answerer,
  BatchStore,
  KeptBatch,
  KeptPart,
  NewBatch,
} from '../../service/batches.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';
import { BATCH, begin, claim } from './claim.ts';

const PART = 'at, first_row AS firstRow, rows, given, result';
const OPEN = "state IN ('waiting', 'running')";
const NOT_ENDED = "state IN ('held', 'waiting', 'running')";

type Known = Readonly<{ id: string; bodyHash: string }>;

const refusal = async (
  db: Connection,
  wish: Omit<NewBatch, 'parts' | 'held'>,
  mostOpen: number,
): Promise<AddedBatch | null> => {
  const { partner, idempotencyKey, bodyHash } = wish;
  const known = await db
    .prepare<[string, string | null], Known>(
      'SELECT id, body_hash AS bodyHash FROM batch WHERE partner = ? AND idempotency_key = ?',
    )
    .get(partner, idempotencyKey);
  if (known !== undefined)
    return known.bodyHash === bodyHash ? { state: 'known', id: known.id } : { state: 'conflict' };
  const open = await db
    .prepare<[string], number>(`SELECT count(*) FROM batch WHERE partner = ? AND ${NOT_ENDED}`)
    .pluck()
    .get(partner);
  return (open ?? 0) >= mostOpen ? { state: 'too-many' } : null;
};

const add = async (
  db: Connection,
  { parts, held, ...wish }: NewBatch,
  mostOpen: number,
): Promise<AddedBatch> => {
  await forgetExpired(db, wish.createdAt);
  const refused = await refusal(db, wish, mostOpen);
  if (refused !== null) return refused;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  await db
    .prepare(
      `INSERT INTO batch (id, partner, state, created_at, expires_at, idempotency_key, body_hash, about, rows)
     VALUES (:id, :partner, :state, :createdAt, :expiresAt, :idempotencyKey, :bodyHash, :about, :rows)`,
    )
    .run({ ...wish, rows, state: held ? 'held' : 'waiting' });
  const keep = db.prepare(
    'INSERT INTO batch_part (batch, at, first_row, rows, given) VALUES (?, ?, ?, ?, ?)',
  );
  let first = 0;
  for (const [at, part] of parts.entries()) {
    await keep.run(wish.id, at, first, part.rows, part.given);
    first += part.rows;
  }
  return { state: 'added', id: wish.id };
};

/** Forgets lists that this condition names, with their rows. */
const forget = async (db: Connection, where: string, ...values: readonly string[]): Promise<number> => {
  await db
    .prepare(`DELETE FROM batch_part WHERE batch IN (SELECT id FROM batch WHERE ${where})`)
    .run(...values);
  return (await db.prepare(`DELETE FROM batch WHERE ${where}`).run(...values)).changes;
};

const forgetExpired = async (db: Connection, at: string): Promise<number> =>
  forget(db, 'expires_at <= ?', at);

/** Forgets all lists of a partner, within the transaction of the connection. */
export const forgetBatchesOf = async (db: Connection, partner: string): Promise<number> =>
  forget(db, 'partner = ?', partner);

type Answered = Answerer &
  Readonly<{ id: string; at: number; result: Uint8Array; counts: string; now: string }>;

const answerPart = async (db: Connection, answered: Answered): Promise<boolean> => {
  const { id, at, result, counts, now, name, basis } = answered;
  const running = (
    await db
      .prepare(
        `UPDATE batch SET counts = :counts, claimed_at = :now, begun = 0,
         done = done + (SELECT rows FROM batch_part WHERE batch = :id AND at = :at AND result IS NULL)
       WHERE id = :id AND state = 'running' AND claimed_by = :name AND basis = :basis
         AND EXISTS (SELECT 1 FROM batch_part WHERE batch = :id AND at = :at AND result IS NULL)`,
      )
      .run({ id, at, counts, now, name, basis })
  ).changes;
  if (running === 0) return false;
  await db.prepare('UPDATE batch_part SET result = ? WHERE batch = ? AND at = ?').run(result, id, at);
  return true;
};

export const batchesIn = ({ reading, write }: Durable): BatchStore => {
  const find = reading.prepare<[string, string, string], KeptBatch>(
    `SELECT ${BATCH} FROM batch WHERE id = ? AND partner = ? AND expires_at > ?`,
  );
  const list = reading.prepare<[string, string, number], KeptBatch>(
    `SELECT ${BATCH} FROM batch WHERE partner = ? AND expires_at > ? ORDER BY created_at DESC, id LIMIT ?`,
  );
  const open = reading.prepare(`SELECT 1 FROM batch WHERE ${OPEN} LIMIT 1`);
  const counts = reading.prepare<[string], string | null>('SELECT counts FROM batch WHERE id = ?').pluck();
  const next = reading.prepare<[string], KeptPart>(
    `SELECT ${PART} FROM batch_part WHERE batch = ? AND result IS NULL ORDER BY at LIMIT 1`,
  );
  const part = reading.prepare<[string, number], KeptPart>(
    `SELECT ${PART} FROM batch_part WHERE batch = ? AND at = ?`,
  );
  const partOfRow = reading
    .prepare<[string, number], number>(
      'SELECT at FROM batch_part WHERE batch = ? AND first_row <= ? ORDER BY at DESC LIMIT 1',
    )
    .pluck();
  return {
    add: (batch, mostOpen) => write((db) => add(db, batch, mostOpen)),
    find: async (id, partner, at) => (await find.get(id, partner, at)) ?? null,
    list: async (partner, at, limit) => list.all(partner, at, limit),
    hasOpen: async () => (await open.get()) !== undefined,
    claim: (claimant) => write((db) => claim(db, claimant)),
    begin: (id, by) => write((db) => begin(db, id, by)),
    counts: async (id) => (await counts.get(id)) ?? null,
    nextPart: async (id) => (await next.get(id)) ?? null,
    answerPart: (id, at, answered, now) => write((db) => answerPart(db, { id, at, ...answered, now })),
    release: (id, partner) =>
      write(
        async (db) =>
          (
            await db
              .prepare("UPDATE batch SET state = 'waiting' WHERE id = ? AND partner = ? AND state = 'held'")
              .run(id, partner)
          ).changes === 1,
      ),
    end: (id, state, at) =>
      write(
        async (db) =>
          (
            await db
              .prepare(
                `UPDATE batch SET state = ?, ended_at = ?, claimed_by = NULL WHERE id = ? AND ${NOT_ENDED}`,
              )
              .run(state, at, id)
          ).changes === 1,
      ),
    part: async (id, at) => (await part.get(id, at)) ?? null,
    partOfRow: async (id, row) => (await partOfRow.get(id, row)) ?? null,
    remove: (id, partner) =>
      write(async (db) => (await forget(db, 'id = ? AND partner = ?', id, partner)) === 1),
    forgetExpired: (at) => write((db) => forgetExpired(db, at)),
  };
};
