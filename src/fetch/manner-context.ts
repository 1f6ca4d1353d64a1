import type { FetchEvent } from './result.ts';

/** What manners receive instead of reaching for it: time, sleep, chance and a log. */
export type MannerContext = Readonly<{
  now: () => Date;
  sleep: (milliseconds: number) => Promise<void>;
  /** 0 (inclusive) to 1 (exclusive). */
  random: () => number;
  log: (event: FetchEvent) => void;
}>;
