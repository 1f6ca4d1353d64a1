import { setImmediate as turn } from 'node:timers/promises';
import { prepareNewest, type TakingUp } from '../generations.ts';
import type { Reader } from '../registry-reader.ts';
import { newestGeneration } from '../sql/ingest/sources.ts';
import { createReader } from '../sql/registry/reader.ts';
import { loadReference } from '../sql/registry/reference.ts';
import { type Connection, openReading, shared } from './connect.ts';

type PooledReader = Readonly<{ db: Connection; reader: Reader }>;

/**
 * Opens a connection whose read transaction stands still at the newest generation; `last`: the reader it takes over from. The engine answers at once, so that
 * all of it would be one turn of the loop: whoever asks meanwhile is answered in between.
 */
const openPooled = async (file: string, last?: Reader): Promise<PooledReader> => {
  const db = openReading(file);
  db.exec('BEGIN');
  const generation = await newestGeneration(shared(db));
  await turn();
  const known = last?.reference;
  const reference =
    known?.generation === generation ? known : await loadReference(shared(db), generation, known);
  await turn();
  return { db, reader: await createReader(shared(db), generation, true, reference) };
};

/** Readers kept open after a newer one took over, at most: each holds back the log of changes from being worked in. */
const RETIRED = 2;

/** Closes readers some time after they were replaced, when the questions that hold them are long answered. */
const retirement = (graceMs: number) => {
  const retired = new Map<PooledReader, NodeJS.Timeout>();
  const close = (pooled: PooledReader): void => {
    clearTimeout(retired.get(pooled));
    retired.delete(pooled);
    pooled.db.close();
  };
  return {
    retire: (pooled: PooledReader, then: () => void | Promise<void>) => {
      const late = setTimeout(() => {
        close(pooled);
        // Should taking up the file anew fail, the reader at hand simply goes on answering.
        Promise.resolve()
          .then(then)
          .catch(() => undefined);
      }, graceMs);
      retired.set(pooled, late.unref());
      for (const oldest of retired.keys()) if (retired.size > RETIRED) close(oldest);
    },
    closeAll: () => {
      for (const pooled of retired.keys()) close(pooled);
    },
  };
};

type PoolOptions = Readonly<{
  checkpoint: () => void | Promise<void>;
  graceMs: number;
  takesUpAgain: boolean;
}>;

/**
 * Holds the reader that answers. `probe` sees what was published last. `checkpoint` works the log of changes into the database
 * file: a reader that begins after it reads the file itself, which is faster, so the newest generation is taken up once more when its
 * predecessor is closed. Not so where `takesUpAgain` is false, as in a thread that works with one reader for long: it stays open until a
 * newer generation is taken up.
 */
export const readerPool = async (
  file: string,
  probe: Connection,
  { checkpoint, graceMs, takesUpAgain }: PoolOptions,
) => {
  let open = true;
  let current = await openPooled(file);
  const { retire, closeAll } = retirement(graceMs);
  /** False when the pool was closed, or a newer generation taken up, meanwhile. */
  const replace = async (then: () => void | Promise<void>, ready?: TakingUp['ready']): Promise<boolean> => {
    const next = await openPooled(file, current.reader);
    await ready?.(next.reader).catch((cause: unknown) => {
      next.db.close();
      throw cause;
    });
    // Whoever took longer to make an older generation ready does not step back to it.
    if (open && next.reader.generation >= current.reader.generation) {
      retire(current, then);
      current = next;
      return true;
    }
    next.db.close();
    return false;
  };
  const settle = async (): Promise<void> => {
    await checkpoint();
    if (!takesUpAgain) return;
    // A newer generation is taken up by `refresh` alone, when what it needs is ready.
    if (open && (await newestGeneration(shared(probe))) === current.reader.generation)
      await replace(() => undefined);
  };
  return {
    reader: () => current.reader,
    refresh: async ({ before, ready }: TakingUp = {}) => {
      const newest = () => newestGeneration(shared(probe));
      if ((await newest()) === current.reader.generation) return false;
      await prepareNewest(newest, before);
      return open && (await replace(settle, ready));
    },
    close: () => {
      open = false;
      closeAll();
      current.db.close();
    },
  };
};
