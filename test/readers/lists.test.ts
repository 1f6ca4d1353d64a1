import t from 'tap';
import { descriptorSchema, ShapeError } from '../../schema/source.ts';
import { campusIn, cellText, checkColumns, gradeCode, namesOf } from '../../src/readers/lists/cell-text.ts';
import { decisionStatus, permitOf, permitRecordsLicence } from '../../src/readers/lists/licence-permit.ts';
import { htmlList } from '../../src/readers/lists/list-page.ts';
import { institutionList, listedInstitutions } from '../../src/readers/lists/listed-institutions.ts';
import { dateIn, listDate, termIn } from '../../src/readers/lists/printed-date.ts';
import { fc } from '../support/draws.ts';
import { madeUpLicence, madeUpUscc } from '../support/made-up.ts';
import { toyDescriptor } from '../support/toy-night.ts';

t.test(
  'a list is dated by its cut-off before the day it was put out, and never by any other date',
  async (t) => {
    t.equal(listDate(['发布日期：2026-05-14', '（截至2026年5月8日，不含军队医院）']), '2026-05-08');
    t.equal(listDate(['更新时间 2026/6/1', '发布时间：2026-05-14 10:00']), '2026-05-14');
    t.equal(listDate(['Updated: August 13, 2026']), '2026-08-13');
    t.equal(listDate(['编造示例医院 2026-05-14 成立']), null);
    t.equal(dateIn('2026年6月'), '2026-06');
    t.equal(dateIn('30 June 2028'), '2028-06-30');
    t.equal(dateIn('2026-02-30'), null, 'a day that is not in the calendar');
    t.strictSame(termIn('自2022年05月01日至2027年04月30日'), { from: '2022-05-01', until: '2027-04-30' });
    t.equal(termIn('2027-01-01至2022-01-01'), null);
    t.equal(termIn('长期'), null);
  },
);

t.test('level and grade are read in one cell or two; a word that is not known is no grade', async (t) => {
  for (const [level, letter, code] of [
    ['三级', '甲等', 'grade:3A'],
    ['三级甲等', '', 'grade:3A'],
    ['二级', '未评', 'grade:2'],
    ['三级', '特等', 'grade:3S'],
    ['未定级', '', null],
    ['', '', null],
    ['二级', '特等', undefined],
    ['四级', '', undefined],
    ['三级', '丁等', undefined],
  ] as const)
    t.equal(gradeCode(level, letter), code, `${level} ${letter}`);
});

t.test('a decision on a licence is read only where its words leave no doubt', async (t) => {
  for (const [words, status] of [
    ['执业登记', 'listed'],
    ['准予延续', 'listed'],
    ['关于注销编造示例门诊部执业许可证的公告', 'cancelled'],
    ['吊销许可证件', 'revoked'],
    ['停业整顿', 'suspended'],
    ['暂缓校验', 'deferred'],
    ['准予设置医疗机构', 'planned'],
    ['不予许可', undefined],
    ['不予校验', undefined],
    ['医疗机构注销、变更公告', undefined],
    ['撤销暂停执业', undefined],
    ['医疗机构执业登记受理', 'applicant'],
    ['执业登记申请', 'applicant'],
    ['拟准予执业登记公示', 'applicant'],
    ['拟吊销执业许可证听证告知', undefined],
    ['依申请注销执业许可证', 'cancelled'],
    ['依当事人申请变更登记', 'listed'],
    ['其他', undefined],
  ] as const)
    t.equal(decisionStatus(words), status, words);
});

t.test('only a decision that leaves a licence behind, with its number or day, records one', async (t) => {
  const recorded = (words: string, cells: Readonly<Record<string, string>> = { 批准时间: '2026-07-06' }) => {
    const row = {
      row: 1,
      raw: {},
      unread: [],
      cells: { 机构名称: '编造示例医院', 许可项目: words, ...cells },
    };
    const read = permitOf(row, '编造主管部门');
    return 'code' in read ? null : permitRecordsLicence(read);
  };
  for (const words of [
    '执业登记',
    '变更登记',
    '准予延续',
    '校验合格',
    '核发医疗机构执业许可证',
    '执业登记结果公示',
  ])
    t.equal(recorded(words), true, words);
  for (const words of [
    '执业登记受理',
    '执业登记公示',
    '准予设置医疗机构',
    '注销执业许可证',
    '吊销执业许可证',
    '停业',
    '暂缓校验',
    '校验',
    '准予',
    '诊所备案变更',
    '放射诊疗许可证核发',
    '母婴保健技术服务执业许可证延续',
    '医师变更执业注册',
    '大型医用设备配置许可证换发',
  ])
    t.equal(recorded(words), false, words);
  t.equal(recorded('执业登记', {}), false, 'neither number nor day: nobody knows when');
  t.equal(recorded('不予登记'), null, 'a refusal is no row at all');
});

t.test('a campus goes by its own full name, and marks for nothing are nothing', async (t) => {
  t.equal(campusIn('编造示例医院（东院区）'), '东院区');
  t.equal(campusIn('编造示例医院（本部）'), null);
  t.equal(namesOf('编造示例医院（东院区）', '')[0]?.value, '编造示例医院（东院区）');
  t.equal(namesOf('编造示例医院（东院区）', '', 'part')[0]?.value, '编造示例医院');
  t.strictSame(
    namesOf('编造示例医院', '编造第二医院、原编造职工医院').map(({ kind }) => kind),
    ['legal', 'second', 'former'],
  );
  t.strictSame(['无', '/', '——', ' x '].map(cellText), ['', '', '', 'x']);
});

t.test('columns that changed places are refused, odd cells among them are not', async (t) => {
  const names = ['编造医院', '编造诊所', '编造门诊部', '编造卫生室', '某某公司'];
  const addresses = ['编造路1号', '编造村2组', '编造街3号', '编造镇', '不详'];
  t.doesNotThrow(() => checkColumns(names, addresses));
  t.throws(() => checkColumns(addresses, names), ShapeError);
});

t.test('a number that two rows share identifies neither', async (t) => {
  const uscc = madeUpUscc(7, '320211', '91');
  const row = (at: number, name: string, code: string) => ({
    row: at,
    cells: { 机构名称: name, 统一社会信用代码: code },
    raw: {},
    unread: [],
  });
  const rows = [
    row(1, '编造诊所', uscc),
    row(2, '编造第二诊所', uscc),
    row(3, '编造医院', madeUpUscc(8, '320211')),
  ];
  const records = [...listedInstitutions(rows, { issuer: '编造主管部门', asOf: undefined })];
  t.strictSame(
    records.map((one) => (one.kind === 'institution' ? one.identifiers.length : one)),
    [0, 0, 1],
  );
});

t.test('rows of equal words under an equal context read the same, whatever stands around them', async (t) => {
  const descriptor = descriptorSchema.parse(toyDescriptor({ format: 'html', asOf: null }));
  const [page] = descriptor.pages;
  const list = institutionList({
    read: htmlList,
    wanted: { required: ['机构名称', '地址'], optional: ['登记号', '机构级别'] },
  });
  const cell = (...texts: string[]) => fc.constantFrom(...texts);
  const row = fc.tuple(
    cell('编造示例医院', '编造第一医院（东院区）', '编造市第二医院', '编造诊所', ''),
    cell('编造路1号', '编造路2号'),
    cell('', '', '', '123456', ...[1, 2, 3, 4, 5].map((number) => madeUpLicence(number, '320211'))),
    cell('', '三级', '二级甲等', '四级'),
  );
  const rows = fc.array(row, { minLength: 5, maxLength: 12 });
  const opened = (cells: readonly (readonly string[])[], date: string) => {
    const line = (texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
    const table = [['机构名称', '地址', '登记号', '机构级别'], ...cells].map(line).join('');
    const body = new TextEncoder().encode(`<html><p>截至${date}</p><table>${table}</table></html>`);
    return page === undefined ? undefined : list.rowWise?.({ page, body, source: descriptor });
  };
  const readings = (cells: readonly (readonly string[])[], date: string) => {
    const list = opened(cells, date);
    return Array.from({ length: list?.rows ?? 0 }, (_, at) => {
      const read = [...(list?.read(at) ?? [])].map(({ row: _, ...one }) =>
        'asOf' in one && one.asOf === list?.asOf ? { ...one, asOf: 'the list’s' } : one,
      );
      return [`${list?.context} ${list?.text(at)}`, JSON.stringify(read)] as const;
    });
  };
  let alike = 0;
  fc.assert(
    fc.property(rows, rows, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 4 }), (own, others, kept) => {
      const before = new Map(readings(own, '2026-05-08'));
      const mixed = [...kept.map((at) => own[at] ?? []), ...others.slice(0, 1)];
      const after = readings(mixed, '2026-06-08').filter(([words]) => before.has(words));
      alike += after.length;
      return after.every(([words, read]) => before.get(words) === read);
    }),
    { numRuns: 200 },
  );
  t.ok(alike > 20, `${alike} rows were compared`);
});
