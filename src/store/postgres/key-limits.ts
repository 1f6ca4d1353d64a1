import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { KeyLimits, KeyQuota } from '../service/key-limits.ts';

/** Longest time that a request waits for its count, in milliseconds. */
const WAIT_MS = 250;
const WINDOW_S = 60;
const CONNECTIONS = 4;

const quotaOf = (quota: number, { consumedPoints, msBeforeNext }: RateLimiterRes): KeyQuota => ({
  remaining: quota - consumedPoints,
  seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
});

const openPool = async (url: string, name: string): Promise<Pool> => {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max: CONNECTIONS,
    allowExitOnIdle: true,
    connectionTimeoutMillis: WAIT_MS,
    query_timeout: WAIT_MS,
  });
  pool.on('error', () => undefined);
  return pool;
};

/** A limiter of keys with this quota; one whose minute is used up is refused without a question to the database. */
const limiterOf = (pool: Pool, quota: number): RateLimiterPostgres => {
  const options = { points: quota, duration: WINDOW_S, keyPrefix: 'key' };
  return new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'licet',
    tableName: 'key_count',
    tableCreated: true,
    inMemoryBlockOnConsumed: quota,
    insuranceLimiter: new RateLimiterMemory(options),
  });
};

/**
 * Counts in the database, on connections of its own, so that no count waits behind a question. Where it does not answer within a quarter
 * of a second, this process counts for itself as long as that lasts.
 */
export const keyLimitsIn = (
  url: string,
  name: string,
): KeyLimits & Readonly<{ close: () => Promise<void> }> => {
  const limiters = new Map<number, RateLimiterPostgres>();
  let opened: Promise<Pool> | null = null;
  const limiter = async (quota: number): Promise<RateLimiterPostgres> => {
    opened ??= openPool(url, name);
    const pool = await opened;
    const made = limiters.get(quota) ?? limiterOf(pool, quota);
    limiters.set(quota, made);
    return made;
  };
  return {
    count: async (key, quota) => {
      try {
        return quotaOf(quota, await (await limiter(quota)).consume(key));
      } catch (cause) {
        // The library says so of a key whose minute is used up.
        if (cause instanceof RateLimiterRes) return { ...quotaOf(quota, cause), remaining: -1 };
        throw cause;
      }
    },
    close: async () => void (await (await opened)?.end()),
  };
};
