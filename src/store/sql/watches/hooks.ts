import type {
  Attempt,
  Delivery,
  DueDelivery,
  Hook,
  NewHook,
  PartnerDeliveries,
  WatchHookStore,
} from '../../service/watch-hooks.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';
import { liveKey } from './live-key.ts';
import { eventOf } from './rows.ts';

/** Of each hospital the oldest that waits, whose time has come, for receivers that are there and partners with a live key. */
const DUE = `FROM watch_delivery d JOIN watch_hook h ON h.watch = d.watch JOIN watch w ON w.id = d.watch
  LEFT JOIN watch_event e ON e.watch = d.watch AND e.number = d.event
  WHERE d.state = 'waiting' AND d.next_at <= :at AND h.stopped IS NULL AND h.rest_until <= :at
  AND NOT EXISTS (SELECT 1 FROM watch_delivery b
    WHERE b.watch = d.watch AND b.state = 'waiting' AND b.lane = d.lane AND b.id < d.id)
  AND ${liveKey}`;

type DueRow = Omit<DueDelivery, 'event'> & Readonly<{ body: string | null }>;

/** Puts an event on its way, if its watch has a receiver. */
export const sendEvent = async (
  db: Connection,
  watch: string,
  event: number,
  lane: string,
  at: string,
): Promise<void> =>
  void (await db
    .prepare(
      `INSERT INTO watch_delivery (watch, event, lane, next_at)
       SELECT watch, CAST(:event AS BIGINT), :lane, :at FROM watch_hook WHERE watch = :watch`,
    )
    .run({ watch, event, lane, at }));

/** What waits is due at once and has all its attempts before it; and the receiver may be sent to. */
const start = async (db: Connection, watch: string, at: string): Promise<boolean> => {
  await db
    .prepare(
      `UPDATE watch_delivery SET attempts = 0, next_at = CASE WHEN next_at < :at THEN next_at ELSE :at END
       WHERE watch = :watch AND state = 'waiting'`,
    )
    .run({ watch, at });
  const free = db.prepare(`UPDATE watch_hook SET stopped = NULL, rest_until = '' WHERE watch = ?`);
  return (await free.run(watch)).changes > 0;
};

/** Starts a receiver that was stopped; one that rests between attempts, or is sent to, stays as it is. False where there is none. */
const startStopped = async (db: Connection, watch: string, at: string): Promise<boolean> => {
  const hook = await db
    .prepare<[string], { stopped: string | null }>('SELECT stopped FROM watch_hook WHERE watch = ?')
    .get(watch);
  return hook !== undefined && (hook.stopped === null || start(db, watch, at));
};

const put = async (db: Connection, hook: NewHook): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO watch_hook (watch, url, secret, since) VALUES (:watch, :url, :secret, :since)
       ON CONFLICT (watch) DO UPDATE SET url = :url, secret = :secret, since = :since`,
    )
    .run(hook);
  await start(db, hook.watch, hook.since);
};

/** The event's own hospital is told again by the lane that its first sending had. */
const replay = async (db: Connection, watch: string, after: number, at: string): Promise<number> =>
  (
    await db
      .prepare(
        `INSERT INTO watch_delivery (watch, event, lane, next_at)
       SELECT e.watch, e.number, coalesce(json_extract(e.body, '$.before.id'), 'entry ' || e.entry), :at
       FROM watch_event e JOIN watch_hook h ON h.watch = e.watch
       WHERE e.watch = :watch AND e.number > :after ORDER BY e.number`,
      )
      .run({ watch, after, at })
  ).changes;

/** A receiver that is taken rests for everybody else. */
const take = async (db: Connection, at: string, until: string, limit: number): Promise<DueDelivery[]> => {
  const due = await db
    .prepare<[Readonly<{ at: string; limit: number }>], DueRow>(
      `SELECT d.id, d.watch, d.attempts, h.url, h.secret, e.body ${DUE} ORDER BY d.id LIMIT :limit`,
    )
    .all({ at, limit });
  const hold = db.prepare('UPDATE watch_hook SET rest_until = ? WHERE watch = ?');
  for (const watch of new Set(due.map((one) => one.watch))) await hold.run(until, watch);
  return due.map(({ body, ...row }) => ({ ...row, event: body === null ? null : eventOf(body) }));
};

const release = async (db: Connection, watch: string, until: string): Promise<void> =>
  void (await db
    .prepare("UPDATE watch_hook SET rest_until = '' WHERE watch = ? AND rest_until = ?")
    .run(watch, until));

const settle = async (
  db: Connection,
  { id, watch, attempts, at, delivered, last, again, restUntil, stop }: Attempt,
): Promise<void> => {
  const state = delivered ? 'delivered' : again === null ? 'given-up' : 'waiting';
  const noted = await db
    .prepare(
      `UPDATE watch_delivery SET attempts = attempts + 1, state = :state, last_at = :at, last = :last,
     next_at = coalesce(:again, next_at)
     WHERE id = :id AND state = 'waiting' AND (attempts = :attempts OR CAST(:delivered AS BIGINT) = 1)`,
    )
    .run({ id, state, at, last, again, attempts, delivered: delivered ? 1 : 0 });
  if (noted.changes === 0) return;
  if (restUntil !== null)
    await db.prepare('UPDATE watch_hook SET rest_until = ? WHERE watch = ?').run(restUntil, watch);
  if (stop !== null) await db.prepare('UPDATE watch_hook SET stopped = ? WHERE watch = ?').run(stop, watch);
};

const remove = async (db: Connection, watch: string): Promise<boolean> => {
  await db.prepare('DELETE FROM watch_delivery WHERE watch = ?').run(watch);
  return (await db.prepare('DELETE FROM watch_hook WHERE watch = ?').run(watch)).changes > 0;
};

const BY_PARTNER = `SELECT w.partner,
    (SELECT count(*) FROM watch_delivery d JOIN watch v ON v.id = d.watch
     WHERE v.partner = w.partner AND d.state = 'waiting') AS waiting,
    (SELECT count(*) FROM watch_delivery d JOIN watch v ON v.id = d.watch
     WHERE v.partner = w.partner AND d.state = 'given-up') AS givenUp,
    (SELECT count(*) FROM watch_hook h JOIN watch v ON v.id = h.watch
     WHERE v.partner = w.partner AND h.stopped IS NOT NULL) AS stopped
  FROM watch w GROUP BY w.partner`;

export const watchHooksIn = ({ reading, write }: Durable): WatchHookStore => {
  const of = reading.prepare<[string], Hook>(
    'SELECT watch, url, since, stopped FROM watch_hook WHERE watch = ?',
  );
  const log = reading.prepare<[string, number], Delivery>(
    `SELECT event, state, attempts, next_at AS nextAt, last_at AS lastAt, last FROM watch_delivery
     WHERE watch = ? ORDER BY id DESC LIMIT ?`,
  );
  const byPartner = reading.prepare<[], PartnerDeliveries>(BY_PARTNER);
  const hasDue = reading.prepare<[Readonly<{ at: string }>], number>(`SELECT 1 ${DUE} LIMIT 1`);
  return {
    put: (hook) => write((db) => put(db, hook)),
    start: (watch, at) => write((db) => startStopped(db, watch, at)),
    of: async (watch) => (await of.get(watch)) ?? null,
    remove: (watch) => write((db) => remove(db, watch)),
    test: (watch, at) =>
      write(async (db) => {
        await sendEvent(db, watch, 0, `test ${at}`, at);
        return (await of.get(watch)) !== undefined;
      }),
    replay: (watch, after, at) => write((db) => replay(db, watch, after, at)),
    log: async (watch, limit) => log.all(watch, limit),
    byPartner: async () => byPartner.all(),
    hasDue: async (at) => (await hasDue.get({ at })) !== undefined,
    take: async (at, until, limit) =>
      (await hasDue.get({ at })) === undefined ? [] : write((db) => take(db, at, until, limit)),
    release: (watch, until) => write((db) => release(db, watch, until)),
    settle: (attempt) => write((db) => settle(db, attempt)),
  };
};
