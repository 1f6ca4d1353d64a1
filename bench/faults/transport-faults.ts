import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { captcha } from '../../test/support/fixture-maker.ts';
import type { Answer } from '../../test/support/origin.ts';

/** The good page as its site gives it. */
export type Served = Readonly<{ body: Uint8Array; type: string; textual: boolean }>;

/**
 * One way in which a site misbehaves, as its answers by path. `page`: what comes is the true page in a wrong wrapping: it must be
 * read right, or not at all. `harmless`: a manner of a healthy site; the page must come through.
 */
export type TransportFault = Readonly<{
  id: string;
  page?: true;
  harmless?: true;
  answers: (served: Served, path: string) => Readonly<Record<string, Answer>> | null;
}>;

type Over = Partial<Extract<Answer, { kind: 'page' }>>;

const web = (title: string, words: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${words}</body></html>\n`;

const script = web('', '<script>document.cookie="k="+(function(){return 1})();location.reload();</script>');
const login = web('统一身份认证', '<form><input name="user"><input type="password"></form>');
const home = web('编造主管部门', '<table><tr><td>首页</td><td>政务公开</td></tr></table><p>欢迎访问</p>');

const instead = (id: string, body: string, over: Over = {}): TransportFault => ({
  id,
  answers: (_, path) => ({ [path]: { kind: 'page', body, ...over } }),
});

const answering = (id: string, answer: Answer): TransportFault => ({
  id,
  answers: (_, path) => ({ [path]: answer }),
});

const wrapped = (id: string, over: (served: Served) => Over | null): TransportFault => ({
  id,
  page: true,
  answers: (served, path) => {
    const { body, type } = served;
    const other = over(served);
    return other === null ? null : { [path]: { kind: 'page', body, type, ...other } };
  },
});

const healthy = (id: string, over: (served: Served) => Over | null): TransportFault => ({
  ...wrapped(id, over),
  harmless: true,
});

const away = (id: string, answer: Answer): TransportFault => ({
  id,
  answers: (_, path) => ({ [path]: { kind: 'redirect', to: '/elsewhere' }, '/elsewhere': answer }),
});

/** What sites of the field do besides sending their page, and what happens on the way. */
export const transportFaults: readonly TransportFault[] = [
  instead('status 403', web('403', '<h1>Forbidden</h1>'), { status: 403 }),
  instead('status 404', web('404', '<h1>Not Found</h1>'), { status: 404 }),
  instead('a not-found page with status 200', web('404', '<p>您访问的页面不存在</p>')),
  instead('status 412, a script challenge', script, { status: 412 }),
  instead('status 521, a script challenge', script, { status: 521 }),
  instead('a script challenge with status 200', script),
  instead('a captcha with status 200', captcha),
  instead('an empty answer with status 200', ''),
  instead('only spaces with status 200', ' \n'),
  answering('status 429', { kind: 'busy', retryAfter: '7200' }),
  answering('status 503', { kind: 'busy', status: 503 }),
  answering('a connection reset', { kind: 'reset' }),
  answering('a body without end', { kind: 'endless' }),
  answering('a page too slow to wait for', { kind: 'slow', everyMs: 20 }),
  answering('gzip of 64 MiB of nothing', {
    kind: 'page',
    body: gzipSync(Buffer.alloc(64 * 1_048_576)),
    headers: { 'content-encoding': 'gzip' },
  }),
  answering('a redirect to itself', { kind: 'redirect', to: '/list' }),
  {
    id: 'a redirect loop of two',
    answers: (_, path) => ({
      [path]: { kind: 'redirect', to: '/elsewhere' },
      '/elsewhere': { kind: 'redirect', to: path },
    }),
  },
  away('a redirect to a login', { kind: 'page', body: login }),
  away('a redirect to the home page', { kind: 'page', body: home }),
  away('a redirect to nothing', { kind: 'page', body: 'gone', status: 410 }),
  {
    id: 'more announced than sent',
    answers: ({ body, type }, path) => ({ [path]: { kind: 'truncated', body, type } }),
  },
  {
    id: 'half the page, and the connection ends',
    answers: ({ body, type }, path) => ({
      [path]: { kind: 'truncated', body: body.subarray(0, Math.floor(body.length / 2)), type },
    }),
  },
  {
    id: 'half the page, closed as if whole',
    answers: ({ body, type }, path) => ({
      [path]: { kind: 'page', body: body.subarray(0, Math.floor(body.length / 2)), type },
    }),
  },
  {
    id: 'the page with status 500',
    answers: ({ body, type }, path) => ({ [path]: { kind: 'page', body, type, status: 500 } }),
  },
  {
    id: 'half the page with status 206',
    answers: ({ body, type }, path) => ({
      [path]: { kind: 'page', body: body.subarray(0, Math.floor(body.length / 2)), type, status: 206 },
    }),
  },
  {
    id: 'said to be gzip, and is not',
    answers: ({ body, type }, path) => ({
      [path]: { kind: 'page', body, type, headers: { 'content-encoding': 'gzip' } },
    }),
  },
  instead('status 304 that nobody asked for', '', { status: 304 }),
  wrapped('called octet-stream', () => ({ type: 'application/octet-stream' })),
  wrapped('called a picture', () => ({ type: 'image/png' })),
  wrapped('called Latin-1', ({ textual }) => (textual ? { type: 'text/html; charset=iso-8859-1' } : null)),
  wrapped('called GBK', ({ textual }) => (textual ? { type: 'text/html; charset=gbk' } : null)),
  wrapped('called Big5, and it is GBK', ({ body, textual }) =>
    textual
      ? {
          type: 'text/html; charset=big5',
          body: new Uint8Array(iconv.encode(Buffer.from(body).toString(), 'gbk')),
        }
      : null,
  ),
  healthy('the page again', () => ({})),
  healthy('packed with gzip', () => ({ gzip: true })),
  healthy('with validators', () => ({ etag: '"v2"', lastModified: 'Sat, 21 Nov 2026 00:00:00 GMT' })),
  {
    id: 'moved to another address',
    harmless: true,
    answers: ({ body, type }, path) => ({
      [path]: { kind: 'redirect', to: '/elsewhere', status: 301 },
      '/elsewhere': { kind: 'page', body, type },
    }),
  },
];
