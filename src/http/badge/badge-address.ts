import { readAsk } from './badge-question.ts';
import { readDomain } from './sites.ts';

/** Whom an address or code names: the institution, and the website in the link. `elsewhere`: an address that is not ours. */
type BadgeAddress =
  | Readonly<{ id: string; site: string | null; ask: string | null }>
  | 'elsewhere'
  | 'unreadable';

const CODE = /^[a-z][a-z0-9-]{2,39}$/i;
const OURS =
  /^\/(?:hospitals\/([\w-]{1,40})|badge\/([\w-]{1,40})(?:\.svg|\.png|\/frame|\/qr\.svg|\/shields\.json))$/;

/**
 * Reads the address a badge leads to, the address of its picture, or the code alone. No address is opened: one on another host
 * proves nothing, and is answered as such.
 * @param base the public address of this service
 */
export const readBadgeAddress = (typed: string, base: string): BadgeAddress => {
  if (CODE.test(typed)) return { id: typed.toLowerCase(), site: null, ask: null };
  const full = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(full)) return 'unreadable';
  const { host, pathname, searchParams } = new URL(full);
  if (host !== new URL(base).host) return host.includes('.') ? 'elsewhere' : 'unreadable';
  const found = OURS.exec(pathname);
  const landing = pathname === '/check' ? searchParams.get('id') : null;
  const id = found?.[1] ?? found?.[2] ?? landing;
  const { ask, problem } = readAsk(
    searchParams.get('service') ?? undefined,
    searchParams.get('claim') ?? undefined,
  );
  return id === null || problem !== undefined
    ? 'unreadable'
    : { id, site: readDomain(searchParams.get('site') ?? ''), ask };
};
