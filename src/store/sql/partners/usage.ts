import type { KeyUsage, PartnerUsageStore } from '../../service/partner-usage.ts';
import type { Durable } from '../durable.ts';

const ADD = `INSERT INTO partner_usage (key, day, requests, refused) VALUES (:key, :day, :requests, :refused)
  ON CONFLICT (key, day) DO UPDATE SET requests = partner_usage.requests + excluded.requests,
    refused = partner_usage.refused + excluded.refused`;

/** Counts of partners' requests, in the file of what the service records. */
export const partnerUsageIn = ({ reading, write }: Durable): PartnerUsageStore => {
  const since = reading.prepare<[string], KeyUsage>(
    'SELECT key, day, requests, refused FROM partner_usage WHERE day >= ? ORDER BY key, day',
  );
  return {
    add: (counted, forget) =>
      write(async (db) => {
        const add = db.prepare(ADD);
        for (const one of counted) await add.run(one);
        await db.prepare('DELETE FROM partner_usage WHERE day < ?').run(forget);
      }),
    since: async (day) => since.all(day),
  };
};
