import type { Test } from 'tap';
import { createFetcher, FETCH_DEFAULTS, type FetchSettings } from '../../src/fetch/fetcher.ts';
import type { FetchEvent, FetchRequest } from '../../src/fetch/result.ts';
import { startOrigin } from './origin.ts';

export const LIST = '<html><table><tr><th>机构名称</th></tr><tr><td>编造示例医院</td></tr></table></html>';
export const page = (body: string) => ({ kind: 'page', body }) as const;

/** A fetch room on simulated time: sleeping moves the clock and takes none. */
export const room = async (
  t: Test,
  settings: Partial<FetchSettings> = {},
  start = '2026-11-21T04:00:00Z',
) => {
  const origin = await startOrigin();
  const events: FetchEvent[] = [];
  const sleeps: number[] = [];
  let time = Date.parse(start);
  const fetcher = createFetcher(
    {
      ...FETCH_DEFAULTS,
      contact: 'mailto:operator@example.org',
      version: '0.1',
      allowLoopback: true,
      ...settings,
    },
    {
      now: () => new Date(time),
      sleep: async (milliseconds) => {
        sleeps.push(milliseconds);
        time += milliseconds;
      },
      random: () => 0.5,
      log: (event) => events.push(event),
    },
  );
  t.teardown(() => Promise.all([fetcher.close(), origin.close()]));
  const get = (path: string, more: Partial<FetchRequest> = {}) =>
    fetcher.get({
      url: URL.canParse(path) ? path : `${origin.url}${path}`,
      source: 'cn-made-up-list',
      plainHttp: true,
      ...more,
    });
  const pages = () => origin.seen.filter((one) => one.path !== '/robots.txt');
  return { origin, get, events, sleeps, pages, pass: (milliseconds: number) => (time += milliseconds) };
};
