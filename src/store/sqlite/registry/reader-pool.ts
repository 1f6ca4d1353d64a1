import type { PageUseAsk } from '../../page-use.ts';
import type { Reader } from '../../registry-reader.ts';
import { type Connection, openReading } from '../connect.ts';
import { allSnapshots, currentRecord, pastGenerations } from '../history/history.ts';
import { findNight, firstNightAt, lastNights, listNights } from '../history/nights.ts';
import { pagesInUse } from '../history/pages-in-use.ts';
import { listRuns } from '../ingest/runs.ts';
import { newestGeneration } from '../ingest/sources.ts';
import { allJudgements, allReviewPairs, newestRowOf, unorderedReviewPairs } from './judgements.ts';
import { createReader } from './reader.ts';
import { sourceStates } from './reference.ts';

type PooledReader = Readonly<{ db: Connection; reader: Reader }>;

/** Opens a connection whose read transaction stands still at the newest generation; `last`: the reader it takes over from. */
const openPooled = (file: string, last?: Reader): PooledReader => {
  const db = openReading(file);
  db.exec('BEGIN');
  return { db, reader: createReader(db, newestGeneration(db), true, last?.reference) };
};

/** Nights shown of each source. */
const NIGHTS = 30;

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

/**
 * Holds the reader that answers. `checkpoint` works the log of changes into the database file: a reader that begins after it
 * reads the file itself, which is faster, so the newest generation is taken up once more when its predecessor is closed.
 */
export const readerPool = (file: string, checkpoint: () => void | Promise<void>, graceMs: number) => {
  let open = true;
  let current = openPooled(file);
  const probe = openReading(file);
  const { retire, closeAll } = retirement(graceMs);
  const replace = (then: () => void | Promise<void>): void => {
    const next = openPooled(file, current.reader);
    retire(current, then);
    current = next;
  };
  const settle = async (): Promise<void> => {
    await checkpoint();
    // A newer generation is taken up by `refresh` alone, when what it needs is ready.
    if (open && newestGeneration(probe) === current.reader.generation) replace(() => undefined);
  };
  return {
    reader: () => current.reader,
    refresh: async (before?: () => Promise<void>) => {
      if (newestGeneration(probe) === current.reader.generation) return false;
      await before?.();
      if (!open) return false;
      replace(settle);
      return true;
    },
    sources: async () => sourceStates(probe, newestGeneration(probe), Number.MAX_SAFE_INTEGER),
    runs: async (limit: number, source?: string) => listRuns(probe, limit, source ?? null),
    nights: async (limit: number) => listNights(probe, limit),
    night: async (id: number) => findNight(probe, id),
    lastNights: async (limit = NIGHTS) => lastNights(probe, limit),
    firstNightAt: async () => firstNightAt(probe),
    pastGenerations: async (last: number) => pastGenerations(probe, last),
    snapshots: async () => allSnapshots(probe),
    judgements: async () => allJudgements(probe),
    reviewPairs: async () => allReviewPairs(probe),
    unorderedPairs: async () => unorderedReviewPairs(probe),
    newestRowOf: async (institution: string) => newestRowOf(probe, institution),
    pagesInUse: async (ask: PageUseAsk) => pagesInUse(probe, ask),
    currentRecord: async (source: string, key: string) => currentRecord(probe, source, key),
    close: () => {
      open = false;
      closeAll();
      current.db.close();
      probe.close();
    },
  };
};
