import iconv from 'iconv-lite';
import t from 'tap';
import { type Mapping, REMOVED } from '../../src/batch/list.ts';
import { readList } from '../../src/batch/read/read-list.ts';
import { bookOf } from '../support/made-up-books.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, own = {}) => readList(bytes, { file: 'list.csv', lang: 'en', own });
const HAN = '医院名称,城市\n编造医院,上海市\n';
const NAME_AND_CITY: Mapping = { name: 0, city: 1 };

t.test('a list is read however a spreadsheet writes it', (t) => {
  const forms: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': bytesOf(HAN),
    'UTF-8 with its mark': bytesOf(`\uFEFF${HAN}`),
    GBK: iconv.encode(HAN.repeat(1), 'gbk'),
    'UTF-16 of Excel': Buffer.from(`\uFEFF${HAN.replaceAll(',', '\t')}`, 'utf16le'),
    'UTF-16 without its mark': Buffer.from(HAN, 'utf16le'),
    'UTF-16 the other way round': Buffer.from(HAN, 'utf16le').swap16(),
    semicolons: bytesOf(HAN.replaceAll(',', ';')),
    tabs: bytesOf(HAN.replaceAll(',', '\t')),
    'a line that names the separator': bytesOf(`sep=;\r\n${HAN.replaceAll(',', ';')}`),
    'a quote within a cell, as other programs write it': bytesOf(`${HAN}编造"甲"医院,上海市\n`),
    'a title above': bytesOf(`名单,\n截至2026-11,\n${HAN}`),
    JSON: bytesOf('[{"医院名称":"编造医院","城市":"上海市"}]'),
    NDJSON: bytesOf('{"医院名称":"编造医院","城市":"上海市"}\n'),
    'a workbook': bookOf({
      名单: [
        ['医院名称', '城市'],
        ['编造医院', '上海市'],
      ],
    }),
  };
  for (const [what, bytes] of Object.entries(forms)) {
    const { tables, rows } = read(bytes);
    t.strictSame([tables[0]?.mapping, rows[0]?.cells], [NAME_AND_CITY, ['编造医院', '上海市']], what);
  }
  t.end();
});

t.test('headings are recognised in English and Chinese, and a list may use its own', (t) => {
  const { tables } = read(
    bytesOf(
      'Ref No,Hospital Name (English),医院名称,省份,Licence No.,统一社会信用代码,治疗项目,Accreditation,Date of service,Web site,Remarks\n1,a,b\n',
    ),
  );
  t.strictSame(tables[0]?.mapping, {
    englishName: 1,
    name: 2,
    province: 3,
    licenceNumber: 4,
    uscc: 5,
    service: 6,
    claim: 7,
    asOf: 8,
    website: 9,
  });
  t.strictSame(read(bytesOf('Hospital name,City\nMade-up,Shanghai\n')).tables[0]?.mapping, NAME_AND_CITY);
  t.strictSame(
    read(bytesOf('Krankenhaus,City\nMade-up,Shanghai\n'), { name: 'Krankenhaus' }).tables[0]?.mapping,
    NAME_AND_CITY,
  );
  t.end();
});

t.test('hidden sheets and rows are read and said, and a sheet that is no list is left out and said', (t) => {
  const heading = ['医院名称', '城市'];
  const bytes = bookOf(
    {
      open: [heading, ['编造医院', '上海市'], ['编造二院', '上海市']],
      away: [heading, ['编造三院', '北京市']],
      notes: [['these are', 'remarks']],
      报价: [
        ['项目', '价格'],
        ['编造项目', '1'],
      ],
    },
    (book) => {
      const [open] = book.SheetNames;
      const sheet = book.Sheets[open ?? ''];
      if (sheet !== undefined) sheet['!rows'] = [{}, {}, { hidden: true }];
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    },
  );
  const { rows, notes, tables } = read(bytes);
  t.strictSame(
    rows.map(({ table, line, hidden }) => [table, line, hidden]),
    [
      [0, 2, false],
      [0, 3, true],
      [1, 2, false],
    ],
  );
  t.strictSame(
    tables.map(({ sheet, hidden }) => [sheet, hidden]),
    [
      ['open', false],
      ['away', true],
    ],
  );
  t.strictSame(notes, [
    'sheet “open” has a hidden row, which was read all the same',
    'sheet “away” is hidden and was read all the same',
    'sheet “报价” has no column that says which hospital, and was left out',
    'sheet “notes” has no heading that is known and no names of hospitals, and was left out',
  ]);
  t.end();
});

t.test('merged headings count once, and a heading printed again is no row', (t) => {
  const merged = bookOf(
    {
      a: [
        ['医院名称', '', '城市'],
        ['编造医院', '', '上海市'],
      ],
    },
    (book) => {
      const sheet = book.Sheets.a;
      if (sheet !== undefined) sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    },
  );
  t.strictSame(read(merged).tables[0]?.mapping, { name: 0, city: 2 });
  const twice = bookOf({
    a: [
      ['医院名称', '城市'],
      ['医院名称', '城市'],
      ['编造医院', '上海市'],
    ],
  });
  t.strictSame(
    read(twice).rows.map(({ line }) => line),
    [3],
  );
  t.end();
});

t.test('a number that identifies a person leaves no cell, be its column read or not', (t) => {
  const { rows } = read(
    bytesOf('name,patient\nMade-up,310101199001010019\nMade-up 310101 19900101 0019,x\n'),
  );
  t.equal(rows[0]?.cells[1], REMOVED);
  t.equal(rows[1]?.cells[0], REMOVED);
  t.notMatch(JSON.stringify(rows), /19900101/);
  t.end();
});
