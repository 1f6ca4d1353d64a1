import type { Client } from 'pg';

/** Between an end of the connection and the next attempt, in milliseconds: at first, and at most. */
const FIRST_MS = 250;
const LONGEST_MS = 30_000;

/** What connections that listen are called in the database, after the name of their process: one for each. */
export const LISTENING = ', listening';

/**
 * Calls `heard` whenever another process publishes, over a connection of its own; and whenever the connection begins, since what was said
 * before it was not heard. A connection that ends is made again, at growing intervals. Gives the function that ends it.
 * @param name what this process is called in the database
 */
export const listenTo = (url: string, name: string, heard: () => void): (() => Promise<void>) => {
  let [closed, waitMs]: [boolean, number] = [false, FIRST_MS];
  let [client, later]: [Client | null, NodeJS.Timeout | undefined] = [null, undefined];
  const again = (): void => {
    if (closed) return;
    clearTimeout(later);
    later = setTimeout(() => void connect(), waitMs).unref();
    waitMs = Math.min(waitMs * 2, LONGEST_MS);
  };
  const connect = async (): Promise<void> => {
    const { default: pg } = await import('pg');
    const own = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: `${name}${LISTENING}`,
    });
    client = own;
    // Without a listener a connection that breaks would end the process.
    own.on('error', () => undefined);
    own.once('end', () => client === own && again());
    own.on('notification', heard);
    try {
      await own.connect();
      await own.query('LISTEN licet');
      waitMs = FIRST_MS;
      if (closed) await own.end();
      else heard();
    } catch {
      // A connection that was never made does not tell of its end.
      await own.end().catch(() => undefined);
      again();
    }
  };
  void connect();
  return async () => {
    closed = true;
    clearTimeout(later);
    await client?.end().catch(() => undefined);
  };
};
