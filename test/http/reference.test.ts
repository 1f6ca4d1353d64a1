import t from 'tap';
import type { z } from 'zod';
import { packManifest } from '../../schema/pack.ts';
import { problemSchema } from '../../schema/problem.ts';
import { sealedReceipt } from '../../schema/receipt.ts';
import { type Verdict, verdictSchema } from '../../schema/verdict.ts';
import { packsAnswer } from '../../src/http/packs/shapes.ts';
import { changesAnswer } from '../../src/http/routes/changes.ts';
import { contradictionsAnswer } from '../../src/http/routes/contradictions.ts';
import { identifierAnswer } from '../../src/http/routes/identifiers.ts';
import { keysAnswer } from '../../src/http/routes/receipts.ts';
import { suggestAnswer } from '../../src/http/routes/suggest.ts';
import { verdictChangesAnswer } from '../../src/http/routes/verdict-changes.ts';
import { claimsAnswer } from '../../src/http/shapes/claims.ts';
import { institutionsAnswer } from '../../src/http/shapes/institution-queries.ts';
import * as shapes from '../../src/http/shapes/lookups.ts';
import { runAnswer, runsAnswer } from '../../src/http/shapes/runs.ts';
import { batchAnswer } from '../../src/http/shapes/verify.ts';
import { openService } from '../support/app.ts';

const service = await openService({ baseUrl: 'https://licet.example' });
const { app } = service;
t.teardown(service.close);

type Sample = Readonly<{ source: string }>;
type Operation = Readonly<{
  operationId: string;
  summary: string;
  'x-codeSamples': readonly Sample[];
  security?: readonly object[];
  parameters?: readonly Readonly<{
    in: string;
    name: string;
    schema: Readonly<{ example?: string | number }>;
  }>[];
}>;
type Document = Readonly<{
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: object;
}>;

const document = (await app.inject('/openapi.json')).json<Document>();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  path.startsWith('/v1/') ? Object.values(methods) : [],
);

/** The shape each operation promises. Answers are checked here, never while serving. */
const promised: Readonly<Record<string, z.ZodType>> = {
  verify: verdictSchema,
  verifyByPost: verdictSchema.or(batchAnswer),
  checkClaims: claimsAnswer,
  receipt: sealedReceipt,
  receiptKeys: keysAnswer,
  changes: changesAnswer.or(verdictChangesAnswer),
  packs: packsAnswer,
  packManifest,
  contradictions: contradictionsAnswer,
  institution: shapes.institutionAnswer,
  institutions: institutionsAnswer,
  identifier: identifierAnswer,
  suggest: suggestAnswer,
  technologies: shapes.technologiesAnswer,
  technology: shapes.technologyDetail,
  schemes: shapes.schemesAnswer,
  sources: shapes.sourcesAnswer,
  source: shapes.sourceDetail,
  evidence: shapes.evidenceAnswer,
  runs: runsAnswer,
  run: runAnswer,
};

/** What answers with a kept page as it is, in no shape of ours. */
const bytes = ['evidenceBytes', 'packFile'];

const idsAt = (path: string): readonly string[] =>
  Object.values(document.paths[path] ?? {}).map(({ operationId }) => operationId);

const run = async ({ source }: Sample) => {
  const url = /'https:\/\/licet\.example([^']+)'$/.exec(source)?.[1] ?? '';
  const body = /-d '(.+)' 'http/.exec(source)?.[1];
  return body === undefined
    ? app.inject(url)
    : app.inject({ method: 'POST', url, payload: body, headers: { 'content-type': 'application/json' } });
};

t.test('the document is OpenAPI 3.1 and holds every address of the API with its problems', async (t) => {
  t.equal(document.openapi, '3.1.0');
  const operators = Object.keys(document.paths).filter((path) => path.startsWith('/v1/operator/'));
  // What partners are offered is tested in batches.test.ts and watches.test.ts.
  const lists = Object.keys(document.paths).filter((path) => /^\/v1\/(?:batches|watches)/.test(path));
  t.strictSame(
    operations.map(({ operationId }) => operationId).sort(),
    [...Object.keys(promised), ...bytes, ...operators.flatMap(idsAt), ...lists.flatMap(idsAt)].sort(),
    'each operation has its promise, and each promise its operation',
  );
  t.equal(operators.length, 15, 'what operators are offered is tested in operators.test.ts');
  for (const { operationId, summary } of operations) t.ok(operationId && summary);
  t.match(document.components, { schemas: { Verdict: {}, Problem: {} } });
});

for (const { operationId, 'x-codeSamples': samples } of operations) {
  if (samples.length === 0) continue;
  t.test(`the examples of ${operationId} run and keep their promise`, async (t) => {
    for (const sample of samples) {
      const response = await run(sample);
      t.equal(response.statusCode, 200, sample.source);
      t.doesNotThrow(() => promised[operationId]?.parse(response.json()), sample.source);
    }
  });
}

t.test('the examples of addresses lead to answers, and no sample names another machine', async (t) => {
  const { paths } = document;
  const found: string[] = [];
  for (const [path, methods] of Object.entries(paths)) {
    const { parameters = [], security } = methods.get ?? {};
    const places = parameters.filter((one) => one.in === 'path');
    // Packs are made where it is asked for, and of the others each partner has its own.
    if (places.length === 0 || security?.length !== 0 || path.startsWith('/v1/packs/')) continue;
    const url = places.reduce(
      (text, { name, schema }) => text.replace(`{${name}}`, String(schema.example)),
      path,
    );
    const { statusCode } = await app.inject(url);
    if (statusCode !== 200) found.push(`${url}: ${statusCode}`);
  }
  t.strictSame(found, []);
  t.notMatch(JSON.stringify(document), /127\.0\.0\.1|localhost/);
});

t.test('what an answer leads to keeps its promise too', async (t) => {
  const verdict = (await app.inject('/v1/verify?name=Ruijin%20Hospital')).json<Verdict>();
  const id = verdict.identity.institution?.id ?? '';
  const institution = shapes.institutionAnswer.parse((await app.inject(`/v1/institutions/${id}`)).json());
  t.ok(institution.evidence.length > 0);
  for (const { evidence } of [...institution.names, ...institution.credentials])
    for (const mark of evidence) t.ok(institution.evidence[mark]);
  for (const { url } of institution.evidence) shapes.evidenceAnswer.parse((await app.inject(url)).json());
  const { sources } = shapes.sourcesAnswer.parse((await app.inject('/v1/sources?lang=zh')).json());
  for (const source of sources)
    shapes.sourceDetail.parse((await app.inject(`/v1/sources/${source.id}`)).json());
});

t.test('the page of a hospital names its ROR number for machines, where it has one', async (t) => {
  const named = (await app.inject('/v1/verify?name=厦门大学附属第一医院')).json<Verdict>();
  const page = (await app.inject(`/hospitals/${named.identity.institution?.id}`)).body;
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}');
  t.strictSame(data.sameAs, ['https://ror.org/0006swh35']);
});

t.test('every treatment of the vocabulary has its page', async (t) => {
  const { technologies } = shapes.technologiesAnswer.parse((await app.inject('/v1/technologies')).json());
  for (const { code } of technologies)
    shapes.technologyDetail.parse((await app.inject(`/v1/technologies/${encodeURIComponent(code)}`)).json());
  t.ok(technologies.length > 20);
});

t.test('every claim and every treatment can be asked', async (t) => {
  const { claims } = (await app.inject('/v1/schemes')).json();
  const { technologies } = (await app.inject('/v1/technologies')).json();
  for (const claim of claims)
    verdictSchema.parse((await app.inject(`/v1/verify?name=Ruijin%20Hospital&claim=${claim}`)).json());
  for (const { code } of technologies)
    verdictSchema.parse(
      (await app.inject(`/v1/verify?name=Ruijin%20Hospital&service=${code}&lang=zh`)).json(),
    );
  t.ok(claims.length > 10);
});

t.test('the reference at /docs asks nobody but this service', async (t) => {
  const page = await app.inject('/docs/');
  t.equal(page.statusCode, 200);
  t.notMatch(page.body, /(src|href|url)\s*[=:]\s*["']?(https?:)?\/\//);
  const policy = String(page.headers['content-security-policy']);
  t.notMatch(policy, /https?:|\*/);
  t.match(policy, /default-src 'none'; script-src 'self'; .*connect-src 'self'/);
  t.notMatch(page.body, /<script(?![^>]* src=)|\son\w+=|javascript:/i, 'no script stands in the page');
  t.match((await app.inject('/docs/js/start.js')).headers['content-type'], /javascript/);
  const script = await app.inject('/docs/js/scalar.js');
  t.match(script.headers['content-type'], /javascript/);
  t.equal((await app.inject('/docs')).statusCode, 301);
});

t.test('a problem keeps its promise', async () => {
  problemSchema.parse((await app.inject('/v1/verify')).json());
});
