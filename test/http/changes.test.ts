import { join } from 'node:path';
import t from 'tap';
import type { CredentialStatus } from '../../schema/credential.ts';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const dir = t.testdir();
const toy = await openToy(dir);
const config = { ...readConfig({ LICET_DATA: dir }), rateLimit: 0, log: 'silent' } as const;
const app = await buildApp({
  store: toy.store,
  archive: toy.archive,
  config,
  clock: () => new Date('2026-02-10T08:00:00Z'),
});
t.teardown(async () => {
  await app.close();
  await toy.store.close();
});

/** A night after which a made-up list names these made-up hospitals, each with a grade of this status. */
const night = (hospitals: Readonly<Record<string, CredentialStatus>>, asOf: string) => {
  const records = Object.entries(hospitals).map(([name, status], at) => {
    const grade = { gate: 'grade', code: 'grade:3A', status, scope: { kind: 'institution' } } as const;
    return { ...toyRecord(name, { province: '编造省' }, { credentials: [grade] }), row: at + 1 };
  });
  return toy.night([toySource(join(dir, asOf), records, { asOf })], `${asOf}T06:00:00.000Z`);
};

type Page = Readonly<{
  changes: readonly Readonly<{
    generation: number;
    id: string;
    change: string;
    institution: { name: { zh: string } } | null;
    added: readonly Readonly<{ about: string; value: Record<string, unknown>; sources: string[] }>[];
    removed: readonly Readonly<{ about: string; value: Record<string, unknown> }>[];
  }>[];
  next: string;
  more: boolean;
}>;

const get = async (since: string, limit = 100) => {
  const answer = await app.inject(`/v1/changes?since=${since}&limit=${limit}`);
  return { ...answer.json<Page>(), link: answer.headers.link };
};

/** All changes after a cursor, read in pages of this many by following `next`. */
const all = async (since: string, limit: number) => {
  const found: Page['changes'][number][] = [];
  for (let at = since, more = true; more; ) {
    const page = await get(at, limit);
    found.push(...page.changes);
    ({ next: at, more } = page);
  }
  return found;
};

await night({ 编造甲医院: 'active', 编造乙医院: 'active', 编造丙医院: 'active' }, '2026-02-01');

t.test('a copy that starts with nothing is told of everybody, in pages that leave nothing out', async (t) => {
  const whole = await get('0');
  t.strictSame(
    whole.changes.map(({ change }) => change),
    ['new', 'new', 'new'],
  );
  t.equal(whole.more, false);
  t.equal(whole.link, undefined);
  t.match(whole.changes[0]?.added, [{ about: 'name' }]);
  for (const limit of [1, 2]) t.strictSame(await all('0', limit), whole.changes, `in pages of ${limit}`);
  t.equal((await get('0', 2)).link, `</v1/changes?since=${(await get('0', 2)).next}&limit=2>; rel="next"`);
  t.strictSame((await get(whole.next)).changes, [], 'and of nothing twice');
});

t.test(
  'a night tells what came and what went, and a list that says the same again is no change',
  async (t) => {
    const { next } = await get('0');
    await night({ 编造甲医院: 'active', 编造乙医院: 'revoked', 编造丙医院: 'active' }, '2026-02-02');
    const { changes, next: after } = await get(next);
    t.equal(changes.length, 1);
    const [one] = changes;
    t.equal(one?.change, 'changed');
    t.equal(one?.institution?.name.zh, '编造乙医院');
    t.match(one?.added, [
      { about: 'credential', value: { status: 'revoked' }, sources: ['cn-toyville-list'] },
    ]);
    t.match(one?.removed, [{ about: 'credential', value: { status: 'active' } }]);
    await night({ 编造甲医院: 'active', 编造乙医院: 'revoked', 编造丙医院: 'active' }, '2026-02-03');
    t.strictSame((await get(after)).changes, []);
  },
);

t.test('what cannot be a cursor is refused by name', async (t) => {
  for (const since of ['yesterday', '-1', '1.', "1.x'--", '999']) {
    const answer = await app.inject(`/v1/changes?since=${encodeURIComponent(since)}`);
    t.equal(answer.statusCode, 400, since);
    t.match(answer.json(), { code: 'LICET_BAD_QUESTION', errors: [{ field: '?since' }] });
  }
  t.equal((await app.inject('/v1/changes?limit=501')).statusCode, 400);
});
