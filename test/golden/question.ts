import type { Service } from '../support/app.ts';

/** One question as a client sends it; `from` keeps the shares of one client apart (physicians, past generations, reports). */
export type Question = Readonly<{
  kind: string;
  method: 'GET' | 'POST' | 'PUT' | 'OPTIONS';
  url: string;
  headers?: Readonly<Record<string, string>>;
  payload?: string;
  from?: string;
}>;

export type Parameters = Readonly<Record<string, string>>;

/** An address with its parameters, percent-encoded. */
export const address = (path: string, parameters: Parameters = {}): string => {
  const query = `${new URLSearchParams(parameters)}`;
  return query === '' ? encodeURI(path) : `${encodeURI(path)}?${query}`;
};

export const get = (kind: string, path: string, parameters: Parameters = {}): Question => ({
  kind,
  method: 'GET',
  url: address(path, parameters),
});

/** An address written out, with what is wrong in it. */
export const raw = (kind: string, url: string, method: Question['method'] = 'GET'): Question => ({
  kind,
  method,
  url,
});

export const post = (kind: string, url: string, body: unknown): Question => ({
  kind,
  method: 'POST',
  url,
  headers: { 'content-type': 'application/json' },
  payload: typeof body === 'string' ? body : JSON.stringify(body),
});

export const form = (kind: string, url: string, fields: Parameters): Question => ({
  kind,
  method: 'POST',
  url,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: `${new URLSearchParams(fields)}`,
});

export const verify = (kind: string, parameters: Parameters): Question => get(kind, '/v1/verify', parameters);

/** What makes a question the same one in two recordings. */
export const labelOf = ({ kind, method, url, headers = {}, payload = '' }: Question): string => {
  const special = Object.entries(headers).filter(([name]) => name !== 'content-type');
  const words = special.map(([name, value]) => ` [${name}: ${value}]`).join('');
  return `${kind}\t${method} ${decoded(url)}${words}${payload === '' ? '' : ` ${payload}`}`.replace(
    /[\r\n]+/g,
    ' ',
  );
};

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url.replaceAll('+', ' ')).replace(/\p{Cc}/gu, '·');
  } catch {
    return url;
  }
};

export const send = ({ app }: Service, { method, url, headers, payload, from }: Question) =>
  app.inject({
    method,
    url,
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    ...(payload === undefined ? {} : { payload }),
    ...(from === undefined ? {} : { remoteAddress: from }),
  });
