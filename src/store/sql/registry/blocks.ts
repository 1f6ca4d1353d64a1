import type { LinkBook } from '../../link-book.ts';
import type { Connection } from '../connection.ts';

type BlockBook = Pick<LinkBook, 'sharingKeys' | 'sharedBlocks' | 'bearsKey' | 'addBlocks' | 'setBlocks'>;

const MOST = 'CAST(? AS BIGINT)';

const reading = (db: Connection): Omit<BlockBook, 'addBlocks' | 'setBlocks'> => {
  // Each key of its own is gone through no further than `most` before its bearers are read.
  const sharing = db
    .prepare<[string, number], string>(
      `SELECT other.institution_id FROM block own CROSS JOIN block other
       WHERE other.key = own.key AND own.institution_id = ? AND
         NOT EXISTS (SELECT 1 FROM block one WHERE one.key = own.key LIMIT 1 OFFSET ${MOST})`,
    )
    .pluck();
  const bears = db.prepare<[number, string]>('SELECT 1 FROM block WHERE key = ? AND institution_id = ?');
  // Some thousand keys at a time: the next ones are those behind them.
  const page = db
    .prepare<[number, number], readonly [number, string]>(
      `SELECT b.key, b.institution_id FROM (
         SELECT key FROM block WHERE key > ? GROUP BY key HAVING count(*) BETWEEN 2 AND ${MOST} ORDER BY key LIMIT 5000
       ) few JOIN block b ON b.key = few.key ORDER BY b.key, b.institution_id`,
    )
    .raw();
  return {
    sharingKeys: async (id, most) => new Set(await sharing.all(id, most)),
    bearsKey: async (id, key) => (await bears.get(key, id)) !== undefined,
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
    const after = new Set(keys);
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

/** Digits of a key, padded, before the id it belongs to. */
const DIGITS = 15;
/** Entries that wait: written in the order of the index they lie under, a whole registry of a hundred thousand goes through its pages twice. */
const WAITING = 1_500_000;
const AT_ONCE = 1000;

/** Keys of records that have none yet, written many at a time. */
const adding = (db: Connection) => {
  const add = db.prepare<[string]>(
    `INSERT INTO block (key, institution_id)
     SELECT CAST(substr(value, 1, ${DIGITS}) AS BIGINT), substr(value, ${DIGITS + 1}) FROM json_each(?)`,
  );
  let keys = new Float64Array(1024);
  let of = new Uint32Array(1024);
  let ids: string[] = [];
  let count = 0;
  const grow = (): void => {
    const [before, beforeOf] = [keys, of];
    keys = new Float64Array(2 * count);
    of = new Uint32Array(2 * count);
    keys.set(before);
    of.set(beforeOf);
  };
  const idAt = (entry: number): string => ids[of[entry] ?? 0] ?? '';
  /** By key, then by id. */
  const inOrder = (a: number, b: number): number =>
    (keys[a] ?? 0) - (keys[b] ?? 0) || (idAt(a) < idAt(b) ? -1 : 1);
  const flush = async (): Promise<void> => {
    const order = Uint32Array.from({ length: count }, (_, entry) => entry).sort(inOrder);
    for (let from = 0; from < count; from += AT_ONCE) {
      const some = Array.from(order.subarray(from, from + AT_ONCE), (entry) =>
        String(keys[entry]).padStart(DIGITS, '0').concat(idAt(entry)),
      );
      await add.run(JSON.stringify(some));
    }
    count = 0;
    ids = [];
  };
  const addBlocks: BlockBook['addBlocks'] = async (id, given) => {
    for (const key of new Set(given)) {
      if (count === keys.length) grow();
      keys[count] = key;
      of[count] = ids.length;
      count += 1;
    }
    ids.push(id);
    if (count >= WAITING) await flush();
  };
  return { addBlocks, flush };
};

/** The keys under which records are compared. `flush`: what waits is written now. */
export const blockBook = (db: Connection): BlockBook & Readonly<{ flush: () => Promise<void> }> => {
  const { sharingKeys, sharedBlocks, bearsKey } = reading(db);
  const { addBlocks, flush } = adding(db);
  const setBlocks = writing(db);
  return {
    addBlocks,
    flush,
    sharingKeys: async (id, most) => {
      await flush();
      return sharingKeys(id, most);
    },
    bearsKey: async (id, key) => {
      await flush();
      return bearsKey(id, key);
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
