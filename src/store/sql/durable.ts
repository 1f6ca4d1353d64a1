import type { Awaitable, Connection } from './connection.ts';

/** Where what the service records is kept: a connection that reads, and writes that last once they are told of. */
export type Durable = Readonly<{
  reading: Connection;
  /** Runs `work` in a transaction of its own and gives what it gives, once that lasts whatever happens to the machine's power. */
  write<T>(work: (db: Connection) => Awaitable<T>): Promise<T>;
  /** A number that is another one after every transaction of any process; an engine that cannot tell gives another one each time. */
  version(): number;
  /**
   * Takes the turn for what several processes must not do at once, and gives the function that ends it; null while another process has
   * it. It ends with the process, however that ends. An engine of one machine gives it to whoever asks.
   */
  turn(name: string): Promise<(() => Promise<void>) | null>;
  close(): Promise<void>;
}>;
