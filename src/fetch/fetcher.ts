import { createHash } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { createAgent } from './agent.ts';
import { breaker } from './breaker.ts';
import { challengeIn } from './challenge.ts';
import { guard } from './guard.ts';
import type { MannerContext } from './manner-context.ts';
import { origin } from './origin.ts';
import { pace } from './pace.ts';
import { type Arrival, followRedirects } from './redirects.ts';
import type { FetchRequest, FetchResult } from './result.ts';
import { retry } from './retry.ts';
import { robots } from './robots.ts';
import type { Hop, Manner, Reply, Send, Trouble } from './send.ts';
import { USER_AGENT_TOKEN, userAgent } from './user-agent.ts';

export type FetchSettings = Readonly<{
  /** Who runs this service, a mail or web address: part of the User-Agent. */
  contact: string | null;
  version: string;
  gapMs: number;
  timeoutMs: number;
  maxBytes: number;
  maxRedirects: number;
  attempts: number;
  firstWaitMs: number;
  longestWaitMs: number;
  breakerFailures: number;
  breakerRestMs: number;
  /** For tests with an origin on this machine. The service never sets it. */
  allowLoopback: boolean;
  lookup?: LookupFunction;
}>;

/** One request in 3 s and host, 30 s and 20 MB a page, five redirects, three tries, half an hour's rest for a failing host. */
export const FETCH_DEFAULTS: Omit<FetchSettings, 'contact' | 'version'> = {
  gapMs: 3_000,
  timeoutMs: 30_000,
  maxBytes: 20 * 1_048_576,
  maxRedirects: 5,
  attempts: 3,
  firstWaitMs: 2_000,
  longestWaitMs: 120_000,
  breakerFailures: 5,
  breakerRestMs: 1_800_000,
  allowLoopback: false,
};

export type Fetcher = Readonly<{
  /** Fetches one page through all manners. Never throws for anything an origin does. */
  get: (request: FetchRequest) => Promise<FetchResult>;
  close: () => Promise<void>;
}>;

/** Wraps `inner` in the manners, the first one outermost. */
const compose = (manners: readonly Manner[], inner: Send): Send =>
  manners.reduceRight((next, manner) => manner(next), inner);

const hopOf = (request: FetchRequest, agentName: string): Hop => {
  const { etag, lastModified } = request.previous ?? {};
  const url = new URL(request.url);
  return {
    url,
    ...(request.secret !== undefined && { secret: { ...request.secret, origin: url.origin } }),
    source: request.source,
    plainHttp: request.plainHttp === true,
    headers: {
      'user-agent': agentName,
      accept: request.accept ?? '*/*',
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    },
  };
};

type Way = Pick<FetchResult, 'requestedUrl' | 'url' | 'retrievedAt' | 'redirects' | 'robots'>;

const settleTrouble = (way: Way, { state, why, limit, until }: Trouble): FetchResult => {
  if (state === 'too-big') return { ...way, state, why, limit: limit ?? 0 };
  if (state === 'deferred') return { ...way, state, why, until: new Date(until ?? 0).toISOString() };
  return state === 'unreachable' ? { ...way, state, why, status: null } : { ...way, state, why };
};

const settleReply = (way: Way, { status, headers, bytes }: Reply, request: FetchRequest): FetchResult => {
  const { etag: sent, lastModified: since } = request.previous ?? {};
  // A 304 to a request without validators comes from some cache and does not tell how old its page is.
  if (status === 304 && sent === undefined && since === undefined)
    return { ...way, state: 'unreachable', why: 'status 304 to an unconditional request', status };
  if (status === 304) return { ...way, state: 'not-modified', by: 'validator' };
  const contentType = headers['content-type'] ?? '';
  const why = challengeIn(status, contentType, bytes);
  if (why !== null) return { ...way, state: 'challenged', why, status };
  if (status !== 200) return { ...way, state: 'unreachable', why: `status ${status}`, status };
  if (bytes.length === 0) return { ...way, state: 'unreachable', why: 'an empty answer', status };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === request.previous?.sha256) return { ...way, state: 'not-modified', by: 'hash' };
  const [etag, lastModified] = [headers.etag ?? null, headers['last-modified'] ?? null];
  const transport = way.url.startsWith('https:') ? 'https' : 'http';
  return { ...way, state: 'fetched', status, bytes, sha256, contentType, etag, lastModified, transport };
};

const settle = (request: FetchRequest, { reply, url, redirects }: Arrival, now: Date): FetchResult => {
  const way: Way = {
    requestedUrl: request.url,
    url: url.href,
    retrievedAt: now.toISOString(),
    redirects,
    robots: reply.robots ?? null,
  };
  return reply.ok ? settleReply(way, reply, request) : settleTrouble(way, reply);
};

/**
 * Opens the fetch room: one agent, one set of manners, shared by all sources so that two sources on one host still keep
 * its pace. Time, sleep and chance are handed in. Close it when the night is over.
 */
export const createFetcher = (settings: FetchSettings, context: MannerContext): Fetcher => {
  const agent = createAgent(settings);
  const rules = robots({ token: USER_AGENT_TOKEN, keepMs: 86_400_000 }, context);
  const { gapMs, longestWaitMs, attempts, firstWaitMs } = settings;
  const send = compose(
    [
      rules.manner,
      guard(settings.allowLoopback, context),
      breaker({ failures: settings.breakerFailures, restMs: settings.breakerRestMs }, context),
      retry({ attempts, firstWaitMs, longestWaitMs }, context),
      pace({ gapMs, longestWaitMs, delayOf: rules.delayOf }, context),
    ],
    origin(agent, settings),
  );
  const name = userAgent(settings.version, settings.contact);
  const get = async (request: FetchRequest): Promise<FetchResult> => {
    const arrival = await followRedirects(send, hopOf(request, name), settings.maxRedirects, context);
    return settle(request, arrival, context.now());
  };
  return { get, close: () => agent.close() };
};
