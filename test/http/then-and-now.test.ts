import t from 'tap';
import type { Verdict } from '../../schema/verdict.ts';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const NAME = '编造示例医院';
const root = t.testdir();
const toy = await openToy(root);
const list = { presupposesLicence: true, asOf: '2026-01-31' } as const;
const one = toyRecord(NAME, { province: '上海市', city: '上海市' }, { key: 'a' });
const other = toyRecord(NAME, { province: '北京市', city: '北京市' }, { key: 'b' });

let now = new Date('2026-02-01T09:00:00Z');
const config = { ...readConfig({ LICET_DATA: root, LICET_LOG: 'silent' }), rateLimit: 0 };
const app = await buildApp({ store: toy.store, archive: toy.archive, config, clock: () => now });
t.teardown(async () => {
  await app.close();
  await toy.store.close();
});
const get = (query: Record<string, string>) =>
  app.inject({ url: '/v1/verify', query: { name: NAME, ...query } });
const verdict = async (query: Record<string, string> = {}) => (await get(query)).json<Verdict>();

await toy.night([toySource(root, [one], list)], '2026-02-01T08:00:00.000Z');
await toy.store.refresh();
const saidThen = (await get({})).body;
await toy.night([toySource(root, [one, other], { ...list, asOf: '2026-05-31' })], '2026-06-01T08:00:00.000Z');
await toy.store.refresh();
now = new Date('2026-06-01T09:00:00Z');

t.test('a past generation says, byte for byte, what was said on its day', async (t) => {
  t.equal((await verdict()).identity.match, 'ambiguous', 'today two hospitals bear the name');
  t.equal((await get({ generation: '1' })).body, saidThen);
  t.match(await verdict({ generation: '1' }), { generation: 1, asOf: '2026-02-01' });
});

t.test('what was in force then and what was said then are two questions', async (t) => {
  const inForce = await verdict({ asOf: '2026-02-01' });
  t.match(inForce, { generation: 2, asOf: '2026-02-01', identity: { match: 'ambiguous' } });
  const said = await verdict({ generation: '1' });
  t.match(said, { generation: 1, asOf: '2026-02-01', identity: { match: 'strong' } });
  const both = await verdict({ generation: '1', asOf: '2025-06-01' });
  t.match(both, { generation: 1, asOf: '2025-06-01', identity: { match: 'strong' } });
  t.equal(said.searched[0]?.state, 'fresh');
  t.equal(
    both.searched[0]?.state,
    'unavailable',
    'the list of that generation says nothing of a day before it',
  );
});

t.test('the newest generation asked by number answers for the day it was published', async (t) => {
  now = new Date('2026-07-15T09:00:00Z');
  t.match(await verdict({ generation: '2' }), { generation: 2, asOf: '2026-06-01' });
  t.match(await verdict(), { generation: 2, asOf: '2026-07-15' });
  const posted = await app.inject({
    method: 'POST',
    url: '/v1/verify',
    payload: { name: NAME, generation: 2 },
  });
  t.equal(posted.json<Verdict>().asOf, '2026-06-01');
});

t.test('a generation that was never published, and a day to come, are refused', async (t) => {
  for (const [query, problem] of [
    [{ generation: '3' }, 'was never published'],
    [{ generation: '0' }, 'is not a generation'],
    [{ generation: '1.5' }, 'is not a generation'],
    [{ asOf: '2027-01-01', generation: '1' }, 'lies in the future (today is meant in Asia/Shanghai)'],
  ] as const) {
    const response = await get(query);
    t.equal(response.statusCode, 400);
    t.match(response.json(), { code: 'LICET_BAD_QUESTION', errors: [{ problem }] });
  }
});

t.test('a hundred questions about two generations at once keep them apart', async (t) => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, at) => {
      const query = { name: NAME, city: 'Shanghai', generation: String((at % 2) + 1) };
      return (await app.inject({ url: '/v1/verify', query, remoteAddress: `10.0.0.${at}` })).json<Verdict>();
    }),
  );
  t.ok(answers.every(({ generation }, at) => generation === (at % 2) + 1));
});

t.test('one client asks about the past sixty times a minute, and about the present as before', async (t) => {
  now = new Date('2026-07-15T10:00:00Z');
  const ask = (at: number) =>
    app.inject({
      url: '/v1/verify',
      query: { name: `${NAME}${at}`, generation: '1' },
      remoteAddress: '10.9.9.9',
    });
  const all = await Promise.all(Array.from({ length: 61 }, (_, at) => ask(at)));
  t.equal(all.filter(({ statusCode }) => statusCode === 429).length, 1);
  t.equal((await get({})).statusCode, 200);
});
