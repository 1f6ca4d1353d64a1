import type { FastifyInstance } from 'fastify';
import type { KeyUsage, PartnerUsageStore } from '../../store/service/partner-usage.ts';
import { faultInLog } from '../../store/storage-fault.ts';
import { addDays, shanghaiDay } from '../../text/dates.ts';
import type { Deps } from '../deps.ts';

/** Days for which counts are kept: a quarter, as bills and questions about them need. */
const KEPT_DAYS = 92;

export type Usage = Readonly<{
  /** Counts one request of a key. */
  count(key: number): void;
  /** Notes that the quota refused a request that was counted. */
  refused(key: number): void;
  /** Adds what was counted since to what is kept; what cannot be written now is written with the next flush. */
  flush(): Promise<void>;
}>;

/** Counts requests of partners in memory, by day in Asia/Shanghai; `flush` adds them to the store, so that several processes add up. */
const openUsage = (store: () => Pick<PartnerUsageStore, 'add'>, clock: () => Date): Usage => {
  let fresh = new Map<string, KeyUsage>();
  const add = ({ key, day, requests, refused }: KeyUsage): void => {
    const at = `${key} ${day}`;
    const known = fresh.get(at) ?? { key, day, requests: 0, refused: 0 };
    fresh.set(at, { key, day, requests: known.requests + requests, refused: known.refused + refused });
  };
  return {
    count: (key) => add({ key, day: shanghaiDay(clock()), requests: 1, refused: 0 }),
    refused: (key) => add({ key, day: shanghaiDay(clock()), requests: 0, refused: 1 }),
    flush: async () => {
      if (fresh.size === 0) return;
      const counted = [...fresh.values()];
      fresh = new Map();
      try {
        await store().add(counted, addDays(shanghaiDay(clock()), -KEPT_DAYS));
      } catch (fault) {
        for (const one of counted) add(one);
        throw fault;
      }
    },
  };
};

const FLUSH_MS = 60_000;

/** Counts the requests of partners' keys in this service; written once a minute and at the end. */
export const countUsage = (app: FastifyInstance, { state, clock }: Pick<Deps, 'state' | 'clock'>): Usage => {
  const usage = openUsage(() => state().partnerUsage, clock);
  const flush = () =>
    usage.flush().catch((fault: unknown) => app.log.error(faultInLog(fault), 'usage not written'));
  const timer = setInterval(flush, FLUSH_MS);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await flush();
  });
  return usage;
};
