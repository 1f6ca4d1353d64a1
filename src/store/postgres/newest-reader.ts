import { type Generations, prepareNewest, prepareOnce } from '../generations.ts';
import type { Reader } from '../registry-reader.ts';
import type { Connection } from '../sql/connection.ts';
import { newestGeneration } from '../sql/ingest/sources.ts';
import { createReader } from '../sql/registry/reader.ts';
import { HalfMovedError, ReplacedError } from './faults.ts';
import { MOVING, SAID } from './migrate.ts';

/** A generation as its row says it was published. */
type Published = Readonly<{ number: number; at: string; hash: string }>;
type Row = Published | Readonly<{ number: null }>;

/** `newest`: number of the newest generation, 0 for none; `ours`: the one of the number that was asked for, as the database holds it. */
type Standing = Readonly<{ newest: number; ours: Published | undefined }>;

/** Looks at both with one question, which also finds out whether a folder is being moved there: nothing is read from a half. */
const looker = (pool: Connection, moves: boolean) => {
  const rows = pool.prepare<[number], Row & { said: string | null }>(
    `SELECT ${SAID} AS said, g.number, g.at, g.registry_hash AS hash FROM (SELECT 1) one
     LEFT JOIN generation g ON g.number = ? OR g.number = (SELECT max(number) FROM generation)`,
  );
  return async (number: number): Promise<Standing> => {
    const found = await rows.all(number);
    if (found[0]?.said === MOVING && !moves) throw new HalfMovedError();
    const published = found.filter((row) => row.number !== null);
    const newest = published.reduce((most, one) => Math.max(most, one.number), 0);
    return { newest, ours: published.find((one) => one.number === number) };
  };
};

const isOf = (ours: Published | undefined, { generation, reference }: Reader): boolean =>
  generation === 0 || (ours?.hash === reference.registryHash && ours.at === reference.publishedAt);

/** Stands for a reader whose registry the database does not hold any more: whoever asks it is told to ask again. */
const inVain = (reader: Reader): Reader => {
  const refuse = async (): Promise<never> => {
    throw new ReplacedError(reader.generation);
  };
  const names: Reader['names'] = () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) });
  const members = Object.entries(reader).map(([name, one]) => [
    name,
    typeof one === 'function' ? refuse : one,
  ]);
  const reference = { ...reader.reference, registryHash: '' };
  return { ...(Object.fromEntries(members) as Reader), names, reference };
};

type Options = Readonly<{ moves: boolean; registryHash: () => Promise<string | null> }>;

/**
 * The reader that answers from a database, and its moves to newer generations. A database may go back (it is restored, or a copy takes over
 * that lacked the last of it) and then give the same number to another generation: so each look compares what answered with what stands
 * there. Where it is gone, nothing is answered until what stands there was found to be what was published: its rows have its hash.
 */
export const newestReader = async (
  pool: Connection,
  { moves, registryHash }: Options,
): Promise<Pick<Generations, 'reader' | 'refresh'>> => {
  const look = looker(pool, moves);
  const newest = () => newestGeneration(pool);
  /** `known`: the reader as it was made; `current`: what answers, which is the same or stands for it in vain. */
  let known = await createReader(pool, await newest(), false);
  let current = known;
  const proven = async (next: Reader): Promise<void> => {
    const found = await registryHash();
    // While accepted pages wait for publication, rows already say what the next generation will say.
    const differs = found !== null && found !== next.reference.registryHash;
    if (next.generation === 0 || differs) throw new ReplacedError(known.generation);
  };
  return {
    reader: () => current,
    refresh: async ({ before, ready } = {}) => {
      const began = known;
      const standing = await look(began.generation);
      const stays = isOf(standing.ours, began);
      if (stays && standing.newest === began.generation && current === known) return false;
      if (!stays && current === began) current = inVain(began);
      // What stands in a database that was put back is proven of its newest generation.
      const made = await (stays ? prepareOnce : prepareNewest)(newest, before);
      const next = await createReader(pool, made, false, stays ? began.reference : undefined);
      if (!stays) await proven(next);
      await ready?.(next);
      // Whoever took longer to make an older generation ready does not step back to it.
      if (known !== began && next.generation <= known.generation) return false;
      if (!isOf((await look(next.generation)).ours, next)) return false;
      known = next;
      current = next;
      return true;
    },
  };
};
