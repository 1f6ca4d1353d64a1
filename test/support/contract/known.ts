import { runHere } from '../../cli/run-licet.ts';
import { type Service, TODAY } from '../app.ts';
import type { OpenApi } from './document.ts';
import type { Known } from './draw-request.ts';

/** What a service holds: real ids and names, and a list and a watch that are made for this; with the keys of who made them. */
export const knownOf = async ({ app, data }: Service, { paths }: OpenApi): Promise<Known> => {
  const given = async (...args: string[]) =>
    JSON.parse((await runHere(data, [...args, '--json'], {}, () => TODAY)).out);
  const { key: partner } = await given(
    'partner',
    'add',
    'Made-up Agency',
    '--scopes',
    'read,batch,watch,badge',
  );
  const { token: operator } = await given('operator', 'add', 'Made-up Operator', '--role', 'reviewer');
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object | string) => {
    const type = typeof payload === 'string' ? 'text/csv' : 'application/json';
    const headers = {
      authorization: `Bearer ${partner}`,
      ...(payload === undefined ? {} : { 'content-type': type }),
    };
    return (await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })).json();
  };
  const batch = await ask('POST', '/v1/batches?file=list.csv', 'name,city\nRuijin Hospital,\n中山医院,\n');
  const watch = await ask('POST', '/v1/watches', { name: 'made-up', entries: [{ id: 'test-limited' }] });
  await ask('POST', `/v1/watches/${watch.id}/feed`);
  const [named] = (await ask('GET', '/v1/institutions?name=Ruijin%20Hospital')).candidates;
  const { evidence } = await ask('GET', `/v1/institutions/${named.id}`);
  const beneath = (start: string, id: string): [string, string[]][] =>
    Object.keys(paths).flatMap((path) => (path.startsWith(start) ? [[`${path} id`, [id]]] : []));
  return {
    keys: { partner, operator },
    values: {
      id: ['test-limited', 'test-refuted', named.id],
      sha256: evidence.map(({ url }: { url: string }) => url.split('/')[3]),
      source: ['cn-practice-licence', 'cn-hospital-grade'],
      value: ['12000000000000000Q', 'https://ror.org/0006swh35'],
      code: ['art.ivf', 'G06'],
      name: ['Ruijin Hospital', '中山医院', 'Zhongshan'],
      q: ['rui', '试管'],
      claim: ['jci', '3A'],
      service: ['IVF', 'car-t'],
      site: ['hospital.example'],
      url: ['http://localhost:80/hospitals/test-limited', 'https://elsewhere.example/'],
      domain: ['agency.example'],
      after: ['0'],
      since: ['0'],
      ...Object.fromEntries([
        ...beneath('/v1/batches/{id}', batch.id),
        ...beneath('/v1/watches/{id}', watch.id),
        ...beneath('/v1/runs/{id}', '1'),
        ...beneath('/v1/sources/{id}', 'cn-cfdi-trial-institutions'),
      ]),
    },
  };
};
