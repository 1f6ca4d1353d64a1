import { join } from 'node:path';
import t from 'tap';
import { openStore } from '../../src/store/open-store.ts';
import { madeUpLicence } from '../support/made-up.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';
import { runHere } from './run-licet.ts';

const city = { province: '江苏省', city: '南京市' };
const BY = ['--by', 'Made-up Judge', '--because', 'made up: one address on both pages'] as const;

/** A directory's row beside a register's row of one core in one city, and a third of another town. */
const folder = async (data: string): Promise<void> => {
  const toy = await openToy(data);
  const register = [
    toyRecord('编造大学附属示意医院', city, {
      identifiers: [{ scheme: 'licence-number', value: madeUpLicence(1, '320100') }],
    }),
    toyRecord('编造丙示例医院', city),
  ];
  await toy.night([
    toySource(toy.root, register),
    toySource(toy.root, [toyRecord('南京示意医院', city), toyRecord('南京乙示例医院', city)], {
      id: 'cn-toyville-directory',
      evidenceKind: 'directory',
    }),
  ]);
  await toy.store.close();
};

const data = t.testdir({});
let day = Date.parse('2026-03-01T04:00:00Z');
const licet = (args: readonly string[], answers: readonly string[] = []) => {
  day += 86_400_000;
  const typed = [...answers];
  const answer = async () => typed.shift() ?? null;
  return runHere(data, args, { answer }, () => new Date(day));
};
const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

let one = '';
let other = '';
const named = async (name: string): Promise<string> => {
  const store = await openStore({ data });
  const [hit] = await store.reader().findNameKey(name);
  await store.close();
  return hit?.institution ?? '';
};

t.before(() => folder(data));

t.test('a pair that could be one hospital is listed with both records and what agrees', async (t) => {
  const [pair, ...rest] = lines((await licet(['judge', '--list', '--json'])).out);
  t.same(rest, []);
  t.match(pair, { why: 'similar-name', one: { place: '江苏省 南京市' } });
  t.same([pair.one.names[0].value, pair.other.names[0].value].sort(), [
    '南京示意医院',
    '编造大学附属示意医院',
  ]);
  t.match(
    (await licet(['judge', '--list'])).out,
    /names that could be one hospital’s[\s\S]*cn-toyville-directory/,
  );
  one = pair.one.id;
  other = pair.other.id;
});

t.test('bad use says what would be right, and nothing is recorded', async (t) => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['judge'], /--by is missing: who judges/],
    [['judge', one], /\[b\] is missing/],
    [
      ['judge', one, other, 'smae', ...BY],
      /"smae" is no judgement; expected same, different or unsure; nearest: same/,
    ],
    [['judge', one, other, 'same', '--by', 'Made-up Judge'], /--because is missing/],
    [['judge', one, 'nobody', 'same', ...BY], /no institution has the id "nobody"/],
    [['judge', one, one, 'same', ...BY], /the same id/],
  ];
  for (const [args, says] of wrong) {
    const { code, err } = await licet(args);
    t.equal(code, 2, args.join(' '));
    t.match(err, says);
  }
  t.equal((await licet(['judge', '--history'])).out, '');
});

t.test('what was judged unsure is asked again only when one of the two has gained a row', async (t) => {
  t.match(
    (await licet(['judge', '--by', 'Made-up Judge'], ['u', 'made up: cannot be told'])).out,
    /1 judged, 0 left/,
  );
  t.equal((await licet(['judge', '--list', '--json'])).out, '');
  const toy = await openToy(data);
  await toy.night(
    [
      toySource(toy.root, [toyRecord('南京示意医院', city)], {
        id: 'cn-toyville-press',
        evidenceKind: 'press',
      }),
    ],
    '2026-03-20T00:00:00.000Z',
  );
  await toy.store.close();
  t.equal(lines((await licet(['judge', '--list', '--json'])).out).length, 1);
});

t.test('same joins two records, says so with its day and no name, and is not asked again', async (t) => {
  const done = await licet(['judge', '--by', 'Made-up Judge'], ['x', 's', 'made up: one address']);
  t.match(done.out, /1 judged, 0 left; generation 3/);
  t.equal((await licet(['judge', '--list', '--json'])).out, '');
  const verdict = await licet(['verify', '南京示意医院', '--claim', 'jci', '--json']);
  const { identity } = JSON.parse(verdict.out);
  t.equal(identity.institution.name.zh, '编造大学附属示意医院');
  t.ok(identity.why.some(({ text }: { text: string }) => /judg\w+ of 2026-03-\d\d/.test(text)));
  const shown = await licet(['institution', identity.institution.id, '--json']);
  t.match(JSON.parse(shown.out).judgements, [{ decision: 'same', on: /^2026-03-/ }]);
  t.match((await licet(['institution', identity.institution.id])).out, /judged\n +same +cn\w+ +2026-03-/);
  t.notMatch(verdict.out + shown.out, /Made-up Judge|one address/);
  t.match((await licet(['judge', '--history'])).out, /same {2}Made-up Judge: made up: one address/);
});

t.test(
  'a judgement of a merged record holds for what it was merged into, and contradictions are refused',
  async (t) => {
    const third = await named('编造丙示例医院');
    t.match((await licet(['judge', other, third, 'different', ...BY])).out, /different: recorded/);
    const refused = await licet(['judge', third, one, 'same', ...BY]);
    t.equal(refused.code, 2);
    t.match(refused.err, /cannot be same: .* were judged same on 2026-.*; .* were judged different on/);
    t.match((await licet(['judge', one, other, 'same', ...BY])).out, /was said before; nothing changed/);
  },
);

t.test('a rebuilt registry takes in what the history of the lost one printed, once', async (t) => {
  const kept = await licet(['judge', '--history', '--json']);
  const rebuilt = t.testdir({ 'history.jsonl': kept.out, 'bad.jsonl': '{"one":"a"}\n', data: {} });
  await folder(join(rebuilt, 'data'));
  const there = (...args: string[]) => runHere(join(rebuilt, 'data'), ['judge', ...args]);
  t.match(
    (await there('--restore', join(rebuilt, 'bad.jsonl'))).err,
    /line 1 has a wrong other; expected what/,
  );
  t.match((await there('--restore', join(rebuilt, 'history.jsonl'))).out, /3 judgements taken in/);
  t.match((await there('--restore', join(rebuilt, 'history.jsonl'))).out, /0 judgements taken in/);
  t.equal((await there('--list', '--json')).out, '');
  t.equal((await there('--history', '--json')).out.split('\n').length, kept.out.split('\n').length);
});

t.test('a later judgement takes an earlier one back; past generations keep what they said', async (t) => {
  const merged = [one, other].sort();
  t.match((await licet(['judge', one, other, 'different', ...BY])).out, /different: recorded/);
  t.not(await named('南京示意医院'), await named('编造大学附属示意医院'));
  t.equal((await licet(['judge', '--list', '--json'])).out, '', 'different is never asked again');
  const store = await openStore({ data });
  const past = await store.readerAt(3);
  const redirects = await Promise.all(merged.map((id) => past?.redirect(id)));
  t.equal(redirects.filter((id) => id !== undefined).length, 1);
  const names = (await past?.findNameKey('南京示意医院')) ?? [];
  t.equal(new Set(names.map(({ institution }) => institution)).size, 1);
  past?.close();
  t.same(await Promise.all(merged.map((id) => store.reader().redirect(id))), [undefined, undefined]);
  await store.close();
});
