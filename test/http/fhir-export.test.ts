import type { FhirResource } from 'fhir/r4.js';
import t from 'tap';
import { createAnswers } from '../../src/ask/answers.ts';
import { exportLines } from '../../src/http/fhir/export/lines.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { openService, TODAY } from '../support/app.ts';
import { asking, BASE, faultsOf, path } from '../support/fhir.ts';

/** Some hundreds of institutions with addresses, approvals and marks. */
const SOURCES = ['cn-particle-therapy-centres', 'cn-nhc-assisted-reproduction', 'intl-jci-events'];
let now = TODAY;
const service = await openService({ baseUrl: BASE }, SOURCES, () => now);
const { app, store, close } = service;
t.teardown(close);
const { get, whole } = asking(service);

const ASYNC = { prefer: 'respond-async' };
const begin = async (query = ''): Promise<string> =>
  path(
    String((await app.inject({ url: `/fhir/$export${query}`, headers: ASYNC })).headers['content-location']),
  );
type Manifest = Readonly<{
  transactionTime: string;
  request: string;
  output: readonly Readonly<{ type: string; url: string }>[];
  error: readonly unknown[];
}>;
const lines = (text: string): FhirResource[] =>
  text === ''
    ? []
    : text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));

t.test(
  'an export is begun, looked at and fetched: the same resources as by search, each valid',
  async (t) => {
    const begun = await app.inject({ url: '/fhir/$export', headers: ASYNC });
    t.match([begun.statusCode, begun.json().resourceType], [202, 'OperationOutcome']);
    const { output, error, request, transactionTime } = await get<Manifest>(
      path(String(begun.headers['content-location'])),
    );
    t.match({ request, transactionTime, error }, { request: `${BASE}/fhir/$export`, error: [] });
    t.equal(transactionTime, TODAY.toISOString());
    const faults: string[] = [];
    for (const { type, url } of output) {
      const file = await app.inject({ url: path(url), headers: { accept: 'application/fhir+ndjson' } });
      t.match(file.headers, { 'content-type': 'application/fhir+ndjson' });
      const told = lines(file.body);
      if (type === 'Organization' || type === 'Location')
        t.strictSame(
          told.map(({ id }) => id).sort(),
          (await whole(`/fhir/${type}?_count=200`)).map(({ id }) => id).sort(),
        );
      const sample = told.filter((_, at) => at % 61 === 0);
      t.ok(sample.length > 0, `${type} is there`);
      for (const one of sample) {
        faults.push(...faultsOf(one));
        const read = await get<FhirResource>(`/fhir/${type}/${one.id}`);
        if (JSON.stringify(read) !== JSON.stringify(one)) faults.push(`${one.id} is read otherwise`);
      }
    }
    t.strictSame(faults, []);
  },
);

t.test('only what is asked is exported: kinds, and what changed since', async (t) => {
  const { output } = await get<Manifest>(await begin('?_type=Location,Organization'));
  t.strictSame(
    output.map(({ type }) => type),
    ['Organization', 'Location'],
  );
  const job = await begin('?_type=Organization&_since=2026-11-22T00:00:00Z');
  t.strictSame(lines((await app.inject(`${job}/Organization.ndjson`)).body), []);
  t.equal((await app.inject(`${job}/Location.ndjson`)).statusCode, 404);
  for (const [query, headers] of [
    ['', {}],
    ['?_type=Patient', ASYNC],
    ['?_since=yesterday', ASYNC],
    ['?_typeFilter=x', ASYNC],
    ['?_outputFormat=csv', ASYNC],
  ] as const) {
    const answer = await app.inject({ url: `/fhir/$export${query}`, headers });
    t.match([answer.statusCode, answer.json()], [400, { resourceType: 'OperationOutcome' }], query);
  }
});

t.test('an export that was given up or is a day old is gone, and another one is not', async (t) => {
  const [one, other] = [await begin(), await begin()];
  t.equal((await app.inject({ method: 'DELETE', url: one })).statusCode, 202);
  t.equal((await app.inject(one)).statusCode, 404);
  t.equal((await app.inject({ method: 'DELETE', url: one })).statusCode, 404);
  t.equal((await app.inject(other)).statusCode, 200);
  now = new Date(TODAY.getTime() + 86_400_000);
  t.equal((await app.inject(other)).statusCode, 404);
  t.equal((await app.inject('/fhir/export/1-0-0-1-aaaaaaaa')).statusCode, 404);
  now = TODAY;
});

t.test('two files are written at a time, and a third one later', async (t) => {
  const job = await begin('?_type=Location');
  const url = `${job}/Location.ndjson`;
  const three = await Promise.all([app.inject(url), app.inject(url), app.inject(url)]);
  t.strictSame(three.map(({ statusCode }) => statusCode).sort(), [200, 200, 429]);
  t.match(three.find(({ statusCode }) => statusCode === 429)?.headers, { 'retry-after': /\d+/ });
  t.equal((await app.inject(url)).statusCode, 200);
});

t.test('an institution on a list that may not be handed on is left out whole', async (t) => {
  const reader = store.reader();
  const { reference } = reader;
  const [source = ''] = SOURCES;
  const sources = new Map(reference.sources);
  const state = sources.get(source);
  t.ok(state);
  if (state === undefined) return;
  const rights = { ...state.descriptor.rights, redistribute: 'metadata' as const };
  sources.set(source, { ...state, descriptor: { ...state.descriptor, rights } });
  const withheld: Reader = { ...reader, reference: { ...reference, sources } };
  const answers = createAnswers(
    () => withheld,
    () => TODAY,
    { cacheBytes: 1, testInstitutions: false },
  );
  const way = { lang: 'en', base: BASE, root: `${BASE}/fhir` } as const;
  const told = new Set<string | undefined>();
  const epoch = answers.epoch();
  for await (const text of exportLines('Organization', withheld, null, { answers, epoch, way }))
    for (const { id } of lines(text)) told.add(id);
  const faults: string[] = [];
  for (const id of await reader.institutionIds(null, 100_000)) {
    const stands = (await reader.dossier(id))?.evidence.some((one) => one.source === source) === true;
    if (stands === told.has(id)) faults.push(id);
  }
  t.strictSame(faults, []);
  t.ok(told.size > 0);
});
