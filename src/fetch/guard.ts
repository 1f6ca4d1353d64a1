import { isIP } from 'node:net';
import { mayOpen } from './address.ts';
import type { MannerContext } from './manner-context.ts';
import { type Manner, trouble } from './send.ts';

/**
 * Refuses addresses that are never opened, before anything else happens and on every redirect again: other schemes than
 * http(s), credentials in the address, private addresses written as numbers, and plain HTTP unless the source has its
 * recorded exception. Names are checked when they are resolved (`agent.ts`).
 */
export const guard =
  (allowLoopback: boolean, context: MannerContext): Manner =>
  (next) =>
  async (hop) => {
    const { url, plainHttp, source } = hop;
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      return trouble('refused', `scheme ${url.protocol}`);
    if (url.username !== '' || url.password !== '') return trouble('refused', 'credentials in the address');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !mayOpen(host, allowLoopback)) return trouble('refused', 'private-address');
    if (/(^|\.)(localhost|internal|local)\.?$/i.test(host) && !allowLoopback)
      return trouble('refused', 'private-address');
    if (url.protocol === 'http:' && hop.secret !== undefined && !allowLoopback)
      return trouble('refused', 'a key is never sent over plain HTTP');
    if (url.protocol === 'http:') {
      if (!plainHttp) return trouble('refused', 'plain HTTP without an exception of the source');
      context.log({ event: 'plain-http', source, url: url.href, detail: 'exception of the source' });
    }
    return next(hop);
  };
