import type { WatchEvent } from '../../../../schema/watch.ts';
import type { Compared, StaleEntry, WatchBasis, WatchStore } from '../../service/watches.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';
import { sendEvent } from './hooks.ts';
import { type EntryRow, entryOf, type WatchRow, watchColumns, watchOf } from './rows.ts';

/** Both halves are ranges of the index, so that a look where nothing is stale reads no entry. */
const STALE = '(basis < :key OR basis > :key) AND generation <= :generation';

type StaleRow = EntryRow & Readonly<{ watch: string; basis: string }>;

/** Notes that an entry was compared; false when another process did so first, or it is gone. */
const note = async (
  db: Connection,
  { entry, told }: Compared,
  { key, generation }: WatchBasis,
): Promise<boolean> =>
  (
    await db
      .prepare(
        `UPDATE watch_entry SET told = :told, basis = :key, generation = :generation
       WHERE watch = :watch AND number = :number AND basis = :basis`,
      )
      .run({
        told: told === null ? null : JSON.stringify(told),
        key,
        generation,
        watch: entry.watch.id,
        number: entry.number,
        basis: entry.basis,
      })
  ).changes === 1;

/** Adds an event under the next number of its watch. */
const addEvent = async (db: Connection, event: Omit<WatchEvent, 'id' | 'number'>): Promise<void> => {
  const next = db.prepare<[string], number>(
    'UPDATE watch SET events = events + 1 WHERE id = ? RETURNING events',
  );
  const number = (await next.pluck().get(event.watch)) ?? 0;
  const whole: WatchEvent = { id: `${event.watch}-${number}`, number, ...event };
  await db
    .prepare('INSERT INTO watch_event (watch, number, entry, body) VALUES (?, ?, ?, ?)')
    .run(event.watch, number, event.entry, JSON.stringify(whole));
  await sendEvent(db, event.watch, number, event.before.id ?? `entry ${event.entry}`, event.at);
};

const tell = async (db: Connection, compared: readonly Compared[], basis: WatchBasis): Promise<number> => {
  let events = 0;
  for (const one of compared) {
    if (!(await note(db, one, basis)) || one.event === null) continue;
    await addEvent(db, one.event);
    events += 1;
  }
  return events;
};

export const comparingIn = ({ reading, write }: Durable): Pick<WatchStore, 'isStale' | 'stale' | 'tell'> => {
  const isStale = reading.prepare<[WatchBasis], number>(`SELECT 1 FROM watch_entry WHERE ${STALE} LIMIT 1`);
  const stale = reading.prepare<[WatchBasis & Readonly<{ limit: number }>], StaleRow>(
    `SELECT watch, basis, number, reference, question, told FROM watch_entry WHERE ${STALE} LIMIT :limit`,
  );
  const watch = reading.prepare<[string], WatchRow>(
    `SELECT ${watchColumns}, 0 AS waiting FROM watch w WHERE w.id = ?`,
  );
  return {
    isStale: async (basis) => (await isStale.get(basis)) !== undefined,
    stale: async (basis, limit) => {
      const entries: StaleEntry[] = [];
      for (const { watch: id, basis: last, ...row } of await stale.all({ ...basis, limit })) {
        const found = await watch.get(id);
        if (found !== undefined) entries.push({ ...entryOf(row), watch: watchOf(found), basis: last });
      }
      return entries;
    },
    tell: (compared, basis) => write((db) => tell(db, compared, basis)),
  };
};
