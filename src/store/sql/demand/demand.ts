import { addDays, mondayOf } from '../../../text/dates.ts';
import { type Asked, type DemandStore, WEEKS_KEPT } from '../../service/demand.ts';
import type { Durable } from '../durable.ts';

type Counted = Readonly<{ institution: string; count: number }>;

const asMap = (rows: readonly Counted[]): Asked =>
  new Map(rows.map(({ institution, count }) => [institution, count]));

export const demandIn = ({ reading, write }: Durable): DemandStore => {
  const most = reading.prepare<[number], Counted>(
    `SELECT institution_id AS institution, sum(count) AS count FROM demand
     GROUP BY institution_id ORDER BY 2 DESC, 1 LIMIT ?`,
  );
  const of = reading.prepare<[string], Counted>(
    `SELECT institution_id AS institution, sum(count) AS count FROM demand
     WHERE institution_id IN (SELECT value FROM json_each(?)) GROUP BY institution_id`,
  );
  return {
    add: (asked, today) =>
      write(async (db) => {
        const week = mondayOf(today);
        await db.prepare('DELETE FROM demand WHERE week < ?').run(addDays(week, -7 * (WEEKS_KEPT - 1)));
        const count = db.prepare(
          `INSERT INTO demand (week, institution_id, count) VALUES (?, ?, ?)
           ON CONFLICT (week, institution_id) DO UPDATE SET count = demand.count + excluded.count`,
        );
        for (const [institution, times] of asked) await count.run(week, institution, times);
      }),
    most: async (limit) => asMap(await most.all(limit)),
    of: async (institutions) => asMap(await of.all(JSON.stringify(institutions))),
  };
};
