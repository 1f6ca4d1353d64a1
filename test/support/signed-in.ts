import { setTimeout as wait } from 'node:timers/promises';
import type { Test } from 'tap';
import type { Config } from '../../src/config.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from './app.ts';
import { routesBelow } from './routes-of.ts';

const HOST = 'localhost';
const FORM = 'application/x-www-form-urlencoded';
const BOUNDARY = 'made-up-boundary';

/** The service with two partners, and what a person's browser sends from its pages; `pass` moves the clock. */
export const openAccount = async (
  t: Test,
  over: Partial<Config> = {},
  more: Parameters<typeof openService>[4] = {},
) => {
  let now = TODAY.getTime();
  const clock = () => new Date(now);
  const service = await openService(over, fewSources, clock, undefined, more);
  t.teardown(service.close);
  const { app } = service;
  const licet = (...args: string[]) => runHere(service.data, args, {}, clock);
  const keyOf = async (name: string, scopes = 'read,batch,watch,badge') =>
    /licet_[\w-]{43}/.exec((await licet('partner', 'add', name, '--scopes', scopes)).out)?.[0] ?? '';
  const [key, other] = [await keyOf('Made-up Agency'), await keyOf('Made-up Rival')];
  const from = { host: HOST, accept: 'text/html', 'accept-language': 'en' };
  const post = (
    cookie: string,
    url: string,
    payload = '',
    more: Readonly<Record<string, string>> = { origin: `http://${HOST}` },
  ) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...from, cookie: cookie.split(';', 1)[0] ?? '', 'content-type': FORM, ...more },
    });
  const get = (cookie: string, url: string) =>
    app.inject({ url, headers: { ...from, cookie: cookie.split(';', 1)[0] ?? '' } });
  const signIn = (pasted: string) =>
    post('', '/partners/sign-in', new URLSearchParams({ key: pasted }).toString());
  const cookieOf = async (pasted: string): Promise<string> =>
    String((await signIn(pasted)).headers['set-cookie']).split(';', 1)[0] ?? '';
  const upload = (cookie: string, list: string, query = '') =>
    post(
      cookie,
      `/partners/lists${query}`,
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n${list}\r\n--${BOUNDARY}--\r\n`,
      { origin: `http://${HOST}`, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    );
  /** Waits until a list that was started is answered; gives its page. */
  const answered = async (cookie: string, at: string) => {
    for (;;) {
      const page = await get(cookie, at);
      if (page.body.includes('data-going="0"')) return page;
      await wait(50);
    }
  };
  /** Every address of the pages below /partners, as the service itself lists them. */
  const routes = () => routesBelow(app, '/partners/');
  const pass = (ms: number): void => {
    now += ms;
  };
  return {
    ...service,
    licet,
    keyOf,
    key,
    other,
    post,
    get,
    signIn,
    cookieOf,
    upload,
    answered,
    routes,
    pass,
  };
};
