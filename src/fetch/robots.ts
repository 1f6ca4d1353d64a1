import { createRequire } from 'node:module';
import { decodePage } from '../readers/formats/charset.ts';
import type { MannerContext } from './manner-context.ts';
import type { RobotsDecision } from './result.ts';
import { type Hop, type Manner, type Reply, type Send, type Trouble, trouble } from './send.ts';

type Robots = Readonly<{
  isAllowed(url: string, agent: string): boolean | undefined;
  getMatchingLineNumber(url: string, agent: string): number;
  getCrawlDelay(agent: string): number | undefined;
}>;

// The package is CommonJS, and its types describe a module that it is not.
const parse: (url: string, text: string) => Robots = createRequire(import.meta.url)('robots-parser');

type RobotsSettings = Readonly<{
  /** Product token that rules are matched against. */
  token: string;
  keepMs: number;
}>;

type RobotsManner = Readonly<{
  manner: Manner;
  /** The host's Crawl-delay in milliseconds, at most a minute; 0 when none is known. */
  delayOf: (url: URL) => number;
}>;

type Kept = Readonly<{ until: number; robots: Robots | null; trouble: Trouble | null }>;

const MAX_DELAY_MS = 60_000;
const MAX_REDIRECTS = 5;

/** Follows what a robots.txt redirects to; RFC 9309 §2.3.1.2 asks for at least five steps. */
const askFor = async (hop: Hop, next: Send, left: number): Promise<Reply | Trouble> => {
  const reply = await next(hop);
  const to = reply.ok && reply.status >= 300 && reply.status < 400 ? reply.headers.location : undefined;
  if (to === undefined || left === 0 || !URL.canParse(to, hop.url.href)) return reply;
  return askFor({ ...hop, url: new URL(to, hop.url) }, next, left - 1);
};

const read = (url: string, { bytes, headers }: Reply): Robots => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  // A web page served in its place holds no rules.
  if (/^\s*</.test(start)) return parse(url, '');
  return parse(url, decodePage(bytes, headers['content-type'] ?? '').text);
};

/**
 * Obeys robots.txt (RFC 9309): kept for a day; absent (4xx) allows all; out of reach (5xx, no answer) allows nothing for
 * now. Every decision is logged and travels with the result.
 */
export const robots = (settings: RobotsSettings, context: MannerContext): RobotsManner => {
  const kept = new Map<string, Kept>();
  const load = async (hop: Hop, next: Send): Promise<Kept> => {
    const url = new URL('/robots.txt', hop.url);
    const { secret: _, ...open } = hop;
    const reply = await askFor(
      { ...open, url, headers: { ...hop.headers, accept: 'text/plain' } },
      next,
      MAX_REDIRECTS,
    );
    const until = context.now().getTime() + settings.keepMs;
    if (!reply.ok) return { until: 0, robots: null, trouble: reply };
    if (reply.status >= 500) {
      return {
        until: 0,
        robots: null,
        trouble: trouble('unreachable', `robots.txt answers ${reply.status}`),
      };
    }
    return { until, robots: reply.status === 200 ? read(url.href, reply) : null, trouble: null };
  };
  const decide = (found: Robots | null, url: URL): RobotsDecision => {
    const allowed = found?.isAllowed(url.href, settings.token) !== false;
    const line = found?.getMatchingLineNumber(url.href, settings.token) ?? -1;
    const from = found === null ? 'none' : 'robots.txt';
    return { allowed, from, url: new URL('/robots.txt', url).href, line: line > 0 ? line : null };
  };
  const manner: Manner = (next) => async (hop) => {
    const { origin } = hop.url;
    const before = kept.get(origin);
    const now =
      before !== undefined && before.until > context.now().getTime() ? before : await load(hop, next);
    kept.set(origin, now);
    if (now.trouble !== null) return now.trouble;
    const decision = decide(now.robots, hop.url);
    const decided = decision.allowed ? 'allowed' : 'forbidden';
    context.log({
      event: 'robots',
      source: hop.source,
      url: hop.url.href,
      detail: `${decided}, line ${decision.line ?? '–'}`,
    });
    if (!decision.allowed) {
      return trouble('forbidden-by-robots', `line ${decision.line ?? '?'} of ${decision.url}`, {
        robots: decision,
      });
    }
    const reply = await next(hop);
    return { ...reply, robots: decision };
  };
  const delayOf = (url: URL) => {
    const seconds = kept.get(url.origin)?.robots?.getCrawlDelay(settings.token) ?? 0;
    return Math.min(MAX_DELAY_MS, Math.max(0, seconds) * 1_000);
  };
  return { manner, delayOf };
};
