import { CFB, utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import t from 'tap';
import type { Mapping } from '../../src/batch/list.ts';
import { ListFault } from '../../src/batch/list-fault.ts';
import { REMOVED, readList } from '../../src/batch/read/read-list.ts';
import { sheetOf, workbookOf, worstWorkbooks } from '../support/worst-workbooks.ts';

type Sheets = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

const bookOf = (sheets: Sheets, change: (book: ReturnType<typeof utils.book_new>) => void = () => {}) => {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  change(book);
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, own = {}) => readList(bytes, { file: 'list.csv', lang: 'en', own });
const faultOf = (bytes: Uint8Array): ListFault => {
  try {
    read(bytes);
  } catch (cause) {
    if (cause instanceof ListFault) return cause;
    throw cause;
  }
  throw new Error('the list was taken');
};

const HAN = '医院名称,城市\n编造医院,上海市\n';
const NAME_AND_CITY: Mapping = { name: 0, city: 1 };

t.test('a list is read however a spreadsheet writes it', (t) => {
  const forms: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': bytesOf(HAN),
    'UTF-8 with its mark': bytesOf(`\uFEFF${HAN}`),
    GBK: iconv.encode(HAN.repeat(1), 'gbk'),
    'UTF-16 of Excel': Buffer.from(`\uFEFF${HAN.replaceAll(',', '\t')}`, 'utf16le'),
    semicolons: bytesOf(HAN.replaceAll(',', ';')),
    tabs: bytesOf(HAN.replaceAll(',', '\t')),
    'a line that names the separator': bytesOf(`sep=;\r\n${HAN.replaceAll(',', ';')}`),
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
    },
    (book) => {
      const [open] = book.SheetNames;
      const sheet = book.Sheets[open ?? ''];
      if (sheet !== undefined) sheet['!rows'] = [{}, {}, { hidden: true }];
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }] };
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
    'sheet “open” has 1 hidden rows, which were read all the same',
    'sheet “away” is hidden and was read all the same',
    'sheet “notes” has no heading that is known and was left out',
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

const encrypted = (): Uint8Array => {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/EncryptedPackage', new Uint8Array(64));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Uint8Array);
};

t.test('what is no such list is refused with file, sheet and column, in English and Chinese', (t) => {
  const cases: Readonly<Record<string, readonly [() => Uint8Array, RegExp, RegExp]>> = {
    'an empty file': [() => new Uint8Array(), /^list\.csv: the file is empty$/, /是空的/],
    blanks: [() => bytesOf(' \n \n'), /is empty/, /是空的/],
    'a heading alone': [() => bytesOf('name,city\n'), /no row below/, /没有数据行/],
    'a web page': [() => bytesOf('<html><table></table></html>'), /web page/, /网页/],
    'bytes of no charset': [
      () => Uint8Array.from({ length: 400 }, (_, at) => 128 + ((at * 7) % 120)),
      /neither UTF-8/,
      /UTF-8/,
    ],
    'a workbook with a password': [encrypted, /protected by a password/, /密码/],
    'a workbook cut in half': [
      () => bookOf({ a: [['name'], ['x']] }).slice(0, 900),
      /breaks off|damaged/,
      /无法按表格读取/,
    ],
    'a million rows': [
      () => bytesOf(`name\n${'x\n'.repeat(1_000_000)}`),
      /more than 100000 rows/,
      /超过100000行/,
    ],
    'one row too many': [
      () => bytesOf(`name\n${'x\n'.repeat(100_001)}`),
      /100001 rows; at most 100000/,
      /最多100000行/,
    ],
    'a workbook that unfolds without end': [
      worstWorkbooks(210)['rows that are hidden'],
      /unfolds to more/,
      /解压后/,
    ],
    'two columns with one meaning': [
      () =>
        bookOf({
          first: [['x'], ['y']],
          list: [
            ['医院名称', 'City', 'Hospital name'],
            ['a', 'b', 'c'],
          ],
        }),
      /^list\.csv, sheet “list”: column A “医院名称” and column C “Hospital name” mean the same \(name\)/,
      /工作表“list”：A列“医院名称”和C列“Hospital name”含义相同/,
    ],
    'no heading that names anybody': [
      () => bytesOf('City,Remarks\nShanghai,x\n'),
      /no column names the hospital; .*the headings are: City, Remarks$/,
      /没有一列说明是哪家医院.*City, Remarks/,
    ],
    'no heading at all': [
      () => bytesOf('Made-up A\nMade-up B\n'),
      /the headings are: Made-up A$/,
      /现有表头：Made-up A/,
    ],
    'a key twice in JSON': [() => bytesOf('[{"name":"a","name":"b"}]'), /name/, /无法按表格读取/],
    'JSON that is no list of questions': [() => bytesOf('["a"]'), /item 1 is no object/, /item 1/],
  };
  for (const [what, [bytes, en, zh]] of Object.entries(cases)) {
    const { words } = faultOf(bytes());
    t.ok(en.test(words.en) && zh.test(words.zh), what, { words });
  }
  t.end();
});

t.test('a sheet beyond the widest list and a sheet of numbers are told, not guessed at', (t) => {
  const wide = workbookOf(
    sheetOf(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="2"><c r="ZZZ2"><v>1</v></c></row>`,
    ),
  );
  t.match(faultOf(wide).words.en, /more than may be read/);
  t.end();
});
