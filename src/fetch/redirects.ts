import type { MannerContext } from './manner-context.ts';
import type { Redirect } from './result.ts';
import { type Hop, type Reply, type Send, type Trouble, trouble } from './send.ts';

/** Where a chain of redirects ended, and its steps. */
export type Arrival = Readonly<{ reply: Reply | Trouble; url: URL; redirects: readonly Redirect[] }>;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Follows at most `most` redirects, each through all manners again: the next address is guarded, paced and asked of
 * robots.txt like the first one. A loop ends as `unreachable`.
 */
export const followRedirects = async (
  send: Send,
  first: Hop,
  most: number,
  context: MannerContext,
): Promise<Arrival> => {
  const redirects: Redirect[] = [];
  let hop = first;
  for (;;) {
    const reply = await send(hop);
    const to = reply.ok && REDIRECTS.has(reply.status) ? reply.headers.location : undefined;
    if (!reply.ok || to === undefined) return { reply, url: hop.url, redirects };
    if (!URL.canParse(to, hop.url.href))
      return { reply: trouble('unreachable', 'redirect to no address'), url: hop.url, redirects };
    const url = new URL(to, hop.url);
    url.hash = '';
    const seen = url.href === first.url.href || redirects.some((step) => step.to === url.href);
    redirects.push({ from: hop.url.href, to: url.href, status: reply.status });
    context.log({
      event: 'redirect',
      source: hop.source,
      url: hop.url.href,
      detail: `${reply.status} ${url.href}`,
    });
    if (seen) return { reply: trouble('unreachable', 'redirect loop'), url, redirects };
    if (redirects.length > most)
      return { reply: trouble('unreachable', 'too many redirects'), url, redirects };
    hop = { ...hop, url };
  }
};
