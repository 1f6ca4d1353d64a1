import type { Sha256 } from '../../schema/base.ts';
import type { Transport } from '../../schema/snapshot.ts';

/** The validators and the digest of a page from last time, for a conditional request. */
export type Previous = Readonly<{
  etag?: string | undefined;
  lastModified?: string | undefined;
  sha256?: Sha256 | undefined;
}>;

export type FetchRequest = Readonly<{
  url: string;
  /** The source this page belongs to, for the log. */
  source: string;
  /** The recorded exception of a source whose authority offers plain HTTP only. */
  plainHttp?: boolean;
  previous?: Previous;
  accept?: string;
  /** A key the interface wants: sent to this request's own origin alone, over TLS; never logged, never in a result. */
  secret?: Readonly<{ header: string; value: string }>;
}>;

/** Whether robots.txt lets us, and what decided it. */
export type RobotsDecision = Readonly<{
  allowed: boolean;
  /** `none`: there is no robots.txt, so everything is allowed. */
  from: 'robots.txt' | 'none';
  url: string;
  /** Line of robots.txt that decided, 1-based; null when none did. */
  line: number | null;
}>;

export type Redirect = Readonly<{ from: string; to: string; status: number }>;

/** What every result tells about how it was obtained. */
type Way = Readonly<{
  requestedUrl: string;
  url: string;
  retrievedAt: string;
  redirects: readonly Redirect[];
  robots: RobotsDecision | null;
}>;

export type Fetched = Way &
  Readonly<{
    state: 'fetched';
    status: number;
    /** The body after its content coding was undone, otherwise as it was received. */
    bytes: Uint8Array;
    sha256: Sha256;
    contentType: string;
    etag: string | null;
    lastModified: string | null;
    transport: Extract<Transport, 'https' | 'http'>;
  }>;

/**
 * What came of one page. Only `fetched` holds a page to be parsed. `challenged`: a captcha or script stood in the way.
 * `deferred`: not now (a long Retry-After), but at `until`. `refused`: an address that is never opened
 * (private network, plain HTTP without an exception).
 */
export type FetchResult =
  | Fetched
  | (Way & Readonly<{ state: 'not-modified'; by: 'validator' | 'hash' }>)
  | (Way & Readonly<{ state: 'challenged'; why: string; status: number }>)
  | (Way & Readonly<{ state: 'unreachable'; why: string; status: number | null }>)
  | (Way & Readonly<{ state: 'too-big'; why: string; limit: number }>)
  | (Way & Readonly<{ state: 'forbidden-by-robots'; why: string }>)
  | (Way & Readonly<{ state: 'deferred'; why: string; until: string }>)
  | (Way & Readonly<{ state: 'refused'; why: string }>);

/** Something the fetch room did, for the log; it carries no body. */
export type FetchEvent = Readonly<{
  event: 'robots' | 'wait' | 'retry' | 'redirect' | 'circuit-open' | 'plain-http';
  source: string;
  url: string;
  detail: string;
}>;
