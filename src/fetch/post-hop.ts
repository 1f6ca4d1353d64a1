import type { Hop } from './send.ts';

/** What the manners of one sending are given: it neither waits nor writes a line. */
export const unlogged = {
  now: () => new Date(0),
  sleep: async () => {},
  random: () => 0,
  log: () => undefined,
};

/** One sending of a webhook to an address. */
export const hopTo = (url: string, allowLoopback: boolean, more: Pick<Hop, 'headers' | 'body'>): Hop => ({
  url: new URL(url),
  source: 'webhook',
  plainHttp: allowLoopback,
  ...more,
});
