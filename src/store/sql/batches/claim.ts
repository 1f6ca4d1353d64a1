import type { Answerer, Claimant, KeptBatch } from '../../service/batches.ts';
import type { Connection } from '../connection.ts';

/** The columns of a list as they are given out. */
export const BATCH = `id, partner, state, created_at AS createdAt, ended_at AS endedAt, expires_at AS expiresAt, about, rows,
  done, counts, basis, begun`;

type Claimed = KeptBatch & Readonly<{ claimedBy: string | null; claimedAt: string | null }>;

/** Lists that were begun come first; then partners take turns, each with its oldest list. */
const ORDER = `ORDER BY state = 'running' DESC,
  coalesce((SELECT max(o.claimed_at) FROM batch o WHERE o.partner = b.partner), ''), created_at, id`;

export const claim = async (db: Connection, { name, at, isLive }: Claimant): Promise<KeptBatch | null> => {
  const open = await db
    .prepare<[string], Claimed>(
      `SELECT ${BATCH}, claimed_by AS claimedBy, claimed_at AS claimedAt FROM batch b
       WHERE state IN ('waiting', 'running') AND expires_at > ? ${ORDER} LIMIT 100`,
    )
    .all(at);
  const free = open.find(
    ({ claimedBy, claimedAt }) =>
      claimedBy === null || claimedBy === name || !isLive(claimedBy, claimedAt ?? ''),
  );
  if (free === undefined) return null;
  await db.prepare('UPDATE batch SET claimed_by = ?, claimed_at = ? WHERE id = ?').run(name, at, free.id);
  const { claimedBy: _by, claimedAt: _at, ...batch } = free;
  return batch;
};

export const begin = async (db: Connection, id: string, { name, basis }: Answerer): Promise<boolean> => {
  if ((await db.prepare('SELECT 1 FROM batch WHERE id = ? AND claimed_by = ?').get(id, name)) === undefined)
    return false;
  const other = await db
    .prepare('SELECT 1 FROM batch WHERE id = ? AND basis IS NOT NULL AND basis <> ?')
    .get(id, basis);
  if (other !== undefined) {
    await db.prepare('UPDATE batch_part SET result = NULL WHERE batch = ?').run(id);
    await db.prepare('UPDATE batch SET done = 0, counts = NULL WHERE id = ?').run(id);
  }
  await db
    .prepare(
      `UPDATE batch SET state = 'running', basis = ?, begun = begun + 1 WHERE id = ? AND state IN ('waiting', 'running')`,
    )
    .run(basis, id);
  return true;
};
