import type { PruneBounds, WatchStore } from '../../service/watches.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

/** What is deleted in one transaction: a few milliseconds of writing. */
const A_TIME = 500;

/** What waits has not ended its tries, and is left alone with its event. */
const prune = async (db: Connection, { deliveriesBefore, eventsBefore }: PruneBounds): Promise<number> => {
  const deliveries = (
    await db
      .prepare(
        `DELETE FROM watch_delivery WHERE id IN (SELECT id FROM watch_delivery
       WHERE state <> 'waiting' AND last_at < ? LIMIT ${A_TIME})`,
      )
      .run(deliveriesBefore)
  ).changes;
  const events = (
    await db
      .prepare(
        `DELETE FROM watch_event WHERE (watch, number) IN (SELECT e.watch, e.number FROM watch_event e
       WHERE json_extract(e.body, '$.at') < ? AND NOT EXISTS (SELECT 1 FROM watch_delivery d
         WHERE d.watch = e.watch AND d.event = e.number AND d.state = 'waiting') LIMIT ${A_TIME})`,
      )
      .run(eventsBefore)
  ).changes;
  // Who never said yes to mails is forgotten with what was sent.
  const asked = (
    await db
      .prepare('DELETE FROM watch_mail WHERE confirmed_at IS NULL AND asked_at < ?')
      .run(deliveriesBefore)
  ).changes;
  return deliveries + events + asked;
};

/** Forgets what was told long ago, a little at a time, so that nobody waits for it. */
export const pruningIn = ({ write }: Durable): Pick<WatchStore, 'prune'> => ({
  prune: async (bounds) => {
    for (let gone = 0; ; ) {
      const now = await write((db) => prune(db, bounds));
      if (now === 0) return gone;
      gone += now;
    }
  },
});
