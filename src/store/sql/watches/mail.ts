import type { DueMail, MailStanding, SentMail, WatchMail, WatchMailStore } from '../../service/watch-mail.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';
import { liveKey } from './live-key.ts';
import { type WatchRow, watchColumns, watchOf } from './rows.ts';

const WATCH = `${watchColumns}, 0 AS waiting`;
const MAIL = 'm.address, m.asked_at AS askedAt, m.confirmed_at AS confirmedAt';
const DUE = `FROM watch_mail m JOIN watch w ON w.id = m.watch WHERE ${liveKey} AND (
  (m.confirmed_at IS NULL AND m.next_at <= :at) OR
  (m.confirmed_at IS NOT NULL AND w.events > m.told AND coalesce(m.last_on, '') < :today
   AND coalesce(m.next_at, '') <= :at))`;

type Instant = Readonly<{ at: string; today: string }>;
type DueRow = WatchRow & Omit<DueMail, 'watch' | 'kind'> & Readonly<{ confirmedAt: string | null }>;

const ask = async (
  db: Connection,
  given: Readonly<{ watch: string; address: string; token: string; at: string }>,
) =>
  void (await db
    .prepare(
      `INSERT INTO watch_mail (watch, address, token, asked_at, next_at, told)
       SELECT id, :address, :token, :at, :at, events FROM watch WHERE id = :watch
       ON CONFLICT (watch) DO UPDATE SET address = :address, token = :token, asked_at = :at, next_at = :at,
         told = excluded.told, confirmed_at = NULL, failed = 0, last_on = NULL`,
    )
    .run(given));

/** A mail that is taken is due for nobody else for a while. */
const take = async (db: Connection, instant: Instant, until: string): Promise<DueMail | null> => {
  const due = await db
    .prepare<[Instant], DueRow>(
      `SELECT ${WATCH}, m.address, m.token, m.told, m.failed, m.confirmed_at AS confirmedAt ${DUE}
       ORDER BY m.watch LIMIT 1`,
    )
    .get(instant);
  if (due === undefined) return null;
  const { address, token, told, failed, confirmedAt, ...row } = due;
  await db.prepare('UPDATE watch_mail SET next_at = ? WHERE token = ?').run(until, token);
  return {
    kind: confirmedAt === null ? 'question' : 'digest',
    watch: watchOf(row),
    address,
    token,
    told,
    failed,
  };
};

const settle = async (
  db: Connection,
  { watch, token, kind, failed, told, again, today }: SentMail,
): Promise<void> => {
  if (told === null)
    await db
      .prepare(
        'UPDATE watch_mail SET failed = failed + 1, next_at = ? WHERE watch = ? AND token = ? AND failed = ?',
      )
      .run(again, watch, token, failed);
  else
    await db
      .prepare(
        `UPDATE watch_mail SET failed = 0, next_at = NULL, told = CASE WHEN told < :told THEN :told ELSE told END,
         last_on = CASE WHEN :kind = 'digest' THEN :today ELSE last_on END WHERE watch = :watch AND token = :token`,
      )
      .run({ watch, token, kind, told, today });
};

export const watchMailIn = ({ reading, write }: Durable): WatchMailStore => {
  const of = reading.prepare<[string], WatchMail>(`SELECT ${MAIL} FROM watch_mail m WHERE m.watch = ?`);
  const standing = reading.prepare<[string], MailStanding>(
    'SELECT confirmed_at AS confirmedAt, last_on AS lastOn, failed FROM watch_mail WHERE watch = ?',
  );
  const byToken = reading.prepare<[string], WatchRow & WatchMail>(
    `SELECT ${WATCH}, ${MAIL} FROM watch_mail m JOIN watch w ON w.id = m.watch WHERE m.token = ?`,
  );
  const hasDue = reading.prepare<[Instant], number>(`SELECT 1 ${DUE} LIMIT 1`);
  return {
    ask: (watch, address, token, at) => write((db) => ask(db, { watch, address, token, at })),
    of: async (watch) => (await of.get(watch)) ?? null,
    standing: async (watch) => (await standing.get(watch)) ?? null,
    remove: (watch) =>
      write(
        async (db) => (await db.prepare('DELETE FROM watch_mail WHERE watch = ?').run(watch)).changes > 0,
      ),
    byToken: async (token) => {
      const found = await byToken.get(token);
      if (found === undefined) return null;
      const { address, askedAt, confirmedAt, ...row } = found;
      return { watch: watchOf(row), mail: { address, askedAt, confirmedAt } };
    },
    confirm: (token, at) =>
      write(
        async (db) =>
          (
            await db
              .prepare(
                'UPDATE watch_mail SET confirmed_at = coalesce(confirmed_at, ?), next_at = NULL WHERE token = ?',
              )
              .run(at, token)
          ).changes === 1,
      ),
    hasDue: async (at, today) => (await hasDue.get({ at, today })) !== undefined,
    take: async (at, today, until) =>
      (await hasDue.get({ at, today })) === undefined ? null : write((db) => take(db, { at, today }, until)),
    settle: (sent) => write((db) => settle(db, sent)),
  };
};
