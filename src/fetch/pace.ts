import type { MannerContext } from './manner-context.ts';
import { retryAfter } from './retry-after.ts';
import { type Manner, trouble } from './send.ts';

type PaceSettings = Readonly<{
  /** Milliseconds between two requests to one host. */
  gapMs: number;
  /** A longer wait than this is not slept through: the page is deferred. */
  longestWaitMs: number;
  /** A host's own wish (Crawl-delay), in milliseconds, as far as it is known. */
  delayOf: (url: URL) => number;
}>;

/**
 * One request at a time and host, with a gap after each, and none before the instant a Retry-After named. Requests for
 * one host queue in the order they came; hosts do not wait for one another.
 */
export const pace = (settings: PaceSettings, context: MannerContext): Manner => {
  const free = new Map<string, number>();
  const queues = new Map<string, Promise<unknown>>();
  return (next) => (hop) => {
    const { host } = hop.url;
    const turn = async () => {
      const now = context.now().getTime();
      const from = free.get(host) ?? now;
      const wait = Math.max(0, from - now);
      if (wait > settings.longestWaitMs)
        return trouble('deferred', 'the host asked to wait', { until: from });
      if (wait > 0) {
        context.log({ event: 'wait', source: hop.source, url: hop.url.href, detail: `${wait} ms` });
        await context.sleep(wait);
      }
      const reply = await next(hop);
      const after = context.now();
      const asked = reply.ok ? retryAfter(reply.headers['retry-after'], after) : null;
      const gap = Math.max(settings.gapMs, settings.delayOf(hop.url));
      free.set(host, Math.max(after.getTime() + gap, asked ?? 0));
      return reply;
    };
    const mine = (queues.get(host) ?? Promise.resolve()).then(turn, turn);
    queues.set(host, mine);
    return mine;
  };
};
