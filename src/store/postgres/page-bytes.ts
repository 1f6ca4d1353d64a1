import type { PageBytes } from '../engine.ts';
import type { Database } from './database.ts';

/** Longest time that a page may take there or back, in milliseconds: some are tens of megabytes. */
export const LONGEST_PAGE_MS = 120_000;

/** Names read at a time. */
const PAGE = 1000;

type Item = Readonly<{ name: string; bytes: number; at: number }>;

/** The bytes of pages in a database; a page is read whole, as it was put. */
export const pageBytesIn = ({ pool }: Database): PageBytes => {
  const put = pool.prepare(
    `INSERT INTO page_bytes (name, bytes, at) VALUES (?, ?, CAST(extract(epoch FROM now()) * 1000 AS BIGINT))
     ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, at = excluded.at`,
  );
  const get = pool.prepare<[string], Buffer>('SELECT bytes FROM page_bytes WHERE name = ?').pluck();
  const size = pool.prepare<[string], number>('SELECT length(bytes) FROM page_bytes WHERE name = ?').pluck();
  const remove = pool.prepare<[string]>('DELETE FROM page_bytes WHERE name = ?');
  const after = pool.prepare<[string], Item>(
    `SELECT name, length(bytes) AS bytes, at FROM page_bytes WHERE name > ? ORDER BY name LIMIT ${PAGE}`,
  );
  return {
    put: async (name, bytes) => void (await put.run(name, bytes)),
    get: async (name) => {
      const found = await get.get(name);
      return found === undefined
        ? undefined
        : (async function* () {
            yield found;
          })();
    },
    sizeOf: async (name) => size.get(name),
    remove: async (name) => void (await remove.run(name)),
    walk: async function* () {
      for (let page = await after.all(''); page.length > 0; page = await after.all(page.at(-1)?.name ?? ''))
        for (const { name, bytes, at } of page)
          yield { name, bytes, at: new Date(at), unfinished: false, place: `page_bytes ${name}` };
    },
    // A page is there whole or not at all: nothing is ever unfinished.
    discard: async () => undefined,
  };
};
