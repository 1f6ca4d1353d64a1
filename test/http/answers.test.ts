import t from 'tap';
import { type Verdict, verdictSchema } from '../../schema/verdict.ts';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { batchAnswer } from '../../src/http/shapes/verify.ts';
import { openService, TODAY } from '../support/app.ts';

let now = TODAY;
const service = await openService({}, undefined, () => now);
const { app } = service;
t.teardown(service.close);
t.beforeEach(() => {
  now = TODAY;
});

/** A second service on the same facts, that has answered nothing yet. */
const coldService = async (clock: () => Date = () => TODAY) => {
  const { store, archive, data } = service;
  const config = { ...readConfig({ LICET_DATA: data }), rateLimit: 0, log: 'silent' } as const;
  const other = await buildApp({ store, archive, config, clock });
  t.teardown(() => other.close());
  return other;
};

const verify = (query: Record<string, string>) => `/v1/verify?${new URLSearchParams(query)}`;
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const post = (payload: object) => app.inject({ method: 'POST', url: '/v1/verify', payload });
const ruijin = verify({ name: 'Ruijin Hospital', claim: 'jci', service: 'G06' });

t.test('the same question gets the same bytes: cached or not, by GET, by POST and in a batch', async (t) => {
  const first = await get(ruijin);
  const again = await get(ruijin);
  const reordered = await get('/v1/verify?service=g06&claim=JCI&name=%20Ruijin+Hospital');
  const posted = await post({ claim: ['jci'], service: 'G06', name: 'Ruijin Hospital' });
  const batch = await post([{ name: 'Ruijin Hospital', claim: 'jci', service: 'G06' }]);
  verdictSchema.parse(first.json());
  t.equal(again.body, first.body);
  t.equal(reordered.body, first.body);
  t.equal(reordered.headers.etag, first.headers.etag);
  t.equal(posted.body, first.body);
  t.equal(batch.body, `{"answers":[${first.body}]}`);
});

t.test('an answer is the JSON of its members, whatever was typed', async (t) => {
  for (const name of [
    'Ruijin Hospital',
    '"searched":0,"checkYourself":[',
    '\\"searched":0,"checkYourself":',
  ]) {
    const { body } = await get(verify({ name }));
    const verdict = verdictSchema.parse(JSON.parse(body));
    t.ok(verdict.searched.length > 0, name);
    t.equal(JSON.stringify(JSON.parse(body)), body);
  }
});

t.test('another service on the same facts gives the same bytes and the same ETag all day', async (t) => {
  const morning = await get(ruijin);
  const other = await coldService(() => new Date('2026-11-21T15:59:59Z'));
  const evening = await other.inject(ruijin);
  t.equal(evening.body, morning.body);
  t.equal(evening.headers.etag, morning.headers.etag);
});

t.test('a new day in Shanghai is a new answer', async (t) => {
  const before = await get(ruijin);
  now = new Date('2026-11-21T16:00:00Z');
  const after = await get(ruijin);
  t.equal(before.json<Verdict>().asOf, '2026-11-21');
  t.equal(after.json<Verdict>().asOf, '2026-11-22');
  t.not(after.headers.etag, before.headers.etag);
  t.equal((await get(ruijin, { 'if-none-match': String(before.headers.etag) })).statusCode, 200);
});

t.test('every GET has a strong ETag and says 304 to who holds it', async (t) => {
  const { id } = (await get(ruijin)).json<Verdict>().identity.institution ?? { id: '' };
  const fresh = verify({ name: 'Ruijin Hospital', campus: 'made up, never asked before' });
  const addresses = [
    ruijin,
    fresh,
    `/v1/institutions/${id}`,
    '/v1/institutions?name=Zhongshan%20Hospital',
    '/v1/identifiers/12000000000000000Q',
    '/v1/technologies',
    '/v1/technologies/G06',
    '/v1/schemes',
    '/v1/sources',
    '/v1/sources/cn-cfdi-trial-institutions',
    '/problems/LICET_BAD_JSON',
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/docs/',
    '/docs/js/scalar.js',
    '/',
  ];
  for (const url of addresses) {
    const full = await get(url);
    const etag = String(full.headers.etag);
    t.equal(full.statusCode, 200, url);
    t.match(etag, /^"[\w-]+"$/, url);
    for (const held of [etag, `"other", ${etag}`, `W/${etag}`]) {
      const none = await get(url, { 'if-none-match': held });
      t.equal(none.statusCode, 304, `${url} ${held}`);
      t.equal(none.body, '');
      t.equal(none.headers.etag, etag);
    }
    t.equal((await get(url, { 'if-none-match': '"other"' })).statusCode, 200);
  }
});

t.test('a held ETag is honoured without an answer being made', async (t) => {
  const url = verify({ name: 'Ruijin Hospital', campus: 'made up, asked once' });
  const { etag } = (await get(url)).headers;
  const other = await coldService();
  const fresh = await other.inject({ url, headers: { 'if-none-match': String(etag) } });
  t.equal(fresh.statusCode, 304);
  t.equal((await other.inject(url)).statusCode, 200);
});

t.test('the language is asked in the address, else preferred by the client, else English', async (t) => {
  const text = async (url: string, accept?: string) =>
    (await get(url, accept === undefined ? {} : { 'accept-language': accept })).json<Verdict>().summary;
  const [en, zh] = [/[a-z]/, /[医院机构]/];
  t.match(await text(ruijin), en);
  t.match(await text(ruijin, 'zh-CN,zh;q=0.9,en;q=0.8'), zh);
  t.match(await text(ruijin, 'fr,en;q=0.5,zh;q=0.1'), en);
  t.match(await text(ruijin, 'fr'), en);
  t.match(await text(`${ruijin}&lang=zh`, 'en'), zh);
  const other = await get(ruijin, { 'accept-language': 'zh' });
  t.equal(other.headers.vary, 'accept-language, accept-encoding');
  t.not(other.headers.etag, (await get(ruijin)).headers.etag);
});

t.test('with partial=true each question of an array is answered by itself, good or bad', async (t) => {
  const items = [{ name: 'Ruijin Hospital' }, { name: 'x', service: 'xyzzy' }, 7, { name: '北京协和医院' }];
  const ask = (query: string) => app.inject({ method: 'POST', url: `/v1/verify${query}`, payload: items });
  t.match((await ask('')).json(), { status: 400, errors: [{ field: '/1/service' }, { field: '/2' }] });
  const partial = await ask('?partial=true');
  t.equal(partial.statusCode, 200);
  const { answers } = partial.json();
  const [alone] = (await app.inject({ method: 'POST', url: '/v1/verify', payload: [items[0]] })).json()
    .answers;
  t.strictSame(answers[0], alone);
  t.match(answers.slice(1), [
    { problem: { status: 400, code: 'LICET_BAD_QUESTION', errors: [{ field: '/1/service' }] } },
    { problem: { errors: [{ field: '/2' }] } },
    { outcome: 'limited' },
  ]);
  t.match((await ask('?partial=yes')).json(), { status: 400, errors: [{ field: '?' }] });
  const personal = [{ name: '310101199001010019' }, { name: 'Ruijin Hospital' }];
  const refused = await app.inject({ method: 'POST', url: '/v1/verify?partial=true', payload: personal });
  t.match(refused.json().answers, [{ problem: { code: 'LICET_PERSONAL_NUMBER' } }, { outcome: 'limited' }]);
  t.notMatch(refused.body, /310101199001010019/);
});

t.test('a batch of a hundred is answered in its order', async (t) => {
  const names = Array.from({ length: 100 }, (_, index) =>
    index % 2 === 0 ? 'Ruijin Hospital' : `Made-up ${index}`,
  );
  const { answers } = batchAnswer.parse((await post(names.map((name) => ({ name })))).json());
  t.strictSame(
    answers.map(({ identity }) => identity.match),
    names.map((name) => (name === 'Ruijin Hospital' ? 'strong' : 'none')),
  );
});
