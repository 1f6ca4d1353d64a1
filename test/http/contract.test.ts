import type { AddressInfo } from 'node:net';
import t from 'tap';
import { fewSources, openService } from '../support/app.ts';
import type { OpenApi } from '../support/contract/document.ts';
import { requestsTo } from '../support/contract/draw-request.ts';
import { openJudge } from '../support/contract/judge.ts';
import { knownOf } from '../support/contract/known.ts';
import { fc } from '../support/draws.ts';
import { shownIn } from '../support/paper.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);
await service.app.listen({ host: '127.0.0.1', port: 0 });
const base = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
const document = (await service.app.inject('/openapi.json')).json<OpenApi>();
const known = await knownOf(service, document);

/** Requests drawn for each operation; `npm run fuzz` draws others at every run. */
const DRAWN = 1;

const turnOf = (method: string): number => ['post', 'put', 'get', 'delete'].indexOf(method);
const operations = Object.entries(document.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  // What takes something away comes last, so that the others still find it; what hands something in comes first, while its thread still runs.
  .sort((one, other) => turnOf(one.method) - turnOf(other.method));

t.test(
  'whatever is asked, the answer is one that the OpenAPI document declares, as Prism judges it',
  async (t) => {
    const ask = await openJudge(document, base);
    const found: string[] = [];
    const answered = new Set<string>();
    for (const { operation, method, path } of operations)
      for (const drawn of fc.sample(requestsTo({ method, path, operation, document, known }), DRAWN)) {
        const { status, complaints } = await ask(operation, drawn);
        answered.add(`${operation.operationId} ${status < 300 ? 'well' : 'refused'}`);
        for (const one of complaints)
          found.push(`${operation.operationId}: ${one} (${JSON.stringify(drawn).slice(0, 300)})`);
      }
    t.strictSame(found, []);
    const well = [...answered].filter((one) => one.endsWith('well'));
    t.ok(well.length > 34, `of ${operations.length} operations ${well.length} were answered well`);
  },
);

t.test('an answer that the document does not declare is found', async (t) => {
  const few = ['/v1/verify', '/v1/sources'].map((path) => [path, document.paths[path]]);
  const other = JSON.parse(
    JSON.stringify({ ...document, paths: Object.fromEntries(few) }).replaceAll(
      '"outcome":{"type":"string"',
      '"outcome":{"type":"integer"',
    ),
  );
  const { '200': _, ...without } = other.paths['/v1/sources'].get.responses;
  other.paths['/v1/sources'].get.responses = without;
  const ask = await openJudge(other, base);
  const get = async (path: string, query: Record<string, string>) =>
    (await ask(other.paths[path].get, { method: 'get', path, query, headers: {}, body: undefined }))
      .complaints;
  t.match(await get('/v1/verify', { name: 'Ruijin Hospital' }), [/outcome .*must be integer/]);
  t.match(await get('/v1/sources', {}), [/Unable to match the returned status code/]);
  t.match(await get('/v1/sources', {}), /etag is sent and not declared/);
});

t.test('the request of docs/interface.md is answered as it says, and its Link leads on', async (t) => {
  const { path, answer } = shownIn('interface.md');
  const { headers } = await service.app.inject(path);
  for (const line of answer.trim().split('\n').slice(1)) {
    const [name = '', said = ''] = line.split(/: (.*)/);
    for (const part of said.split('…')) t.ok(String(headers[name]).includes(part), `${name}: ${part}`);
  }
  const next = /<([^>]+)>/.exec(String(headers.link))?.[1] ?? '';
  t.equal((await service.app.inject(next)).json().institutions.length, 1);
});
