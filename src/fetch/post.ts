import { createAgent } from './agent.ts';
import { guard } from './guard.ts';
import { origin } from './origin.ts';
import { hopTo, unlogged } from './post-hop.ts';
import type { Reply, Trouble } from './send.ts';

/** The status that the receiver answered, or why there is none. `private-address` and other refusals are for good. */
export type Posted = Readonly<{ status: number } | { why: string; refused: boolean }>;

export type Poster = Readonly<{
  /** Sends one body, without following redirects and without trying again. Never throws for anything a receiver does. */
  post: (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Posted>;
  close: () => Promise<void>;
}>;

/** A receiver has ten seconds, and what it answers is not read beyond 64 kB. */
const LIMITS = { timeoutMs: 10_000, maxBytes: 65_536 } as const;

const postedBy = (reply: Reply | Trouble): Posted =>
  reply.ok ? { status: reply.status } : { why: reply.why, refused: reply.state === 'refused' };

/**
 * Opens what sends webhooks: certificates verified, private addresses refused as they are resolved. `allowLoopback` is for tests with a
 * receiver on this machine; the service never sets it.
 */
export const openPoster = (userAgent: string, allowLoopback = false): Poster => {
  const agent = createAgent({ allowLoopback, timeoutMs: LIMITS.timeoutMs });
  const send = guard(allowLoopback, unlogged)(origin(agent, LIMITS));
  return {
    post: async (url, headers, body) =>
      postedBy(
        await send(hopTo(url, allowLoopback, { headers: { ...headers, 'user-agent': userAgent }, body })),
      ),
    close: () => agent.close(),
  };
};
