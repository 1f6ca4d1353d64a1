import type { FastifyInstance } from 'fastify';
import type { Day } from '../../schema/base.ts';
import type { Asked, DemandStore } from '../store/service/demand.ts';
import { faultInLog } from '../store/storage-fault.ts';
import { shanghaiDay } from '../text/dates.ts';

/** Institutions told apart between two writes; questions about further ones are not counted. */
const MOST_COUNTED = 5_000;
const FLUSH_MS = 60_000;

/** Counts in memory whom is asked for, so that no answer waits for a disk. */
export type Demand = Readonly<{
  count(institutions: readonly string[]): void;
  /** Adds what was counted since to what is kept. */
  flush(): Promise<void>;
}>;

/** Counts whom is asked for; `flush` adds it to the store, so that several processes add up. */
export const createDemand = (store: () => Pick<DemandStore, 'add'>, clock: () => Date): Demand => {
  let fresh = new Map<string, number>();
  let cleared: Day = shanghaiDay(clock());
  const note = (institution: string, times: number): void => {
    const known = fresh.get(institution);
    if (known !== undefined || fresh.size < MOST_COUNTED) fresh.set(institution, (known ?? 0) + times);
  };
  return {
    count: (institutions) => {
      for (const id of institutions) note(id, 1);
    },
    flush: async () => {
      const today = shanghaiDay(clock());
      // What is old is forgotten once a day, whether anybody asks or not.
      if (fresh.size === 0 && cleared === today) return;
      const counted: Asked = fresh;
      fresh = new Map();
      try {
        await store().add(counted, today);
        cleared = today;
      } catch (fault) {
        // What could not be written now is written with the next flush.
        for (const [institution, times] of counted) note(institution, times);
        throw fault;
      }
    },
  };
};

/** Writes what was counted once a minute, and at the end. */
export const keepDemand = (app: FastifyInstance, demand: Demand): void => {
  const flush = () =>
    demand.flush().catch((fault) => app.log.error(faultInLog(fault), 'whom is asked for was not written'));
  const timer = setInterval(flush, FLUSH_MS);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await flush();
  });
};
