import { setTimeout as sleep } from 'node:timers/promises';
import about from '../../package.json' with { type: 'json' };
import type { Clock } from '../clock.ts';
import { createFetcher, FETCH_DEFAULTS, type Fetcher, type FetchSettings } from './fetcher.ts';
import type { FetchEvent } from './result.ts';

export type FetchingNeeds = Readonly<{
  contact: string | null;
  clock: Clock;
  log?: ((event: FetchEvent) => void) | undefined;
  /** What a test sets otherwise, an origin on this machine for example. The service sets nothing. */
  settings?: Partial<FetchSettings> | undefined;
}>;

/** Opens the fetch room with real time, real sleep and real chance. Close it when the night is over. */
export const openFetching = ({ contact, clock, log, settings }: FetchingNeeds): Fetcher =>
  createFetcher(
    { ...FETCH_DEFAULTS, contact, version: about.version, ...settings },
    {
      now: clock,
      sleep: (milliseconds) => sleep(milliseconds),
      random: () => Math.random(),
      log: log ?? (() => undefined),
    },
  );
