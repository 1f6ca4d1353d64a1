import { load } from 'cheerio';
import t from 'tap';
import { verdictSchema } from '../../schema/verdict.ts';
import { testIds } from '../../src/ask/test-institutions.ts';
import { checkBadge } from '../../src/badge/check-badge.ts';
import { stateOf } from '../../src/badge/state.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

let now = TODAY;
const service = await openService({ baseUrl: 'https://licet.example' }, fewSources, () => now);
const { app, data } = service;
/** As another process would open it. */
const state = openServiceState(data);
t.teardown(async () => {
  await state.close();
  await service.close();
});
t.beforeEach(() => {
  now = TODAY;
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const text = (svg: string) =>
  load(svg, { xml: true })('text')
    .map((_, line) => load(svg, { xml: true })(line).text())
    .get()
    .join('\n');

t.test('the badge of each test institution says what the answer in JSON says', async (t) => {
  for (const id of testIds) {
    const badge = await get(`/badge/${id}.svg`);
    const { answers: _, ...json } = (await get(`/v1/verify?id=${id}`)).json();
    const verdict = verdictSchema.parse(json);
    t.equal(verdict.test, true, `${id} is marked in JSON`);
    t.match(badge.body, 'TEST, made up', `${id} is marked on the badge`);
    const check = await checkBadge(
      badge.body,
      (await get('/.well-known/jwks.json')).json(),
      now,
      'licet.example',
    );
    t.ok(check.valid && check.claims.state === stateOf(verdict), `${id}: ${verdict.outcome}`);
    t.ok(Buffer.byteLength(badge.body) <= 4096, `${id} has ${Buffer.byteLength(badge.body)} bytes`);
  }
});

t.test('every outcome has a test institution', async (t) => {
  const outcomes = await Promise.all(
    testIds.map(async (id) => (await get(`/badge/${id}/shields.json`)).json().message.split(' · ')[1]),
  );
  t.strictSame(outcomes.slice(0, 5), [
    'Practice licence: Confirmed',
    'Practice licence: Yes, with a caveat',
    'Practice licence: Contradicted',
    'Practice licence: Term ended',
    'Practice licence: Not known',
  ]);
});

t.test('a badge may be shown anywhere, is never sniffed and is kept five minutes at most', async (t) => {
  const { headers } = await get('/badge/test-confirmed.svg');
  t.match(headers, {
    'content-type': 'image/svg+xml; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'public, max-age=300, must-revalidate',
    etag: /^"1-2026-11-21-8-/,
  });
  t.equal(headers['set-cookie'], undefined);
  const again = await get('/badge/test-confirmed.svg', { 'if-none-match': String(headers.etag) });
  t.equal(again.statusCode, 304);
  t.equal(again.body, '');
});

t.test(
  'a badge for a site nobody has proven says so, in a picture that every browser shows, until the site is bound',
  async (t) => {
    const url = '/badge/test-confirmed.svg?site=agency.example';
    const before = await get(url);
    t.equal(before.statusCode, 200, 'some browsers show no picture that comes with 403');
    t.equal(before.headers['x-licet-status'], '403');
    t.match(text(before.body), 'Not for this site');
    t.notMatch(text(before.body), 'Confirmed');
    const bound = { domain: 'agency.example', partner: 'Made-up Agency', token: null, seenOn: null };
    await state.sites.put({ ...bound, provenOn: '2026-11-21' }, '2026-11-21');
    const after = await get(url);
    t.equal(after.headers['x-licet-status'], '200');
    t.match(text(after.body), 'Confirmed');
    t.match(text(after.body), 'Issued for agency.example');
  },
);

t.test('whatever is wrong is drawn, with the code in a header', async (t) => {
  const cases = [
    ['/badge/nobody.svg', 404, 'No such hospital here'],
    ['/badge/test-confirmed.svg?size=huge', 400, 'Badge address not valid'],
    ['/badge/test-confirmed.svg?lang=xx', 400, 'Badge address not valid'],
    ['/badge/test-confirmed.svg?theme=neon', 400, 'Badge address not valid'],
    ['/badge/test-confirmed.svg?site=not%20a%20domain', 400, 'Badge address not valid'],
    ['/badge/test-confirmed.svg?site=a.example&site=b.example', 400, 'Badge address not valid'],
    ['/badge/test-confirmed.svg?service=G99', 400, 'Badge address not valid'],
    ['/badge/test-confirmed.svg?claim=best', 400, 'Badge address not valid'],
    ['/badge/test-confirmed.svg?service=G06&claim=jci', 400, 'Badge address not valid'],
    ['/badge/test-confirmed.svg?campus=Moon', 404, 'No such campus here'],
    ['/badge/%3Cscript%3E.svg', 404, 'No such hospital here'],
    ['/badge/nobody.svg?lang=zh', 404, '未收录此机构'],
  ] as const;
  for (const [url, status, word] of cases) {
    const { statusCode, body, headers } = await get(url);
    t.equal(statusCode, 200, url);
    t.equal(headers['x-licet-status'], String(status), url);
    t.match(headers['content-type'], 'image/svg+xml', url);
    t.match(text(body), word, url);
  }
  const { headers } = await get('/badge/test-confirmed.svg?size=huge');
  t.equal(headers['x-licet-problem'], 'size must be one of seal, small, medium, large');
});

t.test('a badge moves with the day: yesterday’s address has new bytes and a new ETag', async (t) => {
  const today = await get('/badge/test-confirmed.svg');
  now = new Date(TODAY.getTime() + 86_400_000);
  const tomorrow = await get('/badge/test-confirmed.svg', { 'if-none-match': String(today.headers.etag) });
  t.equal(tomorrow.statusCode, 200);
  t.not(tomorrow.headers.etag, today.headers.etag);
  const keys = (await get('/.well-known/jwks.json')).json();
  t.match(await checkBadge(today.body, keys, now), { valid: false, fault: 'expired' }, 'the old one is over');
  t.match(await checkBadge(tomorrow.body, keys, now), { valid: true });
});

t.test('the other forms say the same: shields, iframe, QR, oEmbed, element', async (t) => {
  t.match((await get('/badge/test-refuted/shields.json')).json(), {
    schemaVersion: 1,
    message: /TEST, made up · Practice licence: Contradicted · .*licet\.example/,
    isError: false,
  });
  const frame = await get('/badge/test-confirmed/frame?site=agency.example');
  t.match(
    frame.headers['content-security-policy'],
    'frame-ancestors https://agency.example https://www.agency.example',
  );
  t.match(frame.headers['content-security-policy'], "default-src 'none'");
  const code = await get('/badge/test-refuted/qr.svg');
  t.match(code.body, 'Scan for today');
  t.notMatch(code.body, 'Contradicted', 'paper states no status');
  const card = (await get('/oembed?url=https://licet.example/hospitals/test-confirmed')).json();
  t.match(card, {
    type: 'rich',
    html: /^<a href="https:\/\/licet\.example\/hospitals\/test-confirmed"><img src=/,
  });
  t.equal((await get('/oembed?url=https://evil.example/hospitals/test-confirmed')).statusCode, 400);
  const { body } = await get('/badge/licet-badge.js');
  t.match(body, 'customElements');
});

t.test('a pasted badge is checked on a page, and a repainted one is found out', async (t) => {
  const { body: svg } = await get('/badge/test-refuted.svg');
  const paste = async (badge: string, site = '') =>
    app.inject({
      method: 'POST',
      url: '/verify-badge',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ badge, site }).toString(),
    });
  t.match((await paste(svg)).body, 'Genuine, untouched and in force');
  t.match((await paste(svg.replaceAll('Contradicted', 'Confirmed'))).body, 'Do not believe what it shows');
  t.match((await paste(svg, 'thief.example')).body, 'issued for another website');
  t.match((await paste('<b>no badge</b>')).body, 'not a badge of ours');
});

t.test('test institutions are gone when config switches them off, and no name finds them', async (t) => {
  const off = await openService({ testInstitutions: false }, fewSources);
  t.teardown(off.close);
  t.equal((await off.app.inject({ url: '/badge/test-confirmed.svg' })).headers['x-licet-status'], '404');
  t.equal((await off.app.inject({ url: '/hospitals/test-confirmed' })).statusCode, 404);
  const named = (await get(`/v1/verify?name=${encodeURIComponent('编造示例医院（已核实）')}`)).json();
  t.notMatch(JSON.stringify(named), 'test-confirmed');
});
