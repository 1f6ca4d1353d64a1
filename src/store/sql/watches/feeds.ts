import type { WatchFeed, WatchFeedStore } from '../../service/watch-feeds.ts';
import type { Durable } from '../durable.ts';
import { liveKey } from './live-key.ts';
import { type WatchRow, watchColumns, watchOf } from './rows.ts';

type LiveRow = WatchRow & Readonly<{ secret: string }>;

export const watchFeedsIn = ({ reading, write }: Durable): WatchFeedStore => {
  const of = reading.prepare<[string], WatchFeed>('SELECT secret, since FROM watch_feed WHERE watch = ?');
  const live = reading.prepare<[Readonly<{ watch: string; at: string }>], LiveRow>(
    `SELECT ${watchColumns}, 0 AS waiting, f.secret FROM watch_feed f JOIN watch w ON w.id = f.watch WHERE f.watch = :watch AND ${liveKey}`,
  );
  return {
    put: (watch, feed) =>
      write(
        async (db) =>
          void (await db
            .prepare(
              `INSERT INTO watch_feed (watch, secret, since) VALUES (:watch, :secret, :since)
               ON CONFLICT (watch) DO UPDATE SET secret = :secret, since = :since`,
            )
            .run({ watch, ...feed })),
      ),
    of: async (watch) => (await of.get(watch)) ?? null,
    remove: (watch) =>
      write(
        async (db) => (await db.prepare('DELETE FROM watch_feed WHERE watch = ?').run(watch)).changes > 0,
      ),
    live: async (watch, at) => {
      const found = await live.get({ watch, at });
      if (found === undefined) return null;
      const { secret, ...row } = found;
      return { watch: watchOf(row), secret };
    },
  };
};
