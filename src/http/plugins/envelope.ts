import { randomBytes } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Deps } from '../deps.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { RawRequest } from './before-framework.ts';
import { clientAddress } from './connections.ts';
import { isCrowded } from './crowded-addresses.ts';
import type { Quota } from './limiter.ts';
import { countShares } from './shares.ts';

/** What pages of other sites may read of an answer. */
export const exposedHeaders = [
  'content-location',
  'deprecation',
  'etag',
  'link',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'sunset',
  'x-licet-status',
  'x-request-id',
];

/** What every answer says to pages of other sites: the same to all, so that it is written with the other headers and by no hook of its own. */
const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders.join(', '),
} as const;

/** Headers of every answer, written once. A page that shows HTML replaces the content policy with its own. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  ...openToAll,
  vary: 'accept-language',
};

/** A host name, an IPv4 or a bracketed IPv6 address, with or without a port (RFC 9112 §3.2). Nothing else is done with it. */
export const HOST = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Request ids: the process's own prefix and a count, unique without a random number a request. */
export const requestIds = (): (() => string) => {
  const prefix = randomBytes(6).toString('base64url');
  let count = 0;
  return () => `${prefix}-${(++count).toString(36)}`;
};

/** What an answer begins with: its request id, the headers that surround it, what its client has left. */
type Opened = Readonly<{ id: string; headers: Readonly<Record<string, string>>; left: Quota | null }>;

/** The same that surrounds every answer, for those that are given before the framework sees their request. */
export type Envelope = Readonly<{
  /** Counts a plain request; null for one that the framework must look at: with a key, a body or too many parameters, or of a client whose share is used up. */
  open(request: RawRequest): Opened | null;
  /** Leaves a request that was counted to the framework. */
  leave(request: RawRequest, opened: Opened): void;
  /** Its log line and its measured duration. */
  ended(id: string, route: string, status: number, ms: number): void;
}>;

const isPlain = ({ headers, url = '' }: RawRequest): boolean =>
  headers.authorization === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  HOST.test(headers.host ?? '') &&
  !isCrowded(url);

type Log = Readonly<{ info(line: object): void }>;

/** What surrounds every answer, whoever gives it: its headers, its id, the share of its client, its line in the log. */
export type Surrounding = Readonly<{
  headers: Readonly<Record<string, string>>;
  shares: ReturnType<typeof countShares>;
  nextId: () => string;
  /** For answers that are given before the framework sees their request. */
  envelope: (log: Log) => Envelope;
}>;

const headersFor = ({ baseUrl }: Config): Readonly<Record<string, string>> =>
  baseUrl?.startsWith('https:')
    ? { ...securityHeaders, 'strict-transport-security': 'max-age=31536000' }
    : securityHeaders;

/** One for each service: nothing is counted twice, and no id is given twice. */
export const openSurrounding = (
  { config, clock, state }: Pick<Deps, 'config' | 'clock' | 'state'>,
  observe: Metrics['observe'],
): Surrounding => {
  const headers = headersFor(config);
  const shares = countShares(config, clock, () => state().keyLimits);
  const nextId = requestIds();
  const clientOf = clientAddress(config.trustProxy);
  const { early } = shares;
  const envelope = (log: Log): Envelope => ({
    open: (request) => {
      if (!isPlain(request)) return null;
      const left = early.count(clientOf(request));
      if (left !== null && left.remaining < 0) {
        early.leave(request, left);
        return null;
      }
      const id = nextId();
      const own = left === null ? {} : early.headers(left);
      return { id, headers: { ...headers, 'x-request-id': id, ...own }, left };
    },
    leave: (request, { left }) => early.leave(request, left),
    ended: (id, route, status, ms) => {
      observe(route, 'GET', status, ms / 1000);
      log.info({ id, method: 'GET', route, status, ms: Math.round(ms * 10) / 10 });
    },
  });
  return { headers, shares, nextId, envelope };
};
