import { readFileSync } from 'node:fs';
import t from 'tap';
import { z } from 'zod';
import { answering, reconcileProperties } from '../../schema/lexicon/reconcile-words.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { openService } from '../support/app.ts';
import { fc } from '../support/draws.ts';

const { app, store, log, close } = await openService({ baseUrl: 'https://licet.example' });
t.teardown(close);

const entry = z.object({ id: z.string(), name: z.string(), description: z.string().optional() });
const type = z.union([z.string(), entry]);
const candidate = entry.extend({
  score: z.number(),
  match: z.boolean().optional(),
  type: z.array(type).optional(),
  features: z.array(z.object({ id: z.string(), value: z.union([z.boolean(), z.number()]) })).optional(),
});
/** Answers as §3 to §7 of the specification describe them. */
const results = z.record(z.string(), z.object({ result: z.array(candidate) }));
const cell = z.union([
  z.strictObject({ str: z.string() }),
  z.strictObject({ id: z.string(), name: z.string() }),
  z.strictObject({ date: z.iso.datetime({ offset: true }) }),
  z.strictObject({}),
]);
const extension = z.object({
  meta: z.array(entry),
  rows: z.record(z.string(), z.record(z.string(), z.array(cell))),
});
const suggestions = z.object({ result: z.array(entry.extend({ notable: z.array(type).optional() })) });

const send = async (fields: Record<string, unknown>, path = '/reconcile') =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(
      Object.entries(fields).map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
    ).toString(),
  });
const ask = async (queries: Record<string, unknown>) => results.parse((await send({ queries })).json());

t.test('the manifest says what can be asked, and every address in it answers', async (t) => {
  const said = (await app.inject('/reconcile')).json();
  t.match(said, { versions: ['0.2'], batchSize: 50, view: { url: /\/hospitals\/\{\{id\}\}$/ } });
  t.ok(said.identifierSpace && said.schemaSpace && said.name);
  const path = (url: string) => url.replace('https://licet.example', '');
  for (const [what, typed] of [
    ['entity', 'ruijin'],
    ['property', 'chinese'],
    ['type', 'h'],
  ] as const) {
    const { service_url: url, service_path: rest } = said.suggest[what];
    const { result } = suggestions.parse((await app.inject(`${path(url + rest)}?prefix=${typed}`)).json());
    t.ok(result.length > 0, what);
  }
  const { service_url: url, service_path: rest } = said.extend.propose_properties;
  t.equal((await app.inject(path(url + rest))).json().properties.length, reconcileProperties.length);
  const [id = ''] = await store.reader().institutionIds(null, 1);
  const preview = await app.inject(path(said.preview.url.replace('{{id}}', id)));
  t.match(preview.headers, { 'content-type': /html/, 'content-security-policy': /frame-ancestors \*/ });
  t.match((await app.inject('/reconcile/zh')).json(), { name: /医疗机构/ });
});

t.test('the request of docs/reconcile.md is answered as it says', async (t) => {
  const paper = readFileSync(new URL('../../docs/reconcile.md', import.meta.url), 'utf8');
  const [, queries = ''] = /queries=(\{.*\})'/.exec(paper) ?? [];
  const [, answer = ''] = /```json answer\n([\s\S]*?)```/.exec(paper) ?? [];
  t.match(await ask(JSON.parse(queries)), JSON.parse(answer));
});

t.test(
  'match is true exactly where the same question is settled by /v1/verify, and then for that one',
  async (t) => {
    const reader = store.reader();
    const ids = (await reader.institutionIds(null, 100_000)).filter((_, at) => at % 401 === 0);
    const faults: string[] = [];
    for (const id of fc.sample(fc.constantFrom(...ids), 25)) {
      const title = (await reader.dossier(id))?.title;
      const name = title?.en ?? title?.zh ?? '';
      for (const query of [name, name.slice(0, Math.ceil(name.length / 2))]) {
        const { q } = await ask({ q: { query } });
        const { identity } = (
          await app.inject({ method: 'POST', url: '/v1/verify', payload: { name: query } })
        ).json<Verdict>();
        const matched = q?.result.filter(({ match }) => match).map((one) => one.id) ?? [];
        const settled = identity.institution === null ? [] : [identity.institution.id];
        if (String(matched) !== String(settled)) faults.push(`${query}: ${matched}, not ${settled}`);
        if (settled.length === 0 && q?.result.some(({ score }) => score > 50))
          faults.push(`${query}: too likely`);
      }
    }
    t.strictSame(faults, []);
  },
);

t.test(
  'other columns narrow a name, a number stands alone, and what is no name costs its neighbours nothing',
  async (t) => {
    const answer = await ask({
      city: {
        query: '中山医院',
        properties: [
          { pid: 'city', v: { id: 'x', name: '厦门' } },
          { pid: 'beds', v: 12 },
        ],
      },
      ...{ none: { query: '!!! \u0000' }, bad: { query: 5 } },
      long: { query: 'x'.repeat(5_000) },
      beside: {
        query: 'Ruijin Hospital',
        properties: ['y'.repeat(5_000), null].map((v) => ({ pid: 'notes', v })),
      },
      number: { properties: [{ pid: 'uscc', v: '12000000000000000Q' }] },
      type: { query: 'Zhongshan Hospital', type: 'clinic', limit: 20 },
    });
    t.match(answer.city?.result, [{ match: true, description: /Xiamen/ }]);
    for (const one of ['none', 'bad', 'long', 'number']) t.strictSame(answer[one]?.result, [], one);
    t.match(answer.beside?.result, [{ match: true }]);
    for (const one of answer.type?.result ?? []) t.match(one.type, [{ id: 'clinic' }]);
  },
);

t.test('columns are fetched as recorded and as answered today, of what the settings ask', async (t) => {
  const { q } = await ask({ q: { query: 'Ruijin Hospital' } });
  const id = q?.result[0]?.id ?? '';
  const settings = { service: 'IVF', claim: '' };
  const properties = reconcileProperties.map((one) => ({ id: one, settings }));
  const { meta, rows } = extension.parse(
    (await send({ extend: { ids: [id, 'nobody-has-this-id'], properties } })).json(),
  );
  t.strictSame(
    meta.map((one) => one.id),
    [...reconcileProperties],
  );
  const verdict = (await app.inject(`/v1/verify?id=${id}&service=art.ivf`)).json<Verdict>();
  t.match(rows[id], {
    city: [{ str: 'Shanghai' }],
    outcome: [{ str: verdict.outcome }],
    sentence: [{ str: verdict.summary }],
    page: [{ str: new RegExp(`^https://licet.example/check\\?id=${id}&service=art.ivf`) }],
  });
  t.ok(Object.values(rows['nobody-has-this-id'] ?? {}).every((cells) => cells.length === 0));
  t.equal(Object.keys(rows['nobody-has-this-id'] ?? {}).length, reconcileProperties.length);
  t.ok(answering.length > 0);
});

t.test('what cannot be read is refused by the place where it stands', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`q${at}`, { query: 'x' }]));
  for (const [fields, field] of [
    [{ queries: { q0: { qery: 'x' } } }, '/queries/q0'],
    [{ queries: { q0: { query: 5 }, q1: 7 } }, '/queries/q0/query'],
    [{ queries: many }, '/queries'],
    [{ queries: [] }, '/queries'],
    [{ extend: { ids: ['x'], properties: [{ id: 'nmae' }] } }, '/extend/properties/0/id'],
    [
      {
        extend: {
          ids: ['test-limited'],
          properties: [{ id: 'outcome', settings: { service: 'organ transplant' } }],
        },
      },
      '/extend/properties/0/settings/service',
    ],
    // One property twice with other settings: both columns would show the answer to the second.
    [
      {
        extend: {
          ids: ['test-limited'],
          properties: ['IVF', 'G06'].map((service) => ({ id: 'outcome', settings: { service } })),
        },
      },
      '/extend/properties/1/id',
    ],
  ] as const) {
    const { statusCode, json, headers } = await send(fields);
    t.match(headers['content-type'], /problem\+json/);
    t.equal(statusCode, 400, JSON.stringify(fields).slice(0, 80));
    t.match(json().errors, [{ field }]);
  }
  for (const [path, field] of [
    ['/reconcile?queries={}&queries={}', '/queries'],
    ['/reconcile/suggest/entity?prefix=a&prefix=b', '/prefix'],
    ['/reconcile/suggest/type?cursor=1&cursor=2', '/cursor'],
    ['/reconcile/preview?id=test-limited&id=test-refuted', '/id'],
  ] as const) {
    const { statusCode, json } = await app.inject(path);
    t.equal(statusCode, 400, path);
    t.match(json().errors, [{ field, problem: 'is given more than once' }]);
  }
  const number = '110101199003070732';
  for (const one of [
    await send({ queries: { q: { query: number } } }),
    await app.inject(`/reconcile/suggest/entity?prefix=${number}`),
  ])
    t.match(one.json(), { code: 'LICET_PERSONAL_NUMBER' });
  t.notMatch(log(), number);
});
