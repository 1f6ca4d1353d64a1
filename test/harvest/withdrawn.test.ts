import t from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import { runHere } from '../cli/run-licet.ts';
import { captureCommand, ID, TODAY } from '../support/capture-command.ts';
import { madeUpNumbers } from '../support/made-up.ts';

const one = madeUpNumbers('MA9YYYY1');
const other = madeUpNumbers('MA9YYYY2');
const row = (numbers: typeof one, name: string, until = '2028-06-30') => ({
  登记号: numbers.licence,
  机构名称: name,
  地址: '上海市长宁区编造路1号',
  有效期至: until,
});
const looker = ['--by', 'Made-up Clerk', '--looked-on', '2026-11-20', '--yes'];
const reviewer = ['--by', 'Made-up Reviewer', '--because', 'made up: the number is of nobody'];

t.test('a row under a number that nobody bears is withdrawn, with every earlier version of it', async (t) => {
  const { licet, capture, verify } = captureCommand(t);
  const outcome = async (question: string) => (await verify(question)).outcome;
  await capture(row(one, '编造错写医院'), ...looker);
  await capture(row(one, '编造示例医院'), ...looker);
  const before = await verify(`licenceNumber=${one.licence}`);
  t.equal(before.outcome, 'confirmed');
  t.match(
    (await licet('capture', ID, '--rows', 'institution')).out,
    /no such row/,
    'fields, not their names',
  );
  t.match((await licet('capture', ID, '--rows', one.licence.toLowerCase())).out, /编造示例医院/);
  const shown = await licet('capture', ID, '--rows', '示例');
  t.match(shown.out, new RegExp(`${one.licence} .*\\n.*编造示例医院`));
  const withdraw = ['capture', ID, '--withdraw', one.licence] as const;
  t.match(await licet(...withdraw, '--by', 'Made-up Reviewer'), { code: 2, err: /wants --because/ });
  const dry = await licet(...withdraw, ...reviewer);
  t.match(
    dry.out,
    /confirmed \(licence met\) +→ +not on record[\s\S]*nothing was written; repeat with --yes/,
  );
  t.equal(await outcome(`licenceNumber=${one.licence}`), 'confirmed', 'nothing is written');
  const done = await licet(...withdraw, ...reviewer, '--yes');
  t.match(done.out, /is withdrawn; generation 3/);
  t.equal(await outcome(`licenceNumber=${one.licence}`), 'unknown');
  for (const name of ['编造错写医院', '编造示例医院'])
    t.match(
      await verify(`name=${encodeURIComponent(name)}`),
      { outcome: 'unknown', identity: { institution: null } },
      name,
    );
  const page = before.checks[0]?.evidence[0]?.sha256 ?? '';
  const kept = await licet('evidence', page, '--row', '1');
  t.match(kept.out, /taken back as never right[\s\S]*编造示例医院/, 'the page says so');
  t.match((await licet('capture', ID, '--rows')).out, /no such row is on record/);
  t.match(
    (await licet('capture', ID, '--withdrawn')).out,
    /by Made-up Reviewer: made up: the number is of nobody/,
  );
  t.match(await licet(...withdraw, '--rows'), { code: 2, err: /--rows and --withdraw are two things/ });
  t.match((await licet('operator', 'log')).out, /withdraw +cn-toyville-register .* by Made-up Reviewer/);
  await capture(row(other, '编造示例医院'), ...looker);
  t.equal(await outcome(`licenceNumber=${other.licence}`), 'confirmed', 'the right number is recorded');
  await capture(row(one, '编造另一医院'), ...looker);
  const { identity } = await verify(`licenceNumber=${one.licence}`);
  t.match(identity.institution, { name: { zh: '编造另一医院' } });
  t.not(identity.institution?.id, before.identity.institution?.id, 'and is another record');
  const replayed = await licet('replay', '5');
  t.match(replayed, { code: 0 }, 'the same pages and acts give the same registry');
});

t.test('a withdrawal by which an answer stops being a no waits for a second person', async (t) => {
  const { data, licet, capture, verify } = captureCommand(t);
  const outcome = async () => (await verify(`licenceNumber=${one.licence}`)).outcome;
  await capture(row(one, '编造示例医院', '2026-06-30'), ...looker);
  t.match(
    (await licet('capture', '--confirm', '1', '--by', 'Made-up Reviewer')).out,
    /confirmed and recorded/,
  );
  t.equal(await outcome(), 'refuted');
  const sent = await licet('capture', ID, '--withdraw', one.licence, ...reviewer, '--yes');
  t.match(sent.out, /the withdrawal waits as 2/);
  t.equal(await outcome(), 'refuted', 'nothing is published');
  t.match((await licet('capture', '--pending')).out, /withdraws \w+: made up[\s\S]*refuted/);
  const own = await licet('capture', '--confirm', '2', '--by', 'Made-up Reviewer');
  t.match(own, { code: 2, err: /another person has to confirm it/ });
  const done = await licet('capture', '--confirm', '2', '--by', 'Made-up Second');
  t.match(done.out, /2 is confirmed and withdrawn; generation 2/);
  t.equal(await outcome(), 'unknown');
  const state = openServiceState(data);
  t.match(await state.pendingCaptures.find(2), { state: 'confirmed', withdraws: one.licence });
  await state.close();
});

t.test('what was recorded anew since a withdrawal was sent is not taken back by confirming it', async (t) => {
  const { licet, capture, verify } = captureCommand(t);
  await capture(row(one, '编造示例医院', '2026-06-30'), ...looker);
  await licet('capture', '--confirm', '1', '--by', 'Made-up Reviewer');
  await licet('capture', ID, '--withdraw', one.licence, ...reviewer, '--yes');
  await capture(row(one, '编造示例医院', '2028-06-30'), ...looker);
  const confirmed = await licet('capture', '--confirm', '2', '--by', 'Made-up Second');
  t.match(confirmed, { code: 2, err: /was recorded anew: reject it, and look again/ });
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'confirmed');
});

t.test('only rows that a person recorded can be withdrawn', async (t) => {
  const { data, licet } = captureCommand(t);
  const withdraw = (...args: string[]) => [...args, '--withdraw', 'nothing', ...reviewer, '--yes'];
  const unknown = await licet(...withdraw('capture', ID));
  t.match(unknown, { code: 2, err: /has no row under nothing on record/ });
  const read = await runHere(data, withdraw('capture', 'cn-lecheng-institutions'), {}, () => TODAY);
  t.match(read, { code: 2, err: /only rows that a person recorded can be withdrawn/ });
});
