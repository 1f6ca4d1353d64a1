import type { Hotlink, HotlinkCounts, HotlinkStore } from '../../service/hotlinks.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

/** The empty host marks the row that sums up all loads not counted by host: no real host has an empty name. */
const OTHERS = '';

const count = async (db: Connection, { host, site, count: loaded, first, last }: Hotlink): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO hotlink (host, site, count, first_on, last_on) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (host, site) DO UPDATE SET count = hotlink.count + excluded.count, last_on = excluded.last_on`,
    )
    .run(host, site, loaded, first, last);
};

const add = async (db: Connection, { hotlinks, others }: HotlinkCounts, most: number): Promise<void> => {
  for (const one of hotlinks) await count(db, one);
  const beyond = await db
    .prepare<[string, number], { host: string; site: string; count: number }>(
      'SELECT host, site, count FROM hotlink WHERE host <> ? ORDER BY count DESC, host LIMIT 1000000000 OFFSET ?',
    )
    .all(OTHERS, most);
  const remove = db.prepare('DELETE FROM hotlink WHERE host = ? AND site = ?');
  for (const { host, site } of beyond) await remove.run(host, site);
  const more = others + beyond.reduce((sum, one) => sum + one.count, 0);
  if (more > 0) await count(db, { host: OTHERS, site: OTHERS, count: more, first: '', last: '' });
};

export const hotlinksIn = ({ reading, write }: Durable): HotlinkStore => {
  const told = reading.prepare<[string], Hotlink>(
    `SELECT host, site, count, first_on AS first, last_on AS last FROM hotlink WHERE host <> ?
     ORDER BY count DESC, host`,
  );
  const others = reading.prepare<[string], number>('SELECT count FROM hotlink WHERE host = ?').pluck();
  return {
    add: (counted, most) => write((db) => add(db, counted, most)),
    counts: async () => ({ hotlinks: await told.all(OTHERS), others: (await others.get(OTHERS)) ?? 0 }),
  };
};
