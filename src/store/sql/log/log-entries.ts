import type { LogEntries } from '../../service/log-entries.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

const entriesOf = async (db: Connection): Promise<readonly string[]> =>
  await db.prepare<[], string>('SELECT body FROM log_entry ORDER BY id').pluck().all();

export const logEntriesIn = ({ reading, write }: Durable): LogEntries => {
  const count = reading.prepare<[], number>('SELECT count(*) FROM log_entry').pluck();
  let held: readonly string[] | null = null;
  const all = async (): Promise<readonly string[]> => {
    if (held === null || held.length !== (await count.get())) held = await entriesOf(reading);
    return held;
  };
  return {
    all,
    extend: async (missing) => {
      // Nearly always there is nothing to add: then nobody waits for a disk.
      if (missing(await all()).length === 0) return;
      await write(async (db) => {
        const entries = await entriesOf(db);
        const add = db.prepare('INSERT INTO log_entry (id, body) VALUES (?, ?)');
        for (const [at, body] of missing(entries).entries()) await add.run(entries.length + at, body);
      });
    },
  };
};
