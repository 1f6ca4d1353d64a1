import { setTimeout as sleep } from 'node:timers/promises';
import about from '../../package.json' with { type: 'json' };
import type { Clock } from '../clock.ts';
import { createFetcher, FETCH_DEFAULTS, type Fetcher, type FetchSettings } from './fetcher.ts';
import type { FetchEvent } from './result.ts';

type FetcherNeeds = Readonly<{
  contact: string | null;
  clock: Clock;
  log?: ((event: FetchEvent) => void) | undefined;
  /** For tests: other settings, an origin on this machine for example. The service sets nothing. */
  settings?: Partial<FetchSettings> | undefined;
}>;

/** Opens a fetcher that really waits and draws its waits at random. `clock` tells the time; close it when the night is over. */
export const openFetcher = ({ contact, clock, log, settings }: FetcherNeeds): Fetcher =>
  createFetcher(
    { ...FETCH_DEFAULTS, contact, version: about.version, ...settings },
    {
      now: clock,
      sleep: (milliseconds) => sleep(milliseconds),
      random: () => Math.random(),
      log: log ?? (() => undefined),
    },
  );
