import type { LeaseAsk, LeaseState } from '../../leases.ts';
import type { Connection } from '../connect.ts';
import { sqliteFault } from '../faults.ts';

/**
 * Takes or renews a lease: true when `holder` has it until `now + forMs`. Another process's lease is respected until its
 * time has run out, so that a killed process blocks nobody for long.
 */
const claim = (db: Connection, { name, holder, now, forMs }: LeaseAsk): boolean => {
  const at = now.toISOString();
  const until = new Date(now.getTime() + forMs).toISOString();
  const done = db
    .prepare(
      `INSERT INTO lease (name, holder, taken_at, expires_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET taken_at = iif(holder = excluded.holder, taken_at, excluded.taken_at),
         holder = excluded.holder, expires_at = excluded.expires_at
       WHERE holder = excluded.holder OR expires_at <= excluded.taken_at`,
    )
    .run(name, holder, at, until);
  return done.changes === 1;
};

/** As above; a registry that another process is writing to for long counts as taken. */
export const takeLease = (db: Connection, ask: LeaseAsk): boolean => {
  try {
    return claim(db, ask);
  } catch (cause) {
    if (sqliteFault(cause)?.kind === 'busy') return false;
    throw cause;
  }
};

/** Lets go; a lease that somebody else took over meanwhile stays theirs. */
export const dropLease = (db: Connection, name: string, holder: string): void => {
  db.prepare('DELETE FROM lease WHERE name = ? AND holder = ?').run(name, holder);
};

export const leaseState = (db: Connection, name: string): LeaseState | undefined =>
  db
    .prepare<[string], LeaseState>(
      'SELECT holder, taken_at AS takenAt, expires_at AS expiresAt FROM lease WHERE name = ?',
    )
    .get(name);
