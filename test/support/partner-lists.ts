import { setTimeout as wait } from 'node:timers/promises';
import type { Test } from 'tap';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from './app.ts';

type Sent = Readonly<{
  method?: 'GET' | 'POST' | 'DELETE';
  key?: string;
  payload?: string | Buffer;
  headers?: Readonly<Record<string, string>>;
}>;

/** The service with two partners that may hand in lists, and the command line on its folder. */
export const openLists = async (
  t: Test,
  now: () => Date = () => TODAY,
  more: Parameters<typeof openService>[4] = {},
) => {
  const service = await openService({}, fewSources, now, undefined, more);
  t.teardown(service.close);
  const licet = (...args: string[]) => runHere(service.data, args, {}, now);
  const keyOf = async (name: string, scopes = 'read,batch') =>
    /licet_[\w-]{43}/.exec((await licet('partner', 'add', name, '--scopes', scopes)).out)?.[0] ?? '';
  const [key, other] = [await keyOf('Made-up Agency'), await keyOf('Made-up Rival')];
  const ask = (url: string, { method = 'GET', key: mine = key, payload, headers = {} }: Sent = {}) =>
    service.app.inject({
      method,
      url,
      headers: { ...(mine === '' ? {} : { authorization: `Bearer ${mine}` }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  const post = (payload: string | Buffer, query = '?file=list.csv', headers: Record<string, string> = {}) =>
    ask(`/v1/batches${query}`, {
      method: 'POST',
      payload,
      headers: { 'content-type': 'text/csv', ...headers },
    });
  /** Waits until a partner’s list is ended; gives it as it is then. */
  const ended = async (id: string, of = key) => {
    for (;;) {
      const batch = (await ask(`/v1/batches/${id}`, { key: of })).json();
      if (batch.endedAt !== null) return batch;
      await wait(10);
    }
  };
  return { ...service, licet, keyOf, key, other, ask, post, ended };
};
