import { hashOfLines } from '../../integrity/hash-of-lines.ts';
import { PackDoesNotFit, type PackToTake } from '../../packs.ts';
import { contradicts } from '../../storage-fault.ts';
import { type Awaitable, type Connection, writing } from '../connection.ts';
import { descriptorsAt, newestGeneration } from '../ingest/sources.ts';
import { chainFaults, chainRows } from '../registry/chain.ts';
import { hashLines } from '../registry/hash-lines.ts';
import { saveFollowing } from './following.ts';
import { packRows } from './read-pack.ts';
import { type Travelling, travelling } from './travelling.ts';

type Row = Readonly<Record<string, unknown>>;

const statements = (db: Connection, { table, columns, key }: Travelling) => {
  const names = columns.map(({ column }) => `"${column}"`).join(', ');
  const where = key.map(({ column }) => `"${column}" = ?`).join(' AND ');
  const insert = db.prepare(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const remove = db.prepare(`DELETE FROM "${table}" WHERE ${where}`);
  const valueIn = (row: Row, member: string, json: boolean): unknown => {
    const value = row[member] ?? null;
    return json && value !== null ? JSON.stringify(value) : value;
  };
  return {
    insert: async (line: string) => {
      const row = JSON.parse(line) as Row;
      await insert.run(...columns.map(({ member, json }) => valueIn(row, member, json)));
    },
    remove: (key: readonly unknown[]) => remove.run(...key),
    keyOf: (line: string) => {
      const row = JSON.parse(line) as Row;
      return key.map(({ member }) => row[member]);
    },
  };
};

/** What goes: everything there is, or the rows that the pack names and those it brings anew. */
const clear = async (db: Connection, pack: PackToTake): Promise<void> => {
  if (pack.whole) for (const { table } of travelling) await db.exec(`DELETE FROM "${table}"`);
  if (pack.whole) return;
  const by = new Map(travelling.map((one) => [one.file, statements(db, one)]));
  for await (const { file, key } of pack.gone()) await by.get(file)?.remove(key);
  for (const [file, { keyOf, remove }] of by)
    for await (const line of pack.lines(file)) await remove(keyOf(line));
};

const fill = async (db: Connection, pack: PackToTake): Promise<void> => {
  for (const one of travelling) {
    const { insert } = statements(db, one);
    for await (const line of pack.lines(one.file)) await insert(line);
  }
  // What the rows of lists were read from is of the reader of lists alone.
  await db.exec('DELETE FROM row_list');
};

/** The chain of generations holds, and the generation that was the newest one here is in it as it was. */
const checkChain = async (
  db: Connection,
  before: readonly Readonly<{ number: number; chain: string | null }>[],
): Promise<void> => {
  const rows = await chainRows(db);
  const [fault] = chainFaults(rows);
  if (fault !== undefined) throw new PackDoesNotFit(`its chain of generations does not hold: ${fault}`);
  const last = before.at(-1);
  if (last !== undefined && rows.find(({ number }) => number === last.number)?.chain !== last.chain)
    throw new PackDoesNotFit(
      `it is of another history than the one followed so far: its generation ${last.number} is not ours`,
    );
};

const checkHash = async (db: Connection): Promise<void> => {
  const generation = await newestGeneration(db);
  const stated = (await packRows(db)).registryHash;
  const found = await hashOfLines(hashLines(db, generation, await descriptorsAt(db, generation)));
  if (found !== stated)
    throw new PackDoesNotFit(`its rows have the registry hash ${found}, but it states ${stated}`);
};

const isContradiction = (cause: unknown): boolean => cause instanceof SyntaxError || contradicts(cause);

const take = async (db: Connection, pack: PackToTake): Promise<void> => {
  const before = await chainRows(db);
  try {
    await clear(db, pack);
    await fill(db, pack);
  } catch (cause) {
    // A full disk is no fault of the pack.
    throw isContradiction(cause) ? new PackDoesNotFit('its rows contradict each other', { cause }) : cause;
  }
  await checkChain(db, before);
  await checkHash(db);
  await pack.check(await packRows(db));
  await saveFollowing(db, pack.following);
};

/** Takes rows over in one transaction, as `PackBook` says; `goOn` is done in it, after all rows. */
export const takePack = (db: Connection, pack: PackToTake, goOn: () => Awaitable<void>): Promise<void> =>
  writing(db, async () => {
    await take(db, pack);
    await goOn();
  });
