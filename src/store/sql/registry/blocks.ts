import { hash } from 'node:crypto';
import type { LinkBook } from '../../link-book.ts';
import type { Connection } from '../connection.ts';

/** A number that stands for a key: 48 bits of its digest, so that millions of keys take little room. */
const digestOf = (key: string): number => {
  const sum = hash('sha256', key, 'binary');
  let number = 0;
  for (let at = 0; at < 6; at += 1) number = number * 256 + sum.charCodeAt(at);
  return number;
};

type BlockBook = Pick<LinkBook, 'sharingKeys' | 'sharedBlocks' | 'addBlocks' | 'setBlocks'>;

const MOST = 'CAST(? AS BIGINT)';

const reading = (db: Connection): Omit<BlockBook, 'addBlocks' | 'setBlocks'> => {
  // Each key of its own is counted no further than `most` before its bearers are read.
  const sharing = db
    .prepare<[string, number, number], string>(
      `SELECT other.institution_id FROM block own CROSS JOIN block other
       WHERE other.key = own.key AND own.institution_id = ? AND
         (SELECT count(*) FROM (SELECT 1 FROM block one WHERE one.key = own.key LIMIT ${MOST} + 1) few) <= ?`,
    )
    .pluck();
  // Some thousand keys at a time: the next ones are those behind them.
  const page = db
    .prepare<[number, number], readonly [number, string]>(
      `SELECT b.key, b.institution_id FROM (
         SELECT key FROM block WHERE key > ? GROUP BY key HAVING count(*) BETWEEN 2 AND ${MOST} ORDER BY key LIMIT 5000
       ) few JOIN block b ON b.key = few.key ORDER BY b.key, b.institution_id`,
    )
    .raw();
  return {
    sharingKeys: async (id, most) => new Set(await sharing.all(id, most, most)),
    sharedBlocks: async function* (most) {
      for (let rows = await page.all(-1, most); rows.length > 0; ) {
        const found = Map.groupBy(rows, ([key]) => key);
        for (const block of found.values()) yield block.map(([, id]) => id);
        rows = await page.all(rows.at(-1)?.[0] ?? 0, most);
      }
    },
  };
};

const writing = (db: Connection): BlockBook['setBlocks'] => {
  const members = db
    .prepare<[number, number], string>(
      'SELECT institution_id FROM block WHERE key = ? ORDER BY institution_id LIMIT ?',
    )
    .pluck();
  const mine = db.prepare<[string], number>('SELECT key FROM block WHERE institution_id = ?').pluck();
  const add = db.prepare('INSERT INTO block (key, institution_id) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const drop = db.prepare('DELETE FROM block WHERE key = ? AND institution_id = ?');
  const crossing = async (key: number, size: number): Promise<readonly string[]> => {
    const found = await members.all(key, size + 1);
    return found.length === size ? found : [];
  };
  return async (id, keys, most) => {
    const before = new Set(await mine.all(id));
    const after = new Set(keys.map(digestOf));
    const [lost, gained] = [before.difference(after), after.difference(before)];
    for (const key of lost) await drop.run(key, id);
    for (const key of gained) await add.run(key, id);
    if (most === null) return [];
    const crossed: string[] = [];
    for (const key of lost) crossed.push(...(await crossing(key, most)));
    for (const key of gained) crossed.push(...(await crossing(key, most + 1)));
    return crossed;
  };
};

/** Digits of a digest, padded; entries then sort as their numbers do, and both engines cut them apart alike. */
const DIGITS = 15;
/** Entries that wait: written in the order of the index they lie under twenty times as many touch the same pages of it. */
const WAITING = 200_000;
const AT_ONCE = 1000;

/** Keys of records that have none yet, written many at a time. */
const adding = (db: Connection) => {
  const add = db.prepare<[string]>(
    `INSERT INTO block (key, institution_id)
     SELECT CAST(substr(value, 1, ${DIGITS}) AS BIGINT), substr(value, ${DIGITS + 1}) FROM json_each(?)`,
  );
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    const entries = waiting.sort();
    waiting = [];
    for (let from = 0; from < entries.length; from += AT_ONCE)
      await add.run(JSON.stringify(entries.slice(from, from + AT_ONCE)));
  };
  const addBlocks: BlockBook['addBlocks'] = async (id, keys) => {
    for (const digest of new Set(keys.map(digestOf))) waiting.push(String(digest).padStart(DIGITS, '0') + id);
    if (waiting.length >= WAITING) await flush();
  };
  return { addBlocks, flush };
};

/** The keys under which records are compared. */
export const blockBook = (db: Connection): BlockBook => {
  const { sharingKeys, sharedBlocks } = reading(db);
  const { addBlocks, flush } = adding(db);
  const setBlocks = writing(db);
  return {
    addBlocks,
    sharingKeys: async (id, most) => {
      await flush();
      return sharingKeys(id, most);
    },
    sharedBlocks: async function* (most) {
      await flush();
      yield* sharedBlocks(most);
    },
    setBlocks: async (id, keys, most) => {
      await flush();
      return setBlocks(id, keys, most);
    },
  };
};
