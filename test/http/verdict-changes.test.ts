import t from 'tap';
import type { HeadlineChange } from '../../schema/headline.ts';
import { compareHeadlines } from '../../src/watch/compare-headlines.ts';
import { watchedNights } from '../support/watched-nights.ts';

const { app, state, toy, night } = await watchedNights(t);

type Page = Readonly<{
  changes: readonly HeadlineChange[];
  next: string;
  more: boolean;
  judged: { generation: number; whole: boolean } | null;
}>;
const get = async (since: string, limit = 100) => {
  const answer = await app.inject(`/v1/changes?level=verdict&since=${since}&limit=${limit}`);
  return { ...answer.json<Page>(), link: answer.headers.link };
};
const all = async (since: string, limit: number) => {
  const found: HeadlineChange[] = [];
  for (let at = since, more = true; more; ) {
    const page = await get(at, limit);
    found.push(...page.changes);
    ({ next: at, more } = page);
  }
  return found;
};
/** Compares everything; `turns`: how many stretches, before the process is as good as killed. */
const compare = (turns = Number.POSITIVE_INFINITY) => {
  let left = turns;
  const pause = async () => {
    left -= 1;
    if (left <= 0) throw new Error('killed');
  };
  return compareHeadlines({ headlines: state.headlines, generations: toy.store, pause });
};
const said = ({ institution, before, after }: HeadlineChange) => [
  institution?.name.zh,
  before?.outcome ?? null,
  after?.outcome ?? null,
];

t.test('before anything was compared, that is what is said', async (t) => {
  t.match(await get('0'), { changes: [], next: 'v0', more: false, judged: null });
});

t.test(
  'a copy that starts with nothing is told of every verdict, in pages that leave nothing out',
  async (t) => {
    await night({ 编造甲医院: 'active', 编造乙医院: 'active', 编造丙医院: 'active' }, '2026-02-01');
    await compare();
    const whole = await get('0');
    t.strictSame(whole.changes.map(said).sort(), [
      ['编造丙医院', null, 'confirmed'],
      ['编造乙医院', null, 'confirmed'],
      ['编造甲医院', null, 'confirmed'],
    ]);
    t.match(whole, { more: false, judged: { generation: 1, day: '2026-02-01', whole: true } });
    for (const limit of [1, 2]) t.strictSame(await all('0', limit), whole.changes, `in pages of ${limit}`);
    const first = await get('0', 2);
    t.equal(first.link, `</v1/changes?level=verdict&since=${first.next}&limit=2>; rel="next"`);
    await compare();
    t.strictSame((await get(whole.next)).changes, [], 'and of nothing twice');
  },
);

t.test(
  'verdicts that changed are told once, generation by generation, also those nobody looked at in between',
  async (t) => {
    const { next } = await get('0');
    await night({ 编造甲医院: 'active', 编造乙医院: 'revoked', 编造丙医院: 'active' }, '2026-02-02');
    await night({ 编造甲医院: 'active', 编造乙医院: 'active', 编造丙医院: 'active' }, '2026-02-03');
    await t.rejects(compare(1), { message: 'killed' });
    await compare();
    const { changes, judged } = await get(next);
    t.strictSame(changes.map(said), [
      ['编造乙医院', 'confirmed', 'refuted'],
      ['编造乙医院', 'refuted', 'confirmed'],
    ]);
    const [lost, found] = changes;
    t.ok((lost?.generation ?? 0) < (found?.generation ?? 0), 'in the order of generations');
    t.match(lost, {
      day: '2026-02-02',
      before: { licence: { result: 'met' } },
      after: { licence: { result: 'not-met', status: 'revoked' } },
      why: { moved: ['generation', 'day'] },
    });
    t.ok(changes.every(({ why }) => why.reasons.length > 0));
    t.match(judged, { generation: toy.store.reader().generation, day: '2026-02-03', whole: true });
  },
);

t.test('what cannot be a cursor of this level is refused by name', async (t) => {
  for (const since of ['7', 'v', 'v-1', '1.abc', 'v99999'])
    t.match((await app.inject(`/v1/changes?level=verdict&since=${since}`)).json(), {
      code: 'LICET_BAD_QUESTION',
      errors: [{ field: '?since' }],
    });
  t.match((await app.inject('/v1/changes?level=all')).json(), {
    errors: [{ field: '?level', expected: 'one of statement, verdict' }],
  });
});
