import t from 'tap';
import { fewSources, openService, TODAY } from '../support/app.ts';

let now = TODAY;
const service = await openService({}, fewSources, () => now);
const { app } = service;
t.teardown(service.close);

const ruijin = '/v1/verify?name=Ruijin+Hospital&claim=jci&service=G06';
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

t.test('any page may read and ask, and sees the headers that matter', async (t) => {
  const read = await get(ruijin, { origin: 'https://clinic.example' });
  t.equal(read.headers['access-control-allow-origin'], '*');
  t.match(read.headers['access-control-expose-headers'], /etag.*ratelimit/);
  for (const url of ['/v1/verify', '/partner/sites/clinic.example', '/badge/nobody.vc', '/nothing-here']) {
    const headers = {
      origin: 'https://clinic.example',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization, content-type',
    };
    const first = await app.inject({ method: 'OPTIONS', url, headers });
    t.equal(first.statusCode, 204, url);
    t.match(
      first.headers,
      {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD, POST, PUT',
        'access-control-allow-headers': /authorization, content-type/,
        'x-request-id': String,
      },
      url,
    );
  }
});

t.test('HEAD tells what GET would, without the body', async (t) => {
  const head = await app.inject({ method: 'HEAD', url: ruijin });
  t.equal(head.statusCode, 200);
  t.equal(head.headers.etag, (await get(ruijin)).headers.etag);
  t.equal(head.body, '');
});

t.test('a client that asks too much is told when to come back; supervisors are not counted', async (t) => {
  const small = await openService({ rateLimit: 3 }, fewSources, () => now);
  t.teardown(small.close);
  const from = (remoteAddress: string, url = '/v1/schemes') => small.app.inject({ url, remoteAddress });
  for (const left of [2, 1, 0]) {
    const { headers, statusCode } = await from('192.0.2.1');
    t.equal(statusCode, 200);
    t.equal(headers['ratelimit-policy'], '"default";q=3;w=60');
    t.equal(headers.ratelimit, `"default";r=${left};t=60`);
  }
  const refused = await from('192.0.2.1');
  t.match(refused.json(), { code: 'LICET_TOO_MANY_REQUESTS', status: 429 });
  t.equal(refused.headers['retry-after'], '60');
  t.equal((await from('192.0.2.1', '/healthz')).statusCode, 200);
  t.equal((await from('192.0.2.2')).statusCode, 200);
  for (const host of ['1', '2', '3']) await from(`2001:db8:1:1::${host}`);
  t.equal((await from('2001:db8:1:1:ffff::9')).statusCode, 429, 'one /64 is one client');
  now = new Date(TODAY.getTime() + 61_000);
  t.equal((await from('192.0.2.1')).statusCode, 200);
});
