import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Day, Language } from '../../../schema/base.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { baseOf } from '../badge/address.ts';
import { preferredLanguage } from '../language.ts';
import { sendWithEtag } from '../plugins/conditional.ts';
import type { SiteDeps } from './deps.ts';
import type { Html } from './html.ts';
import { layout, type PageMeta } from './layout.ts';
import { type Say, sayIn } from './say.ts';

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What every page is written with: language, today, addresses. */
export type Page = Readonly<{
  lang: Language;
  /** Says an entry of the catalogue in the page's language. */
  say: Say;
  now: Date;
  today: Day;
  reader: Reader;
  deps: SiteDeps;
  query: Query;
  /** Public address of this service. */
  base: string;
  path: string;
  /** Address of a page, keeping a language that was chosen by hand. */
  to: (path: string, query?: Readonly<Record<string, string | undefined>>) => string;
  referer: string | undefined;
}>;

/** One value of the query, trimmed; undefined when missing or empty. */
export const queryValue = (query: Query, field: string): string | undefined => {
  const value = query[field];
  const one = typeof value === 'string' ? value : value?.[0];
  const text = one?.trim();
  return text === undefined || text === '' ? undefined : text;
};

/** All values of a repeated field. */
export const queryValues = (query: Query, field: string): readonly string[] => {
  const value = query[field];
  const all = typeof value === 'string' ? [value] : (value ?? []);
  return all.map((one) => one.trim()).filter((one) => one !== '');
};

/** What a page needs to know of a request. A language chosen in the address wins over the browser's. */
export const createPage = (deps: SiteDeps, request: FastifyRequest): Page => {
  const query = (request.query ?? {}) as Query;
  const chosen = query.lang === 'zh' || query.lang === 'en' ? query.lang : null;
  const lang = chosen ?? preferredLanguage(request.headers['accept-language']);
  const now = deps.clock();
  return {
    lang,
    say: sayIn(lang),
    now,
    today: shanghaiDay(now),
    reader: deps.reader(),
    deps,
    query,
    base: baseOf(deps, request),
    path: request.url.split('?', 1)[0] ?? '/',
    to: (path, more = {}) => {
      const set = new URLSearchParams();
      for (const [key, value] of Object.entries(more)) if (value !== undefined) set.append(key, value);
      if (chosen !== null) set.set('lang', chosen);
      const search = set.toString();
      return search === '' ? path : `${path}?${search}`;
    },
    referer: request.headers.referer,
  };
};

/** Nothing but our own files: no script inside the page, no style in an attribute, no frame around it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  vary: 'accept-language',
};

/** Sends a page that shows what somebody sent: no cache may keep it. */
export const sendUnkept = (
  reply: FastifyReply,
  page: Page,
  meta: PageMeta,
  body: Html,
  status: number,
): FastifyReply =>
  reply
    .headers(pageHeaders)
    .code(status)
    .header('content-language', page.lang)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(layout(page, meta, body).text);

/** Sends a page. */
export const sendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  meta: PageMeta,
  body: Html,
  status = 200,
): FastifyReply => {
  reply.headers(pageHeaders).code(status);
  reply.header('content-language', page.lang);
  const contentType = 'text/html; charset=utf-8';
  const { text } = layout(page, meta, body);
  if (status === 200) return sendWithEtag(request, reply, text, { contentType });
  return reply.header('cache-control', 'no-store').type(contentType).send(text);
};
