import t from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import { captureCommand } from '../support/capture-command.ts';
import { madeUpNumbers } from '../support/made-up.ts';

const one = madeUpNumbers('MA9YYYY1');
const row = (until: string) => ({
  登记号: one.licence,
  机构名称: '编造示例医院',
  地址: '上海市长宁区编造路1号',
  有效期至: until,
});
const by = (who: string) => ['--by', who];
const looker = [...by('Made-up Clerk'), '--looked-on', '2026-11-20'];

t.test(
  'what turns an answer into a no is shown, waits, and is published by another person alone',
  async (t) => {
    const { data, page, licet, capture, verify } = captureCommand(t);
    const outcome = async () => (await verify(`licenceNumber=${one.licence}`)).outcome;
    const first = await capture(row('2028-06-30'), ...looker);
    t.match(
      first.out,
      /编造示例医院 +not on record +→ +confirmed \(licence met\)/,
      'a dry run says what changes',
    );
    t.match((await capture(row('2028-06-30'), ...looker, '--yes')).out, /recorded; generation 1/);
    const ended = row('2026-06-30');
    t.match(
      (await capture(ended, ...looker)).out,
      /confirmed \(licence met\) +→ +refuted[\s\S]*a second person will/,
    );
    const sent = await capture(ended, ...looker, '--page', page, '--yes');
    t.match(sent.out, /1 of 1 rows wait as 1: an answer becomes a no/);
    t.equal(await outcome(), 'confirmed', 'nothing is published');
    t.match((await licet('capture', '--pending')).out, / 1 .*by Made-up Clerk +page \w{12}[\s\S]*refuted/);
    const own = await licet('capture', '--confirm', '1', ...by('made-up clerk'));
    t.match(own, { code: 2, err: /was sent by Made-up Clerk: another person has to confirm it/ });
    t.equal(await outcome(), 'confirmed');
    const done = await licet('capture', '--confirm', '1', ...by('Made-up Reviewer'));
    t.match(done.out, /capture 1 is confirmed and recorded; generation 2/);
    t.equal(await outcome(), 'refuted');
    t.match(
      (await licet('capture', '--confirm', '1', ...by('Made-up Reviewer'))).err,
      /was confirmed by Made-up Rev/,
    );
    t.match((await licet('capture', '--pending')).out, /no capture waits/);
    t.match((await licet('operator', 'log')).out, /capture.confirm +1 by Made-up Reviewer/);
    const state = openServiceState(data);
    t.match(await state.pendingCaptures.find(1), { decidedBy: 'Made-up Reviewer', state: 'confirmed' });
    await state.close();
  },
);

t.test('what is rejected is never published, and the reason is kept', async (t) => {
  const { data, licet, capture, verify } = captureCommand(t);
  await capture(row('2026-06-30'), ...looker, '--yes');
  t.match(
    (await licet('capture', '--reject', '1', ...by('Made-up Reviewer'))).err,
    /--reject wants --because/,
  );
  const rejected = await licet(
    ...['capture', '--reject', '1', ...by('Made-up Reviewer'), '--because', 'made up: the page is of 2025'],
  );
  t.match(rejected.out, /capture 1 is rejected; nothing of it is published/);
  t.match(
    (await licet('capture', '--confirm', '7', ...by('Made-up Reviewer'))).err,
    /No capture waits under the number 7/,
  );
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'unknown');
  const state = openServiceState(data);
  t.match(await state.pendingCaptures.find(1), { state: 'rejected', reason: 'made up: the page is of 2025' });
  await state.close();
});
