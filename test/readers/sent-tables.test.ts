import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import t from 'tap';
import { checkFields } from '../../src/harvest/capture/captured-fields.ts';
import { parseDirectory } from '../../src/harvest/directory/parse.ts';
import { directorySource } from '../../src/harvest/directory/source.ts';
import { hiddenIn, readSentTables } from '../../src/readers/formats/sent-table.ts';
import { readSheets } from '../../src/readers/formats/sheet.ts';

const knows = (heading: string) => ['name_zh', 'province', 'city'].includes(heading);
const rows = [
  ['编造示例医院甲', '上海市', '上海市'],
  ['编造示例医院乙', '浙江省', '杭州市'],
];
const heading = ['name_zh', 'province', 'city'];
const bytes = (text: string): Uint8Array => Buffer.from(text);
const lines = (delimiter: string, end = '\n') =>
  [heading, ...rows].map((cells) => cells.join(delimiter)).join(end) + end;
const read = (body: Uint8Array) =>
  readSentTables(body, knows).map((table) => ({
    heading: table.heading,
    rows: table.rows.map(({ cells }) => cells),
  }));

t.test(
  'the same list is read alike whatever stands between its cells and at the end of its lines',
  async (t) => {
    const wanted = [{ heading, rows }];
    const forms: Readonly<Record<string, Uint8Array>> = {
      commas: bytes(lines(',')),
      semicolons: bytes(lines(';')),
      tabs: bytes(lines('\t')),
      bars: bytes(lines('|')),
      'sep= line': bytes(`sep=;\r\n${lines(';', '\r\n')}`),
      'CR LF': bytes(lines(',', '\r\n')),
      'CR CR LF': bytes(lines(',', '\r\r\n')),
      'old CR': bytes(lines(',', '\r')),
      'no last line end': bytes(lines(',').trimEnd()),
      'a mark': bytes(`\ufeff${lines(',')}`),
      GBK: iconv.encode(lines(','), 'gbk'),
      'UTF-16': Buffer.from(`\ufeff${lines('\t')}`, 'utf16le'),
      'a title above': bytes(`某市医院名单,,\n制表日期：2026年,,\n${lines(',')}`),
    };
    for (const [name, body] of Object.entries(forms)) t.strictSame(read(body), wanted, name);
  },
);

const bookOf = (sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>) => {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), name);
  return book;
};
const saved = (book: ReturnType<typeof bookOf>): Uint8Array =>
  new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }));

t.test(
  'every sheet with the heading is read, title rows above it passed over, hidden ones said',
  async (t) => {
    const book = bookOf({
      说明: [['本表仅供参考']],
      一: [['某市医院名单'], [], heading, ...rows.slice(0, 1)],
      二: [heading, ...rows.slice(1)],
    });
    book.Workbook = { Sheets: [{ name: '说明' }, { name: '一' }, { name: '二', Hidden: 1 }] };
    const second = book.Sheets.二;
    if (second !== undefined) second['!rows'] = [{}, { hidden: true }];
    const tables = readSentTables(saved(book), knows);
    t.strictSame(
      tables.map(({ sheet, hidden, rows: [first] }) => [sheet, hidden, first?.line, first?.cells]),
      [
        ['一', false, 4, rows[0]],
        ['二', true, 2, rows[1]],
      ],
    );
    t.strictSame(hiddenIn(tables), [
      'sheet "二" is hidden and was read all the same',
      'sheet "二" has 1 hidden rows, which were read all the same',
    ]);
  },
);

t.test('a number that has lost digits in a spreadsheet is no identifier any more', async (t) => {
  const [sheet] = readSheets(
    saved(bookOf({ a: [['登记号'], [610106110105123000], [123456789012345], ['610106110105123000']] })),
  );
  t.strictSame(sheet?.rows.flat(), [
    '登记号',
    '6.10106110105123E+17',
    '123456789012345',
    '610106110105123000',
  ]);
  const fields = [
    {
      column: '登记号',
      label: { en: 'licence number', zh: '登记号' },
      kind: 'licence-number',
      required: true,
    },
  ] as const;
  const { problems } = checkFields([...fields], { 登记号: '6.10106110105123E+17' });
  t.match(problems, [/format the column as Text and type the number again/]);
});

t.test('one line with a cell too few is one issue, and the others are read', async (t) => {
  const source = directorySource({ slug: 'made-up', file: 'a.csv', asOf: '2026-11' });
  const [page] = source.descriptor.pages;
  if (page === undefined) return t.fail('a list has one page');
  const body = bytes(
    `name_zh,province,city\n编造示例医院甲,上海市\n编造示例医院乙,浙江省,杭州市\n,,\n,,孤行\n`,
  );
  const found = [];
  for await (const one of parseDirectory({ page, body, source: source.descriptor })) found.push(one);
  t.match(found, [
    { kind: 'issue', detail: 'has 2 cells where the heading has 3 (line 2)' },
    { kind: 'institution', names: [{ value: '编造示例医院乙' }] },
    { kind: 'issue', detail: /is empty.*\(line 5\)/ },
  ]);
});
