import { readFileSync } from 'node:fs';
import type { OperationOutcome } from 'fhir/r4.js';
import t from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { openService } from '../support/app.ts';
import { fc } from '../support/draws.ts';
import { asking, BASE, faultsOf, idsOf, path, resources } from '../support/fhir.ts';

const service = await openService({ baseUrl: BASE });
const { app, store, log, close } = service;
t.teardown(close);
const { get, whole } = asking(service);
const reader = store.reader();
const ids = await reader.institutionIds(null, 100_000);
const real = ids.filter((_, at) => at % 211 === 0);

t.test('the requests of docs/fhir.md are answered as it says', async (t) => {
  const paper = readFileSync(new URL('../../docs/fhir.md', import.meta.url), 'utf8');
  const requests = [
    ...paper.matchAll(/```sh request\ncurl '([^']+)'\n```\n\n```json answer\n([\s\S]*?)```/g),
  ];
  t.ok(requests.length >= 2);
  for (const [, url = '', answer = ''] of requests) t.match(await get(path(url)), JSON.parse(answer), url);
});

t.test('a name is identified as by /v1/verify: one who is settled, or all who could be meant', async (t) => {
  const faults: string[] = [];
  for (const id of fc.sample(fc.constantFrom(...real), 15)) {
    const { title } = (await reader.dossier(id)) ?? { title: { zh: null, en: null } };
    const full = title.zh ?? title.en ?? '';
    for (const name of [full, full.slice(0, Math.ceil(full.length / 2))]) {
      const { identity } = await get<Verdict>(`/v1/verify?${new URLSearchParams({ name })}`);
      const bundle = await get(`/fhir/Organization?${new URLSearchParams({ name })}`);
      const scores = (bundle.entry ?? []).map(({ search }) => search?.score ?? 0);
      const [settled] = identity.institution === null ? [] : [identity.institution.id];
      if (settled !== undefined && String(idsOf(bundle)) !== settled)
        faults.push(`${name}: not ${settled} alone`);
      if (settled === undefined && scores.some((score) => score > 0.5)) faults.push(`${name}: too likely`);
    }
  }
  t.strictSame(faults, []);
  const several = await get('/fhir/Organization?name=Zhongshan%20Hospital');
  t.ok(idsOf(several).length > 1);
  t.match(resources(several, 'outcome'), [{ issue: [{ details: { text: /not settled/ } }] }]);
  const clinics = await get('/fhir/Organization?name=Ruijin%20Hospital&type=clinic');
  t.match(clinics.entry, [{ resource: { issue: [{ details: { text: /^Nobody whom/ } }] } }]);
  const one = await get('/fhir/Organization?name=Zhongshan%20Hospital&address-city=Xiamen');
  t.match(resources(one), [{ name: /厦门/ }]);
});

t.test('pages of a list leave nothing out and tell nothing twice', async (t) => {
  const query = 'address-state=Hainan&type=hospital';
  const all = (await whole(`/fhir/Organization?${query}&_count=7`)).map(({ id }) => id);
  const { institutions } = await get<{ institutions: { id: string }[] }>(
    '/v1/institutions?province=Hainan&type=hospital&limit=500',
  );
  t.strictSame(
    all,
    institutions.map(({ id }) => id),
  );
  t.equal((await get(`/fhir/Organization?${query}&_summary=count`)).total, all.length);
  const [owner = ''] = (await reader.institutionsOn?.('cn-cfdi-trial-institutions')) ?? [];
  const places = `/fhir/Location?organization=Organization/${owner}`;
  t.strictSame(
    (await whole(`${places}&_count=1`)).map(({ id }) => id),
    idsOf(await get(places)),
  );
  t.equal(idsOf(await get(`/fhir/Organization?_lastUpdated=ge2026-11-21&_count=3`)).length, 3);
  t.equal((await get('/fhir/Organization?_lastUpdated=gt2026-11-21')).total, 0);
  t.equal((await get('/fhir/Organization?_lastUpdated=lt2026-11-21')).total, 0);
  const { identifier: [number] = [] } = await get<{ identifier?: { system: string; value: string }[] }>(
    `/fhir/Organization/${owner}`,
  );
  const token = encodeURIComponent(`${number?.system}|${number?.value}`);
  t.strictSame(idsOf(await get(`/fhir/Organization?identifier=${token}`)), [owner]);
  t.strictSame(idsOf(await get(`/fhir/Organization?identifier=https://ror.org|${number?.value}`)), []);
});

t.test('what a search does not know is told, or refused for who is strict', async (t) => {
  const lenient = await get('/fhir/Organization?foo=1&_include=x&_count=1');
  t.match(resources(lenient, 'outcome'), [
    { issue: [{ severity: 'warning', details: { text: /_include, foo/ } }] },
  ]);
  t.notMatch(lenient.link?.[0]?.url, /foo/);
  const strict = await app.inject({
    url: '/fhir/Organization?foo=1',
    headers: { prefer: 'handling=strict' },
  });
  t.match(
    [strict.statusCode, strict.json()],
    [400, { issue: [{ diagnostics: /\?foo is not a parameter/ }] }],
  );
  for (const wrong of ['name:exact=x', '_lastUpdated=soon', '_cursor=x', 'address-city=Atlantis', '_count=x'])
    t.equal((await app.inject(`/fhir/Organization?${wrong}`)).statusCode, 400, wrong);
  const sent = await app.inject({
    method: 'POST',
    url: '/fhir/Organization/_search?_count=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'address-state=Hainan',
  });
  t.match(sent.json(), { total: (await get('/fhir/Organization?address-state=Hainan')).total });
});

t.test('whatever goes wrong at /fhir is told as an OperationOutcome', async (t) => {
  for (const [status, method, url, headers = {}] of [
    [404, 'GET', '/fhir/Patient/1'],
    [404, 'GET', '/fhir/Organization/x/_history/1'],
    [405, 'POST', '/fhir', { 'content-type': 'application/fhir+json' }],
    [400, 'GET', '/fhir/VerificationResult?target=Organization/x&_include=x', { prefer: 'handling=strict' }],
    [404, 'GET', '/fhir/Organization/nobody'],
    [404, 'GET', `/fhir/VerificationResult/${ids[0]}.service.nothing`],
    [404, 'GET', '/fhir/Practitioner?name=x'],
    [404, 'GET', '/fhir/PractitionerRole/1'],
    [405, 'DELETE', '/fhir/Organization'],
    [406, 'GET', '/fhir/metadata?_format=xml'],
    [406, 'GET', '/fhir/Organization', { accept: 'application/fhir+xml' }],
    [406, 'GET', '/fhir/Organization', { accept: 'application/fhir+ndjson' }],
    [415, 'POST', '/fhir/Organization/_search', { 'content-type': 'text/csv' }],
    [400, 'GET', '/fhir/VerificationResult'],
  ] as const) {
    const answer = await app.inject({ method, url, headers, ...(method === 'POST' && { payload: '{}' }) });
    const outcome = answer.json<OperationOutcome>();
    t.match(
      [answer.statusCode, answer.headers['content-type'], outcome.resourceType, faultsOf(outcome)],
      [status, /^application\/fhir\+json/, 'OperationOutcome', []],
      `${method} ${url}`,
    );
  }
  t.match(await get('/fhir/Practitioner/1'), { issue: [{ diagnostics: /no physician/ }] });
  t.match((await app.inject('/fhir')).headers, { location: '/fhir/metadata' });
});

t.test(
  'made-up institutions are found by their ids, beside real ones, and whom a match belongs to comes along',
  async (t) => {
    const found = await get(`/fhir/Organization?_id=test-limited,${ids[3]},nobody`);
    t.strictSame([found.total, idsOf(found)], [2, [ids[3], 'test-limited']]);
    t.equal((await get('/fhir/Organization?_id=test-limited&address-state=Hainan')).total, 0);
    t.equal((await get('/fhir/Organization?_id=test-limited&_lastUpdated=gt2999')).total, 0);
    t.match(idsOf(await get('/fhir/Location?organization=test-limited')), [/^test-limited\./]);
    for (const [url, include] of [
      ['/fhir/VerificationResult?_id=test-limited,test-refuted', 'VerificationResult:target'],
      ['/fhir/Location?organization=test-limited', 'Location:organization'],
    ] as const) {
      const bundle = await get(`${url}&_include=${include}`);
      const owners = idsOf(bundle).map((id) => id?.split('.')[0]);
      t.strictSame(
        resources(bundle, 'include').map(({ id }) => id),
        owners,
        include,
      );
      t.strictSame(faultsOf(bundle), []);
      t.match(bundle.link, [
        { relation: 'self', url: new RegExp(`_include=${include.replace(':', '%3A')}`) },
      ]);
    }
  },
);

t.test('a version is held until a word of the resource changes', async (t) => {
  const url = `/fhir/VerificationResult/${ids[5]}`;
  const first = await app.inject(url);
  const etag = String(first.headers.etag);
  t.equal(etag, `W/"${first.json().meta.versionId}"`);
  t.equal((await app.inject({ url, headers: { 'if-none-match': etag } })).statusCode, 304);
  const zh = { 'if-none-match': etag, 'accept-language': 'zh' };
  t.equal((await app.inject({ url, headers: zh })).statusCode, 200, 'its Chinese words are another version');
});

t.test('a text with the sign U+0000, which no database takes, is refused or found nowhere', async (t) => {
  for (const [url, status] of [
    ['Organization/%00', 404],
    ['Organization?identifier=%00', 400],
    ['Location?organization=x%00', 400],
  ] as const)
    t.match(await app.inject(`/fhir/${url}`), { statusCode: status, body: /OperationOutcome/ });
});

t.test('a number that identifies a person is refused wherever it stands, and not kept', async (t) => {
  const number = '110101199003070732';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const request of [
    { url: `/fhir/Organization?identifier=${number}` },
    { url: `/fhir/Organization?identifier=https://x.example|${number}` },
    { url: `/fhir/Organization?nothing=${number}` },
    { url: `/fhir/Practitioner?identifier=${number}` },
    { url: `/fhir/Organization/${number}` },
    { method: 'POST', url: '/fhir/Organization/_search', headers: form, payload: `identifier=x|${number}` },
    { method: 'POST', url: '/fhir/Practitioner/_search', headers: form, payload: `identifier=${number}` },
  ] as const) {
    const answer = await app.inject(request);
    t.match(
      answer.json(),
      { issue: [{ details: { coding: [{ code: 'LICET_PERSONAL_NUMBER' }] } }] },
      request.url,
    );
    t.notMatch(answer.body, number);
  }
  t.notMatch(log(), number);
});
