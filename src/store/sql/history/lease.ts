import type { LeaseAsk, LeaseState } from '../../leases.ts';
import { storageFault } from '../../storage-fault.ts';
import type { Connection } from '../connection.ts';

/**
 * Takes or renews a lease: true when `holder` has it until `now + forMs`. Another process's lease is respected until its
 * time has run out, so that a killed process blocks nobody for long.
 */
const claim = async (db: Connection, { name, holder, now, forMs }: LeaseAsk): Promise<boolean> => {
  const at = now.toISOString();
  const until = new Date(now.getTime() + forMs).toISOString();
  const done = await db
    .prepare(
      `INSERT INTO lease (name, holder, taken_at, expires_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET taken_at = CASE WHEN lease.holder = excluded.holder THEN lease.taken_at ELSE excluded.taken_at END,
         holder = excluded.holder, expires_at = excluded.expires_at
       WHERE lease.holder = excluded.holder OR lease.expires_at <= excluded.taken_at`,
    )
    .run(name, holder, at, until);
  return done.changes === 1;
};

/** As above; a registry that another process is writing to for long counts as taken. */
export const takeLease = async (db: Connection, ask: LeaseAsk): Promise<boolean> => {
  try {
    return await claim(db, ask);
  } catch (cause) {
    if (storageFault(cause)?.kind === 'busy') return false;
    throw cause;
  }
};

/** Lets go; a lease that somebody else took over meanwhile stays theirs. */
export const dropLease = async (db: Connection, name: string, holder: string): Promise<void> => {
  await db.prepare('DELETE FROM lease WHERE name = ? AND holder = ?').run(name, holder);
};

export const leaseState = async (db: Connection, name: string): Promise<LeaseState | undefined> =>
  await db
    .prepare<[string], LeaseState>(
      'SELECT holder, taken_at AS takenAt, expires_at AS expiresAt FROM lease WHERE name = ?',
    )
    .get(name);
