import iconv from 'iconv-lite';
import t from 'tap';
import { z } from 'zod';
import { type Heading, listHeadings } from '../../schema/lexicon/list-words.ts';
import { ShapeError } from '../../schema/source.ts';
import { decodePage } from '../../src/readers/formats/charset.ts';
import { htmlTables, htmlText } from '../../src/readers/formats/html-table.ts';
import { joinPages, readJson } from '../../src/readers/formats/json-page.ts';
import { tableRows } from '../../src/readers/lists/headings.ts';
import { separatedList } from '../../src/readers/lists/separated-list.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const HOSPITAL = '编造示例医院';

t.test('an HTML table with merged cells becomes a full grid', (t) => {
  const [table, ...others] = htmlTables(`
    <p>共3家</p><table><tr><td colspan=3>${HOSPITAL}名单
    <tr><th>区</th><th>机构<br>名称</th><th>地址</th></tr>
    <tr><td rowspan="2">东城区</td><td><a href="/a">甲</a>&nbsp;院</td><td><p>一号</p><p>二号</p></td></tr>
    <tr><td>乙<script>x()</script></td><td></td></tr></table>`);
  t.equal(others.length, 0);
  t.strictSame(table?.rows, [
    [`${HOSPITAL}名单`, `${HOSPITAL}名单`, `${HOSPITAL}名单`],
    ['区', '机构\n名称', '地址'],
    ['东城区', '甲 院', '一号\n二号'],
    ['东城区', '乙', ''],
  ]);
  t.equal(table?.links[2]?.[1], '/a');
  t.equal(table?.width, 3);
  t.match(table?.before, /共3家/);
  t.strictSame(htmlText('<div>一<p>二</p><style>p{}</style></div><table><tr><td>x</table>三'), [
    '一',
    '二',
    '三',
  ]);
  t.throws(() => htmlTables(`<table><tr>${'<td colspan=400>x'.repeat(3)}</table>`), ShapeError);
  t.end();
});

t.test('a heading row is found below titles, by synonym, and drops personal columns', (t) => {
  const rows = tableRows(
    [
      ['编造名单', '', '', ''],
      ['序号', '单位名称', '许可编号', '负责人姓名'],
      ['1', HOSPITAL, '123', '某某'],
      ['', '', '', ''],
      ['序号', '单位名称', '许可编号', '负责人姓名'],
      ['2', '编造第二医院', '456', '某某'],
    ],
    { required: ['机构名称', '登记号'] },
  );
  t.strictSame(rows, [
    {
      row: 1,
      cells: { 序号: '1', 机构名称: HOSPITAL, 登记号: '123' },
      raw: { 序号: '1', 单位名称: HOSPITAL, 许可编号: '123' },
      unread: [],
    },
    {
      row: 2,
      cells: { 序号: '2', 机构名称: '编造第二医院', 登记号: '456' },
      raw: { 序号: '2', 单位名称: '编造第二医院', 许可编号: '456' },
      unread: [],
    },
  ]);
  t.end();
});

t.test('a missing, unknown or doubled heading stops the run and says which', (t) => {
  const wanted = { required: ['机构名称', '地址', '登记号'] } as const;
  const body = [HOSPITAL, '某路', '1', 'x'];
  const failure = (heading: string[]) => {
    try {
      tableRows([heading, body.slice(0, heading.length)], wanted);
      return null;
    } catch (error) {
      return error instanceof ShapeError ? error.detail : null;
    }
  };
  t.match(failure(['机构名称', '地址', '神秘列']), { missing: ['登记号'], unknown: ['神秘列'] });
  t.match(failure(['机构名称', '地址', '登记号', '医院名称']), { twice: ['机构名称'] });
  t.match(failure(['a', 'b']), { missing: ['机构名称', '地址', '登记号'] });
  t.equal(failure(['机构名称', '地 址', '登记号\n']), null, 'spaces in a heading mean nothing');
  t.throws(() => tableRows([['机构名称', '地址', '登记号']], wanted), /nothing below/);
  t.end();
});

t.test('a page is decoded by what it is, not by what it says it is', (t) => {
  const gbk = iconv.encode(`<meta charset=gb2312>${HOSPITAL}`, 'gb18030');
  t.match(decodePage(gbk), { charset: 'gb18030', how: 'meta' });
  t.match(decodePage(iconv.encode(HOSPITAL, 'gbk')), { text: HOSPITAL, how: 'detected' });
  t.match(decodePage(bytes(HOSPITAL), 'text/html; charset=gbk'), { text: HOSPITAL, charset: 'utf-8' });
  t.match(decodePage(iconv.encode(HOSPITAL, 'gbk'), 'text/html; charset=utf-8'), {
    text: HOSPITAL,
    charset: 'gb18030',
  });
  t.match(decodePage(iconv.encode(HOSPITAL, 'utf16le', { addBOM: true })), {
    charset: 'utf-16le',
    how: 'mark',
  });
  t.throws(() => decodePage(Uint8Array.of(0xff, 0xff, 0x80)), ShapeError);
  t.end();
});

t.test('paged JSON is whole or refused', (t) => {
  const shape = z.object({ totalRows: z.number(), data: z.array(z.object({ compName: z.string() })) });
  t.strictSame(readJson(bytes('{"totalRows":1,"data":[{"compName":"编造"}]}'), shape).data, [
    { compName: '编造' },
  ]);
  t.throws(() => readJson(bytes('<html>'), shape), /web page/);
  t.throws(() => readJson(bytes('{"totalRows":1,"data":[{}]}'), shape), /data.0.compName/);
  const page = (page: number, rows: readonly string[], total = 3) => ({ page, rows, total });
  t.strictSame(joinPages([page(2, ['c']), page(1, ['a', 'b'])]), ['a', 'b', 'c']);
  t.throws(() => joinPages([page(1, ['a']), page(3, ['b', 'c'])]), /page 2 is missing/);
  t.throws(() => joinPages([page(1, ['a', 'b'])]), /hold 2 rows/);
  t.throws(() => joinPages([page(1, ['a', 'b'], 3), page(2, ['c'], 4)]), ShapeError);
  t.end();
});

t.test('a written list is split at its separators and not inside brackets', (t) => {
  t.strictSame(separatedList('内科、外科（普通外科专业、骨科专业）；妇产科,口腔科、'), [
    '内科',
    '外科（普通外科专业、骨科专业）',
    '妇产科',
    '口腔科',
  ]);
  t.strictSame(separatedList(' '), []);
  t.end();
});

t.test('the heading rows that authorities really print are understood', (t) => {
  const printed: Readonly<Record<string, readonly string[]>> = {
    guangzhou: [
      '序号',
      '机构名称',
      '登记号',
      '机构第二名称',
      '机构地址',
      '法人姓名',
      '负责人姓名',
      '行政区划',
      '机构类别',
      '机构级别',
      '经营性质',
      '床位数',
      '牙椅数',
      '诊疗科目名称',
    ],
    wuxi: [
      '机构名称',
      '机构第二名称',
      '机构地址',
      '登记发证机关',
      '机构类别',
      '机构级别',
      '经营性质',
      '床位数',
      '牙椅数',
      '统一社会信用代码',
    ],
    validation: ['序号', '机构名称', '校验结论'],
    nanjing: ['序号', '机构名称', '行政区划', '机构类别', '机构级别', '机构等次', '机构性质'],
    wuhan: ['序号', '行政区划', '机构名称', '地址', '经济类型', '机构类别', '机构级别', '营利性质'],
    tianjin: ['批准时间', '机构名称', '地址', '诊疗科目', '床位数', '类别', '所有制形式'],
    guangxi: ['机构名称', '地址', '类型', '许可项目', '医疗机构执业许可证登记号'],
    panzhihua: ['行政相对人名称', '行政相对人类别', '统一社会信用代码', '许可编号/许可文书号', '许可内容'],
    shanghai: ['Hospital Name', 'Address'],
  };
  const all = Object.keys(listHeadings) as Heading[];
  for (const [list, heading] of Object.entries(printed)) {
    const cells = heading.map((_, at) => `编造${at}`);
    const [row] = tableRows([heading, cells], { required: ['机构名称'], optional: all });
    t.match(row?.cells.机构名称, /编造/, list);
    t.notOk(JSON.stringify(row).includes('姓名'), 'no person is kept');
  }
  t.end();
});

t.test('a column without a heading is not passed over in silence', (t) => {
  const grid = [
    ['', '机构名称', '地址', ''],
    ['公立', HOSPITAL, '某路', ''],
  ];
  t.throws(() => tableRows(grid, { required: ['机构名称', '地址'] }), /unknown 第1列/);
  const [row] = tableRows(grid, { required: ['机构名称', '地址'], ignored: ['第1列'] });
  t.strictSame(row?.raw, { 第1列: '公立', 机构名称: HOSPITAL, 地址: '某路' });
  t.end();
});
