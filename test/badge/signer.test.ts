import t from 'tap';
import { readSeal } from '../../src/badge/seal.ts';
import { fewSources, openService } from '../support/app.ts';

const bare = await openService({ baseUrl: null }, fewSources);
t.teardown(bare.close);

const scam = {
  host: 'scam-agency.example',
  'x-forwarded-host': 'scam-agency.example',
  'x-forwarded-proto': 'https',
};
const get = (url: string, headers: Record<string, string> = scam) => bare.app.inject({ url, headers });

t.test('without a configured address nothing is signed, whatever Host a request invents', async (t) => {
  const badge = await get('/badge/test-confirmed.svg');
  t.equal(badge.statusCode, 200);
  t.match(badge.body, 'Preview: not configured');
  t.equal(readSeal(badge.body), null, 'no seal in the picture');
  t.notMatch(badge.body, /Confirmed|scam-agency/);
  for (const url of ['/badge/test-confirmed.vc', '/badge/status-list', '/.well-known/jwt-vc-issuer'])
    t.match((await get(url)).json(), { status: 503, code: 'LICET_NOT_CONFIGURED' }, url);
  const receipt = await bare.app.inject({
    method: 'POST',
    url: '/v1/receipts',
    headers: scam,
    payload: { id: 'test-confirmed' },
  });
  t.match(receipt.json(), { status: 503, code: 'LICET_NOT_CONFIGURED' });
  t.match((await get('/readyz')).json(), { signs: /LICET_BASE_URL is not set/ });
});

t.test('no answer repeats a Host or a forwarded one, with a proxy trusted or not', async (t) => {
  const proxied = await openService({ baseUrl: null, trustProxy: 1 }, fewSources);
  t.teardown(proxied.close);
  const pages = ['/', '/check?id=test-confirmed', '/hospitals/test-confirmed', '/partners?id=test-confirmed'];
  const forms = [
    '/badge/test-confirmed/frame',
    '/badge/test-confirmed/shields.json',
    '/badge/test-confirmed/qr.svg',
  ];
  const other = ['/openapi.json', '/robots.txt', '/v1/verify?id=test-confirmed', '/oembed?url=x'];
  const repeating: string[] = [];
  for (const { app } of [bare, proxied])
    for (const url of [...pages, ...forms, ...other]) {
      const { body, headers } = await app.inject({ url, headers: { ...scam, accept: 'text/html' } });
      if (`${body}${JSON.stringify(headers)}`.includes('scam-agency')) repeating.push(url);
    }
  t.strictSame(repeating, []);
});

t.test('with a configured address that is the signer, whatever Host a request invents', async (t) => {
  const named = await openService({ baseUrl: 'https://licet.example' }, fewSources);
  t.teardown(named.close);
  const { body } = await named.app.inject({ url: '/badge/test-confirmed.svg', headers: scam });
  const claims = JSON.parse(
    Buffer.from(readSeal(body)?.token.split('.')[1] ?? '', 'base64url').toString('utf8'),
  );
  t.match(claims, { iss: 'https://licet.example', aud: 'licet.example' });
});
