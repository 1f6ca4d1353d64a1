import type { MannerContext } from './manner-context.ts';
import { retryAfter } from './retry-after.ts';
import { type Manner, type Reply, type Trouble, trouble } from './send.ts';

type RetrySettings = Readonly<{
  /** Tries in all. */
  attempts: number;
  /** Wait before the second try; it doubles each time, and each wait is drawn between half and all of it. */
  firstWaitMs: number;
  /** A host that asks to wait longer is left for another time. */
  longestWaitMs: number;
}>;

/** Statuses that may pass: too many requests, timeouts and server errors. 521 is none of them: it is a script challenge. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

const mayTryAgain = (reply: Reply | Trouble): boolean => (reply.ok ? PASSING.has(reply.status) : reply.again);

/** Retries failures that may pass, after growing waits with jitter, and not before the instant of a Retry-After. */
export const retry =
  (settings: RetrySettings, context: MannerContext): Manner =>
  (next) =>
  async (hop) => {
    let reply = await next(hop);
    for (let attempt = 1; attempt < settings.attempts && mayTryAgain(reply); attempt += 1) {
      const now = context.now();
      const asked = reply.ok ? retryAfter(reply.headers['retry-after'], now) : null;
      if (asked !== null && asked - now.getTime() > settings.longestWaitMs) {
        return trouble('deferred', 'the host asked to wait (Retry-After)', { until: asked });
      }
      const backoff = settings.firstWaitMs * 2 ** (attempt - 1) * (0.5 + context.random() / 2);
      const wait = Math.max(backoff, asked === null ? 0 : asked - now.getTime());
      const why = reply.ok ? `status ${reply.status}` : reply.why;
      context.log({
        event: 'retry',
        source: hop.source,
        url: hop.url.href,
        detail: `${why}; try ${attempt + 1}`,
      });
      await context.sleep(wait);
      reply = await next(hop);
    }
    return reply;
  };
