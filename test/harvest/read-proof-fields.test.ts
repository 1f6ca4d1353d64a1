import t from 'tap';
import type { CaptureField } from '../../schema/capture-field.ts';
import { ShapeError } from '../../schema/source.ts';
import type { Proof } from '../../src/harvest/capture/proof.ts';
import { proofText } from '../../src/harvest/capture/proof-text.ts';
import { readProofFields, statedDays } from '../../src/harvest/capture/read-proof-fields.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { madeUpLicence, madeUpUscc } from '../support/made-up.ts';
import {
  copiedText,
  drawerDetail,
  earlierDetail,
  madeUpHospital,
  printedPdf,
} from '../support/saved-pages.ts';

const catalogue = await loadCatalogue();
const fieldsOf = (id: string): readonly CaptureField[] =>
  catalogue.find(({ descriptor }) => descriptor.id === id)?.descriptor.capture?.fields ?? [];

const read = async (page: string | Uint8Array, contentType = 'text/html', id = 'cn-nhc-institutions') => {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  const text = await proofText({ bytes, contentType } satisfies Proof);
  if (text === null || text instanceof ShapeError) throw new Error('the page has no text');
  const fields = readProofFields(text.parts, text.words, fieldsOf(id));
  return {
    fields,
    values: Object.fromEntries(
      fields.flatMap(({ column, state, value }) => (state === 'read' ? [[column, value]] : [])),
    ),
    stated: statedDays(text.words).days,
  };
};

const { name, licence, province, authority, address, departments, level, from, until } = madeUpHospital;
const whole = {
  机构名称: name,
  登记号: licence,
  省份: province,
  审批机关: authority,
  地址: address,
  诊疗科目: departments,
  级别: level,
  有效期起: from,
  有效期止: until,
};

t.test(
  'every field is read off the national register’s page, of either form, and off its text',
  async (t) => {
    for (const [form, page, type] of [
      ['earlier', earlierDetail(), 'text/html'],
      ['drawer', drawerDetail(), 'text/html'],
      ['copied', copiedText(), 'text/plain; charset=utf-8'],
      ['printed', printedPdf(), 'application/pdf'],
    ] as const) {
      const { values, fields } = await read(page, type);
      t.strictSame(values, whole, form);
      t.match(fields[1], { where: new RegExp(`^登记号：${licence}$`) }, `${form}: says where it stood`);
      t.notMatch(JSON.stringify(fields), /编造人名/, `${form}: no person is read`);
    }
  },
);

t.test('two values for one field are shown, none is chosen; what is not there is not made up', async (t) => {
  const other = madeUpLicence(602, '310115');
  const { fields, values } = await read(`${earlierDetail()}<p>登记号：${other}</p>`);
  t.match(fields[1], { column: '登记号', state: 'ambiguous', value: '', values: [licence, other] });
  t.equal(values.机构名称, name);
  const empty = await read('<html><p>未查询到符合条件的医疗机构</p></html>');
  t.ok(empty.fields.every(({ state }) => state === 'not-found'));
  t.strictSame(empty.stated, []);
});

t.test(
  'a label within another label is another label; one that follows a value at once counts',
  async (t) => {
    const other = await read('<p>母公司登记号：12345678 地址：上海市编造路2号 联系人：编造人名</p>');
    t.strictSame(other.values, { 地址: '上海市编造路2号' });
    const run = await read(`<p>机构名称：${name}登记号：${licence}地址：${address}</p>`);
    t.strictSame(run.values, { 机构名称: name, 登记号: licence, 地址: address });
    const bare = await read(`<p>${name} ${licence}</p>`);
    t.strictSame(bare.values, { 登记号: licence }, 'a number that says by itself what it is needs no label');
  },
);

t.test(
  'a list of several rows says nothing where they differ, and is read where it has one row',
  async (t) => {
    const table = (rows: readonly (readonly string[])[]) =>
      `<table><tr><th>Organization</th><th>City</th><th>Country</th><th>Program</th><th>Effective Date</th></tr>${rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</table>`;
    const one = ['Made-up Example Hospital', 'Shanghai', 'China', 'Hospital Program', '2025/5/31'];
    const single = await read(table([one]), 'text/html', 'intl-jci-directory');
    t.match(single.values, { Organization: one[0], City: 'Shanghai', Effective: '2025-05-31' });
    const two = await read(
      table([one, ['Made-up Harbour Hospital', ...one.slice(1)]]),
      'text/html',
      'intl-jci-directory',
    );
    t.match(two.fields[0], { state: 'ambiguous', values: [one[0], 'Made-up Harbour Hospital'] });
    t.equal(two.values.City, 'Shanghai');
  },
);

t.test('other registers are read by their own labels', async (t) => {
  const uscc = madeUpUscc(611, '310115');
  const page = `<dl><dt>组织名称</dt><dd>${name}</dd><dt>统一社会信用代码</dt><dd>${uscc}</dd><dt>证书编号</dt><dd>MADEUP-Q-001</dd><dt>到期日期</dt><dd>2027年12月31日</dd></dl>`;
  const { values } = await read(page, 'text/html', 'cn-cnca-certificates');
  t.strictSame(values, {
    获证组织名称: name,
    统一社会信用代码: uscc,
    证书编号: 'MADEUP-Q-001',
    到期日期: '2027-12-31',
  });
});

t.test('the day whose state a page shows is read; the end of a licence is no such day', async (t) => {
  t.strictSame((await read(earlierDetail())).stated, ['2026-11-18']);
  t.strictSame((await read(drawerDetail())).stated, ['2026-11-18']);
  t.strictSame((await read('<p>有效期截止日期：2027-01-01</p>')).stated, []);
  t.strictSame((await read('<p>更新时间：2026年11月1日</p><p>数据截至2026/10/31</p>')).stated, [
    '2026-10-31',
    '2026-11-01',
  ]);
});
