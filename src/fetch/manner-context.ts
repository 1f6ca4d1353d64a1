import type { FetchEvent } from './result.ts';

/** Time, sleep, random numbers and a log, handed to every manner so that tests control them. */
export type MannerContext = Readonly<{
  now: () => Date;
  sleep: (milliseconds: number) => Promise<void>;
  /** 0 (inclusive) to 1 (exclusive). */
  random: () => number;
  log: (event: FetchEvent) => void;
}>;
