import { strToU8, zipSync } from 'fflate';
import t from 'tap';
import { ShapeError } from '../../schema/source.ts';
import { readDocx } from '../../src/readers/formats/docx-table.ts';
import { htmlTables } from '../../src/readers/formats/html-table.ts';
import { pdfGrid, pdfLines } from '../../src/readers/formats/pdf-table.ts';
import { readSheets, readZippedSheets } from '../../src/readers/formats/sheet.ts';
import { readZip } from '../../src/readers/formats/zip.ts';
import { gbkWorkbook, pdfDocument, wordDocument, workbook } from '../support/documents.ts';
import { fc } from '../support/draws.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const HOSPITAL = '编造示例医院';

t.test('sheets are read alike from .xlsx and from .xls in GBK', (t) => {
  const rows = [
    ['编造名单'],
    ['机构名称', '登记号', '日期'],
    [HOSPITAL, 44488501443, new Date('2026-01-22')],
  ];
  const read = [
    ['编造名单', '编造名单', '编造名单'],
    ['机构名称', '登记号', '日期'],
    [HOSPITAL, '44488501443', '2026-01-22'],
  ];
  for (const as of ['xlsx', 'biff8'] as const) {
    const [sheet] = readSheets(workbook(rows, { as, merges: ['A1:C1'] }));
    t.strictSame(sheet?.rows.slice(0, 3), read, as);
  }
  const old = [
    ['机构名称', '登记号'],
    [HOSPITAL, '编造一二三'],
  ];
  t.strictSame(readSheets(gbkWorkbook(old))[0]?.rows, old, 'Excel 95, texts in GBK');
  const zipped = zipSync({ 'a/名单.xlsx': workbook(rows), 'readme.txt': strToU8('x') });
  t.match(readZippedSheets(zipped), [{ name: 'a/名单.xlsx › Sheet1' }]);
  t.throws(() => readSheets(bytes('<html>请输入验证码')), /web page came/);
  t.throws(() => readSheets(workbook(rows).subarray(0, 3000)), ShapeError);
  t.end();
});

t.test('no Chinese character is lost in a large sheet', (t) => {
  const rows = Array.from({ length: 5_000 }, (_, n) => [
    `编造第${n}医院`,
    `博鳌镇乐城路${n}号`,
    '内科、外科',
    `H${n}`,
  ]);
  const [sheet] = readSheets(workbook(rows));
  t.strictSame(sheet?.rows, rows);
  t.end();
});

t.test('an archive that unfolds beyond its limits is refused before it fills the memory', (t) => {
  const bomb = zipSync({ 'bomb.bin': new Uint8Array(4_000_000) });
  t.throws(() => readZip(bomb, () => true, { bytes: 1_000_000, entries: 10 }), /unfolds/);
  const many = zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}`, strToU8('x')])));
  t.throws(() => readZip(many, () => true, { bytes: 1_000_000, entries: 10 }), /more than 10 files/);
  t.throws(() => readZip(bytes('no archive')), ShapeError);
  t.throws(
    () => readZip(zipSync({ a: strToU8('x'.repeat(99_999)) }, { level: 0 }).subarray(0, 5_000)),
    ShapeError,
  );
  t.end();
});

t.test('a Word table merged downwards repeats its cell, and widths tell two lists apart', async (t) => {
  const made = wordDocument([
    [
      ['省份', '序号', '机构名称', '地址', '技术', '状态'],
      ['^北京市（1家）', '^1', `^${HOSPITAL}`, '^某路', '夫精人工授精', '正式'],
      [null, null, null, null, '体外受精', '试运行'],
    ],
    [['序号', '机构', '地址', '技术', '状态']],
  ]);
  const { tables } = await readDocx(made);
  t.strictSame(
    tables.map((table) => table.width),
    [6, 5],
  );
  t.strictSame(tables[0]?.rows[2], ['北京市（1家）', '1', HOSPITAL, '某路', '体外受精', '试运行']);
  await t.rejects(readDocx(bytes('PK nothing')), ShapeError);
  await t.rejects(readDocx(zipSync({ a: strToU8('x') })), /no Word document/);
});

t.test('a table drawn in a PDF is read by its places, and a scan is unreadable', async (t) => {
  const made = pdfDocument([
    [50, 700, '编造名单'],
    [50, 650, '序号'],
    [120, 650, '机构名称'],
    [300, 650, '地址'],
    [55, 630, '1'],
    [110, 630, HOSPITAL],
    [290, 630, '某市某区长长长长路'],
    [290, 618, '一号'],
    [55, 600, '2'],
    [110, 600, '编造第二医院'],
    [300, 20, '第1页 共1页'],
  ]);
  t.strictSame(pdfGrid(await pdfLines(made), ['机构名称', '地址']), [
    ['序号', '机构名称', '地址'],
    ['1', HOSPITAL, '某市某区长长长长路一号'],
    ['2', '编造第二医院', ''],
  ]);
  await t.rejects(pdfLines(pdfDocument([])), /a scan/);
  await t.rejects(pdfLines(bytes('<html>')), ShapeError);
  const broken = pdfDocument([[1, 1, 'x']]);
  broken[Buffer.from(broken).indexOf('4 0 obj') + 3] = 1;
  await t.rejects(pdfLines(broken), ShapeError, 'a PDF that opens and is broken further in');
});

t.test('no page, however broken, makes a reader fail in any other way than by refusing it', async () => {
  const html = fc.string({
    unit: fc.constantFrom('<table>', '<tr>', '<td rowspan=9>', '</td>', '</table>', 'x', '<', '医'),
  });
  fc.assert(
    fc.property(html, (page) => htmlTables(page).every((table) => table.rows.length === table.links.length)),
  );
  const files = [workbook([[HOSPITAL]]), wordDocument([[['a', 'b']]]), pdfDocument([[1, 1, 'x']])];
  const damaged = fc.tuple(fc.constantFrom(...files), fc.nat(), fc.nat(255)).map(([file, at, value]) => {
    const copy = file.slice(0, at % 2 === 0 ? file.length : at % file.length);
    copy[at % copy.length] = value;
    return copy;
  });
  const refusal = (error: unknown) => error instanceof ShapeError;
  await fc.assert(
    fc.asyncProperty(damaged, async (file) => {
      const tries = await Promise.allSettled([
        (async () => readSheets(file))(),
        readDocx(file),
        pdfLines(file),
      ]);
      return tries.every((one) => one.status === 'fulfilled' || refusal(one.reason));
    }),
    { numRuns: 30 },
  );
});
