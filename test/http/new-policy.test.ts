import t from 'tap';
import type { Question } from '../../schema/question.ts';
import { createAnswers, type Epoch } from '../../src/ask/answers.ts';
import { gatherFacts } from '../../src/ask/facts.ts';
import { answer } from '../../src/verdict/answer.ts';
import { POLICY_VERSION, policies } from '../../src/verdict/policy.ts';
import { compareWatches } from '../../src/watch/compare.ts';
import { BASE, watchedNights } from '../support/watched-nights.ts';

/** The last rules whose outcome spoke of the licence. */
const before = policies.findLast(({ outcomeAbout }) => outcomeAbout === 'licence');

t.test('new rules over the same registry are told, with what moved and why', async (t) => {
  if (before === undefined) return t.fail('no version spoke of the licence');
  const { toy, clock, state, night, compare, keyOf, call, eventsOf, at } = await watchedNights(t);
  await night({ 编造甲医院: 'active', 编造乙医院: 'active' }, '2026-02-01');
  const key = await keyOf('Made-up Agency');
  // What is asked and not known was `limited` under the rules before, which spoke of the licence; now it is `unknown`.
  const entries = [
    { name: '编造甲医院', claim: ['jci'] },
    { name: '编造乙医院', claim: 'licence' },
  ];
  const { id } = (await call(key, 'POST', '/v1/watches', { name: 'Ours', entries })).body;
  const now = createAnswers(() => toy.store.reader(), clock, { cacheBytes: 1000, testInstitutions: false });
  const asBefore = {
    epoch: (): Epoch => {
      const epoch = now.epoch();
      return { ...epoch, key: epoch.key.replace(POLICY_VERSION, before.version) };
    },
    verdict: async ({ reader, instant }: Epoch, question: Question) =>
      answer({
        question,
        ...(await gatherFacts(question.institution, reader, false)),
        reference: reader.reference,
        now: instant,
        policy: before,
      }),
  };
  at('2026-02-01T14:00:00Z');
  const pause = async () => {};
  const first = await compareWatches({ watches: state.watches, answers: asBefore, clock, base: BASE, pause });
  t.strictSame(first, { compared: 2, events: 0 });
  t.strictSame(await compare(), { compared: 2, events: 1 }, 'both are asked anew; one reads differently');
  t.match(await eventsOf(key, id), [
    {
      entry: 1,
      changed: ['verdict'],
      before: { outcome: 'limited', policyVersion: before.version },
      after: { outcome: 'unknown', policyVersion: POLICY_VERSION },
      why: { moved: ['policy'], reasons: [{ text: /.+/ }] },
    },
  ]);
  t.strictSame(await compare(), { compared: 0, events: 0 });
});
