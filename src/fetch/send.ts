import type { RobotsDecision } from './result.ts';

/** One request of one hop: no redirects, no retries. */
export type Hop = Readonly<{
  url: URL;
  source: string;
  plainHttp: boolean;
  headers: Readonly<Record<string, string>>;
  /** What is sent, by POST; without one the address is asked by GET. */
  body?: string | undefined;
  /** A key and the one origin it is for: added by the innermost step, so that no redirect and no robots.txt gets it. */
  secret?: Readonly<{ header: string; value: string; origin: string }>;
}>;

/** An answer as received, the content coding of its body undone. */
export type Reply = Readonly<{
  ok: true;
  status: number;
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
  robots: RobotsDecision | null;
}>;

/** Why there is no usable answer. `again`: trying once more may help. */
export type Trouble = Readonly<{
  ok: false;
  state: 'unreachable' | 'too-big' | 'forbidden-by-robots' | 'deferred' | 'refused';
  why: string;
  again: boolean;
  limit?: number;
  /** Epoch milliseconds before which asking again is pointless. */
  until?: number;
  robots?: RobotsDecision;
}>;

export type Send = (hop: Hop) => Promise<Reply | Trouble>;

/** A manner wraps the way to the origin and knows nothing of the other manners; `fetcher.ts` composes them. */
export type Manner = (next: Send) => Send;

export const trouble = (
  state: Trouble['state'],
  why: string,
  more: Partial<Pick<Trouble, 'again' | 'limit' | 'until' | 'robots'>> = {},
): Trouble => ({ ok: false, state, why, again: false, ...more });
