import t from 'tap';
import type { ShownPair } from '../../src/registry/shown-pair.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { mondayOf } from '../../src/text/dates.ts';
import { runHere } from '../cli/run-licet.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);
const { app, data } = service;
const licet = (...args: string[]) => runHere(data, args, {}, () => TODAY);
const pairs = async (): Promise<readonly (ShownPair & Readonly<{ asked: number }>)[]> =>
  (await licet('judge', '--list', '--json')).out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const before = await pairs();
const [last] = before.slice(-1);
const ids = [last?.one.id ?? '', last?.other.id ?? ''];
const post = (url: string, body: unknown) =>
  app.inject({
    method: 'POST',
    url,
    payload: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

t.test('whom is asked for is counted by id alone, however it is asked', async (t) => {
  const [one = '', other = ''] = ids;
  const ask = (more = {}) => app.inject({ url: `/v1/verify?id=${one}`, ...more });
  const { headers } = await ask();
  await ask();
  await ask();
  await ask({ headers: { 'if-none-match': String(headers.etag) } });
  await post('/v1/verify', { id: other });
  await post('/v1/verify', [{ id: other }, { id: other }]);
  await app.inject(`/check?id=${one}`);
  await app.inject(`/hospitals/${one}`);
  const personal = { practitioner: { certificateNumber: '110110000000001', purpose: 'own-treatment' } };
  await post('/v1/verify', { id: one, ...personal });
  await app.inject('/v1/verify?id=test-confirmed');
  await app.inject('/v1/verify?name=nobody-of-this-name');
  await app.close();
  const state = openServiceState(data);
  t.teardown(state.close);
  t.strictSame(
    [...(await state.demand.most(9))],
    [
      [one, 4],
      [other, 3],
    ].toSorted((a, b) => Number(b[1]) - Number(a[1])),
    'not what was still held, a page looked at, a physician, the made-up or nobody',
  );
});

t.test('pairs that are asked for most are judged first', async (t) => {
  const [first, ...rest] = await pairs();
  t.match(first, { one: { id: ids[0] }, other: { id: ids[1] }, asked: 7 });
  t.strictSame(
    rest.map(({ one, other }) => [one.id, other.id]),
    before.slice(0, -1).map(({ one, other }) => [one.id, other.id]),
    'the others in the order of before',
  );
  t.match((await licet('judge', '--list')).out, /^ .*, 7 questions in five weeks/);
});

t.test('a week is forgotten after five, and what several processes count adds up', async (t) => {
  const state = openServiceState(t.testdir());
  t.teardown(state.close);
  const { demand } = state;
  await demand.add(new Map([['a', 2]]), '2026-10-26');
  await demand.add(
    new Map([
      ['a', 1],
      ['b', 5],
    ]),
    '2026-11-01',
  );
  await demand.add(new Map([['b', 1]]), '2026-11-29');
  t.strictSame(
    [...(await demand.most(9))],
    [
      ['b', 6],
      ['a', 3],
    ],
    'five weeks, each from its Monday',
  );
  await demand.add(new Map(), '2026-11-30');
  t.strictSame([...(await demand.of(['a', 'b', 'c']))], [['b', 1]]);
});

t.test('a week begins on Monday', (t) => {
  for (const day of ['2026-11-23', '2026-11-25', '2026-11-29']) t.equal(mondayOf(day), '2026-11-23', day);
  t.equal(mondayOf('2026-11-30'), '2026-11-30');
  t.end();
});
