import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { plainDate } from '../../src/harvest/capture/captured-fields.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { runHere } from '../cli/run-licet.ts';
import { captureCommand, ID, TODAY } from '../support/capture-command.ts';
import { madeUpNumbers } from '../support/made-up.ts';

const one = madeUpNumbers('MA9YYYY1');
const two = madeUpNumbers('MA9YYYY2');
const row = ({ licence, uscc }: typeof one, name: string, until: string) => ({
  登记号: licence,
  机构名称: name,
  统一社会信用代码: uscc,
  地址: '上海市长宁区编造路1号',
  有效期至: until,
});
const signed = ['--by', 'Made-up Operator', '--as-of', '2026-11-20'];

t.test('a captured licence row makes "confirmed" possible, and walks back to the proof', async (t) => {
  const { data, page, capture, verify } = captureCommand(t);
  const first = row(one, '编造示例医院', '2028年6月30日');
  const shown = await capture(first, ...signed, '--page', page);
  t.match(
    shown.out,
    /row 1: good[\s\S]*有效期至 +\(new\) +→ +2028-06-30[\s\S]*nothing was written, repeat with --yes/,
  );
  const done = await capture(first, ...signed, '--page', page, '--yes');
  t.match(done.out, /1 of 1 rows recorded; generation 1/);
  const verdict = await verify(`licenceNumber=${one.licence}`);
  t.equal(verdict.outcome, 'confirmed');
  const [check] = verdict.checks;
  t.match(check, { gate: 'practice-licence', result: 'met' });
  t.match(check?.evidence, [
    { how: 'captured', kind: 'primary-register', transport: 'operator', asOf: '2026-11-20', fresh: true },
  ]);
  const registry = await openFolder(data);
  const [kept, proof] = await registry.store.snapshots();
  t.equal(check?.evidence[0]?.sha256, kept?.sha256);
  t.equal(kept?.details?.proof, proof?.sha256);
  t.ok(await registry.archive.has(proof?.sha256 ?? ''));
  t.match(await registry.store.runs(1), [{ decidedBy: 'Made-up Operator', state: 'accepted' }]);
  await registry.close();
  t.notMatch(JSON.stringify(verdict), /Made-up Operator/, 'who looked is kept, not published');
});

t.test('each captured row stands alone: the next one neither removes nor refreshes it', async (t) => {
  const { capture, verify } = captureCommand(t);
  const old = ['--by', 'Made-up Operator', '--as-of', '2026-06-01', '--yes'];
  await capture(row(one, '编造示例医院', '2028-06-30'), ...old);
  await capture(row(two, '编造第二示例医院', '2028-06-30'), ...signed, '--yes');
  t.equal((await verify(`licenceNumber=${two.licence}`)).outcome, 'confirmed');
  const first = await verify(`licenceNumber=${one.licence}`);
  t.match(
    first.checks[0],
    { result: 'unknown', evidence: [{ asOf: '2026-06-01', fresh: false }] },
    'ages by its own date',
  );
  const renewed = await capture(row(one, '编造示例医院', '2028-06-30'), ...signed);
  t.match(renewed.out, /cut-off date +2026-06-01 +→ +2026-11-20/);
  t.notMatch(renewed.out, /有效期至/);
  await capture(row(one, '编造示例医院', '2028-06-30'), ...signed, '--yes');
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'confirmed');
});

t.test(
  'numbers, dates, missing fields and persons are refused by name, before anything is written',
  async (t) => {
    const { capture, licet, verify } = captureCommand(t);
    const bad = async (
      over: Readonly<Record<string, string>>,
      says: RegExp,
      more: readonly string[] = signed,
    ) => {
      const ran = await capture({ ...row(one, '编造示例医院', '2028-06-30'), ...over }, ...more, '--yes');
      t.equal(ran.code, 2, String(says));
      t.match(ran.out, says);
    };
    await bad({ 登记号: '123' }, /登记号: "123" is no 登记号/);
    await bad({ 登记号: one.uscc }, /登记号: ".*" is a uscc, here a licence-number/);
    await bad({ 有效期至: '2028-02-30' }, /有效期至: "2028-02-30" is no date/);
    await bad({ 机构名称: '' }, /机构名称 .*is missing/);
    await bad({ 电话: '1' }, /电话 is no field; the fields are 登记号/);
    await bad({}, /cut-off date 2027-01-01 lies in the future/, [
      '--by',
      'Made-up Operator',
      '--as-of',
      '2027-01-01',
    ]);
    await bad({}, /the day you looked, 2027-01-01, lies in the future/, [
      '--by',
      'Made-up Operator',
      '--looked-on',
      '2027-01-01',
    ]);
    await bad({}, /the day you looked, "yesterday", is no day/, [
      '--by',
      'Made-up Operator',
      '--looked-on',
      'yesterday',
    ]);
    await bad({}, /who looked at the page is missing/, ['--as-of', '2026-11-20']);
    const other = await capture(
      { ...row(one, '编造示例医院', '2028-06-30'), 统一社会信用代码: two.uscc },
      ...signed,
    );
    t.match(other.out, /organisation code/, 'numbers that contradict each other are a warning');
    t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'unknown');
    t.match((await licet('capture', 'intl-nothing')).err, /is not a source/);
    t.match(
      (await licet('capture', ID)).out,
      /Open https:\/\/register\.example\.org\/[\s\S]*type the number[\s\S]*登记号 .*required/,
    );
  },
);

t.test('the national register itself is captured so; registers of persons are not', async (t) => {
  const { data, verify } = captureCommand(t);
  const licet = (...args: string[]) => runHere(data, args, {}, () => TODAY);
  const fields = {
    机构名称: '编造示例医院',
    登记号: one.licence,
    省份: '上海市',
    地址: '上海市长宁区编造路1号',
    有效期起: '2023年7月1日',
    有效期止: '2028年6月30日',
    查看日期: '2026-11-20',
  };
  const typed = Object.entries(fields).flatMap(([name, value]) => ['--field', `${name}=${value}`]);
  const ran = await licet('capture', 'cn-nhc-institutions', ...typed, '--by', 'Made-up Operator', '--yes');
  t.match(ran.out, /1 of 1 rows recorded/);
  t.match(await verify(`licenceNumber=${one.licence}`), {
    outcome: 'confirmed',
    checks: [{ evidence: [{ source: 'cn-nhc-institutions', asOf: '2026-11-20' }] }],
  });
  t.match((await licet('capture', 'cn-nhc-practitioners', '--field', 'a=b')).err, /licet practitioner add/);
});

t.test('a bulk file is recorded row by row, with a report a row', async (t) => {
  const { data, licet, verify } = captureCommand(t);
  const header = (await licet('capture', ID, '--template')).out.trim();
  t.equal(header, '登记号,机构名称,统一社会信用代码,地址,有效期至,页面所示日期 / as_of,查看日期 / looked_on');
  const file = join(data, 'rows.csv');
  const line = (cells: readonly string[]) => cells.join(',');
  const rows = [
    line([one.licence, '编造示例医院', one.uscc, '', '2028-06-30', '2026-11-19']),
    line(['nonsense', '编造第二示例医院', '', '', '2028-06-30', '2026-11-19']),
    line([two.licence, '编造第三示例医院', '', '', '2029-01-31', '']),
  ];
  writeFileSync(file, `${[header, ...rows].join('\n')}\n`);
  const none = await licet('capture', ID, '--file', file, ...signed, '--yes');
  t.match(none.out, /2 of 3 rows are good; nothing was written, --partial records the good ones/);
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'unknown');
  const ran = await licet('capture', ID, '--file', file, ...signed, '--yes', '--partial');
  t.match(
    ran.out,
    /row 1: good[\s\S]*row 2: not taken[\s\S]*登记号[\s\S]*row 3: good[\s\S]*2 of 3 rows recorded/,
  );
  t.equal(ran.code, 2);
  t.equal((await verify(`licenceNumber=${one.licence}`)).outcome, 'confirmed');
  t.equal((await verify(`licenceNumber=${two.licence}`)).outcome, 'confirmed');
});

t.test('the page of another hospital refuses the row, unless a person insists and says why', async (t) => {
  const { page, capture } = captureCommand(t);
  writeFileSync(page, `<html><p>编造第二示例医院 ${two.licence}</p></html>`);
  const given = [...signed, '--page', page, '--yes'];
  const refused = await capture(row(one, '编造示例医院', '2028-06-30'), ...given);
  t.match(
    refused.out,
    /not taken[\s\S]*登记号: the saved page shows .*--force --because[\s\S]*not found in the proof/,
  );
  t.match(
    (await capture(row(one, '编造示例医院', '2028-06-30'), ...given, '--force')).err,
    /--force and --because <why> belong together/,
  );
  const why = ['--force', '--because', 'made-up reason'];
  t.match(
    (await capture(row(one, '编造示例医院', '2028-06-30'), ...given, ...why)).out,
    /1 of 1 rows recorded/,
  );
});

t.test('dates as pages print them are read, others are not', async (t) => {
  t.same(
    ['2025年6月30日', '2025/6/3', '2025.06', '2025年6月', '2025', '2025-13', '30.06.2025', '长期'].map(
      plainDate,
    ),
    ['2025-06-30', '2025-06-03', '2025-06', '2025-06', '2025', null, null, null],
  );
});
