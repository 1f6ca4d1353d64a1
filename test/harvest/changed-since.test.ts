import t from 'tap';
import type { AnswerChange, Told } from '../../schema/answer-change.ts';
import { sense } from '../../src/jobs/captures/sense.ts';
import { captureCommand } from '../support/capture-command.ts';
import { madeUpNumbers } from '../support/made-up.ts';

const by = (who: string) => ['--by', who];
const looked = [...by('Made-up Clerk'), '--looked-on', '2026-11-20'];
const ended = {
  登记号: madeUpNumbers('MA9YYYY1').licence,
  机构名称: '编造示例医院',
  地址: '上海市长宁区编造路1号',
  有效期至: '2026-06-30',
};

t.test('what another capture has brought about meanwhile is not confirmed as a change', async (t) => {
  const { licet, capture } = captureCommand(t);
  const confirm = (id: string) => licet('capture', '--confirm', id, ...by('Made-up Reviewer'));
  for (const _ of [1, 2]) await capture(ended, ...looked, '--yes');
  t.match((await confirm('1')).out, /capture 1 is confirmed and recorded/);
  t.match(await confirm('2'), {
    code: 2,
    err: /The registry has changed since capture 2 was sent: look again/,
  });
});

t.test('what captures change is the same in any order, and whatever id a new hospital would have', (t) => {
  const told = (outcome: 'limited' | 'refuted' | 'confirmed') => ({ outcome, licence: 'unknown' as const });
  const [yes, no] = [told('confirmed'), told('refuted')];
  const change = (institution: string, zh: string, before: Told, after: Told = no): AnswerChange => ({
    ...{ institution, title: { zh, en: 'Made-up' }, service: null, before, after, negative: true },
  });
  const [known, added] = [change('cn1', '编造甲', yes), change('cn2', '编造乙', null)];
  const shown = sense([known, added]);
  t.equal(sense([change('cn3', '编造乙', null), known]), shown);
  for (const other of [
    [known],
    [change('cn4', '编造甲', yes), added],
    [known, change('cn2', '编造丙', null)],
    [known, change('cn2', '编造乙', null, null)],
    [change('cn1', '编造甲', told('limited')), added],
  ])
    t.not(sense(other), shown);
  t.end();
});
