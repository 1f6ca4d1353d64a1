import type { NewWatch, NewWatchEntry, WatchStore } from '../../service/watches.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';
import { comparingIn } from './comparing.ts';
import { pruningIn } from './prune.ts';
import { type EntryRow, entryOf, eventOf, type WatchRow, watchColumns, watchOf } from './rows.ts';

const SELECT = `SELECT ${watchColumns},
  (SELECT count(*) FROM watch_entry e WHERE e.watch = w.id AND e.told IS NULL) AS waiting FROM watch w`;

const add = async (
  db: Connection,
  { tell, ...watch }: NewWatch,
  entries: readonly NewWatchEntry[],
  most: number,
): Promise<boolean> => {
  const count = db.prepare<[string], number>('SELECT count(*) FROM watch WHERE partner = ?').pluck();
  if (((await count.get(watch.partner)) ?? 0) >= most) return false;
  await db
    .prepare(
      `INSERT INTO watch (id, partner, name, lang, tell, created_at, entries)
     VALUES (:id, :partner, :name, :lang, :tell, :createdAt, :entries)`,
    )
    .run({ ...watch, tell: tell.join(','), entries: entries.length });
  const keep = db.prepare('INSERT INTO watch_entry (watch, number, reference, question) VALUES (?, ?, ?, ?)');
  for (const [at, { question, reference }] of entries.entries())
    await keep.run(watch.id, at + 1, reference, JSON.stringify(question));
  return true;
};

const forget = async (db: Connection, id: string): Promise<void> => {
  for (const table of [
    'watch_entry',
    'watch_event',
    'watch_hook',
    'watch_delivery',
    'watch_feed',
    'watch_mail',
  ])
    await db.prepare(`DELETE FROM ${table} WHERE watch = ?`).run(id);
  await db.prepare('DELETE FROM watch WHERE id = ?').run(id);
};

const remove = async (db: Connection, partner: string, id: string): Promise<boolean> => {
  const found = await db.prepare('SELECT 1 FROM watch WHERE id = ? AND partner = ?').get(id, partner);
  if (found !== undefined) await forget(db, id);
  return found !== undefined;
};

/** Forgets all watches of a partner; gives how many there were. */
export const forgetWatchesOf = async (db: Connection, partner: string): Promise<number> => {
  const ids = await db
    .prepare<[string], string>('SELECT id FROM watch WHERE partner = ?')
    .pluck()
    .all(partner);
  for (const id of ids) await forget(db, id);
  return ids.length;
};

export const watchesIn = (durable: Durable): WatchStore => {
  const { reading, write } = durable;
  const all = reading.prepare<[string], WatchRow>(`${SELECT} WHERE partner = ? ORDER BY created_at, id`);
  const one = reading.prepare<[string, string], WatchRow>(`${SELECT} WHERE partner = ? AND id = ?`);
  const watched = reading.prepare<[number], { id: string; times: number }>(
    `SELECT json_extract(told, '$.id') AS id, count(*) AS times FROM watch_entry
     WHERE told IS NOT NULL AND json_extract(told, '$.id') IS NOT NULL GROUP BY 1 ORDER BY times DESC, id LIMIT ?`,
  );
  const entries = reading.prepare<[string, number, number], EntryRow>(
    `SELECT number, reference, question, told FROM watch_entry WHERE watch = ? AND number > ?
     ORDER BY number LIMIT ?`,
  );
  const events = reading
    .prepare<[string, number, number], string>(
      'SELECT body FROM watch_event WHERE watch = ? AND number > ? ORDER BY number LIMIT ?',
    )
    .pluck();
  return {
    watchedInstitutions: async (limit) =>
      new Map((await watched.all(limit)).map(({ id, times }) => [id, times])),
    ...comparingIn(durable),
    ...pruningIn(durable),
    add: (watch, list, most) => write((db) => add(db, watch, list, most)),
    all: async (partner) => (await all.all(partner)).map(watchOf),
    one: async (partner, id) => {
      const found = await one.get(partner, id);
      return found === undefined ? null : watchOf(found);
    },
    remove: (partner, id) => write((db) => remove(db, partner, id)),
    entries: async (watch, after, limit) => (await entries.all(watch, after, limit)).map(entryOf),
    events: async (watch, after, limit) => (await events.all(watch, after, limit)).map(eventOf),
  };
};
