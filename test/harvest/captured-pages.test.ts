import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { ReadField } from '../../src/harvest/capture/read-proof-fields.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { runHere } from '../cli/run-licet.ts';
import { captureCommand, TODAY } from '../support/capture-command.ts';
import { madeUpNumbers } from '../support/made-up.ts';
import { earlierDetail, madeUpHospital } from '../support/saved-pages.ts';

const one = madeUpNumbers('MA9YYYY1');
const two = madeUpNumbers('MA9YYYY2');
const row = ({ licence, uscc }: typeof one, name: string, until: string) => ({
  登记号: licence,
  机构名称: name,
  统一社会信用代码: uscc,
  地址: '上海市长宁区编造路1号',
  有效期至: until,
});
t.test('the fields are read off the saved page, and one date is asked: when did you look?', async (t) => {
  const { data, verify } = captureCommand(t);
  const licet = (...args: string[]) => runHere(data, args, {}, () => TODAY);
  const page = join(data, 'saved.html');
  const read = (...more: string[]) =>
    licet('capture', 'cn-nhc-institutions', '--page', page, '--read', '--by', 'Made-up Operator', ...more);
  writeFileSync(page, earlierDetail());
  const shown = await read();
  t.match(shown.out, /登记号 +PDY00601\S+ +登记号：PDY00601[\s\S]*the page states the day 2026-11-18/);
  t.equal((await read('--yes', '--looked-on', '2026-11-20')).code, 0);
  const { checks } = await verify(`licenceNumber=${madeUpHospital.licence}`);
  t.match(checks[0]?.evidence, [{ asOf: '2026-11-18', how: 'captured' }], 'the page’s own day counts');
  writeFileSync(page, earlierDetail().replace(/<p>数据截止.*<\/p>/, ''));
  t.match((await read()).out, /states no day of its own: the day of the look, 2026-11-21, stands/);
  writeFileSync(page, `${earlierDetail()}<p>更新时间：2026-11-25</p>`);
  t.match((await read()).out, /2026-11-25, which is later than the look: it is not taken/);
  writeFileSync(page, `${earlierDetail()}<p>登记号：${one.licence}</p>`);
  const two = await read();
  t.match(
    two.out,
    /登记号 \(Licence number\) is missing: the saved page shows PDY\S+ and \S+; type the right one/,
  );
  t.equal((await read('--field', `登记号=${madeUpHospital.licence}`)).code, 0, 'a person chooses');
});

t.test('a default date is kept with a note, and never later than the look', async (t) => {
  const { data, page, capture } = captureCommand(t);
  const first = row(one, '编造示例医院', '2028-06-30');
  const by = ['--by', 'Made-up Operator', '--page', page, '--yes'];
  t.match((await capture(first, ...by, '--looked-on', '2026-11-19')).out, /1 of 1 rows recorded/);
  writeFileSync(page, '<html><p>数据截止到2026年11月10日</p></html>');
  t.match((await capture(row(two, '编造第二示例医院', '2028-06-30'), ...by)).out, /1 of 1 rows recorded/);
  const registry = await openFolder(data);
  const kept = (await registry.store.snapshots()).flatMap(({ page, details }) =>
    page.startsWith('register') ? [details] : [],
  );
  await registry.close();
  t.strictSame(kept.map((one) => [one?.asOf, one?.lookedOn, one?.asOfFrom]).sort(), [
    ['2026-11-10', '2026-11-21', 'page'],
    ['2026-11-19', '2026-11-19', 'look'],
  ]);
});

t.test(
  'a file may bear Chinese or English headings in any order, and says itself when its rows were looked at',
  async (t) => {
    const { data } = captureCommand(t);
    const licet = (...args: string[]) => runHere(data, args, {}, () => TODAY);
    const header = (await licet('capture', 'cn-nhc-institutions', '--template')).out.trim();
    t.match(header, /^机构名称 \/ Name of the institution,登记号 \/ Licence number,省份 \/ Province,/);
    const file = join(data, 'rows.csv');
    const { name, licence, province, from, until } = madeUpHospital;
    const columns = [
      'Licence number',
      '机构名称 / Name of the institution',
      '省份',
      'Licence valid from',
      '有效期止',
    ];
    const cells = [licence, name, province, from, until];
    const send = async (heading: readonly string[], row: readonly string[], ...more: string[]) => {
      writeFileSync(file, `${heading.join(',')}\n${row.join(',')}\n`);
      return licet('capture', 'cn-nhc-institutions', '--file', file, '--by', 'Made-up Operator', ...more);
    };
    t.match((await send(columns, cells)).out, /the day is missing; say when the page was looked at/);
    t.match((await send(columns, cells, '--looked-on', '2026-11-20')).out, /1 of 1 rows are good/);
    t.match((await send([...columns, '查看日期'], [...cells, '2026-11-20'])).out, /1 of 1 rows are good/);
    t.match(
      (await send([...columns, '登记号'], [...cells, licence])).err,
      /the column 登记号 stands there twice/,
    );
    t.match((await send([...columns, '电话'], [...cells, '1'])).err, /电话: no such column/);
  },
);

t.test(
  'a screenshot is read as a proposal: nothing of it counts before a person has typed or confirmed it',
  async (t) => {
    const { data } = captureCommand(t);
    const licet = (...args: string[]) => runHere(data, args, {}, () => TODAY);
    const page = join(import.meta.dirname, 'pictures/made-up-detail.png');
    const read = (...more: string[]) =>
      licet('capture', 'cn-nhc-institutions', '--page', page, '--read', '--by', 'Made-up Operator', ...more);
    const { out } = await read('--json');
    const [row] = (JSON.parse(out) as { rows: { read: ReadField[]; problems: string[] }[] }).rows;
    t.strictSame(
      row?.read.map(({ column, state, value }) => [column, state, value]),
      Object.entries({
        机构名称: madeUpHospital.name,
        登记号: madeUpHospital.licence,
        省份: madeUpHospital.province,
        审批机关: madeUpHospital.authority,
        地址: madeUpHospital.address,
        诊疗科目: madeUpHospital.departments,
        级别: madeUpHospital.level,
        有效期起: madeUpHospital.from,
        有效期止: madeUpHospital.until,
      }).map(([column, value]) => [column, 'proposed', value]),
    );
    t.match(row?.problems, [
      /机构名称 .* is missing: the picture seems to show 编造示例国际医院; compare it and type it/,
    ]);
  },
);
