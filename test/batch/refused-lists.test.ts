import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import t from 'tap';
import { ListFault } from '../../src/batch/list-fault.ts';
import { readList } from '../../src/batch/read/read-list.ts';
import { bookOf } from '../support/made-up-books.ts';
import { sheetOf, workbookOf, worstWorkbooks } from '../support/worst-workbooks.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const faultOf = (bytes: Uint8Array): ListFault => {
  try {
    readList(bytes, { file: 'list.csv', lang: 'en' });
  } catch (cause) {
    if (cause instanceof ListFault) return cause;
    throw cause;
  }
  throw new Error('the list was taken');
};

/** A workbook that really opens with a password only: test/batch/protected/README.md. */
const encrypted = (file: string) => (): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`protected/${file}`, import.meta.url)));

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
    'a workbook with a password': [
      encrypted('agile.xlsx'),
      /^list\.csv: the workbook is protected by a password/,
      /密码/,
    ],
    'a legacy workbook with a password': [
      encrypted('rc4.xls'),
      /^list\.csv: the workbook is protected by a password; save it without one$/,
      /^list\.csv：工作簿设有密码/,
    ],
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
    'two columns under one merged heading, both with values': [
      () => bytesOf('Hospital,Hospital,City\na,b,c\n'),
      /column A “Hospital” and column B “Hospital” have one heading, as merged cells do, and both hold values/,
      /共用一个表头/,
    ],
    'a picture': [
      () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
      /no text and no workbook \(a picture, a PDF\?\)/,
      /图片或PDF/,
    ],
    'a PDF': [() => bytesOf('%PDF-1.7\n%\x01\x02\n1 0 obj'), /a picture, a PDF/, /图片或PDF/],
    'an archive of something else': [
      () => zipSync({ 'word/document.xml': bytesOf('<w/>') }),
      /no workbook, or a damaged one/,
      /无法按表格读取/,
    ],
    'no heading that names anybody': [
      () => bytesOf('City,Remarks\nShanghai,x\n'),
      /no column names the hospital, .*the headings are: City, Remarks$/,
      /没有一列说明是哪家医院.*City, Remarks/,
    ],
    'no heading at all': [
      () => bytesOf('Made-up A\nMade-up B\n'),
      /the headings are: Made-up A$/,
      /现有表头：Made-up A/,
    ],
    'a key twice in JSON': [
      () => bytesOf('[{"name":"a"},\n {"name":"a","name":"b"}]'),
      /^list\.csv: the file gives the key "name" twice \(line 2, column 14\)$/,
      /^list\.csv：文件重复给出键"name"（第2行第14列）$/,
    ],
    'JSON that is no list of questions': [() => bytesOf('[5]'), /no object .*: item 1$/, /第1项不是对象/],
    'a list in JSON with a comma too many': [
      () => bytesOf('[\n  {"name": "a"},\n]\n'),
      /^list\.csv: the file is not JSON: line 3, column 1: a value was expected, and “]” stands there$/,
      /^list\.csv：文件不是JSON：第3行第1列应为一个值，实际为“]”$/,
    ],
    'a broken line among lines of JSON': [
      () => bytesOf('{"name":"a"}\n\n{"name":"b",city:"x"}\n'),
      /line 3, column 13: a name in double quotes was expected, and “c” stands there$/,
      /第3行第13列应为双引号中的名称，实际为“c”$/,
    ],
    'a list in JSON that was cut off': [
      () => bytesOf('[{"name":"a"},{"name":"b'),
      /line 1, column 25: a closing double quote was expected, and the text ends$/,
      /第1行第25列应为结束的双引号，文本已结束/,
    ],
    'a text over two lines in JSON': [
      () => bytesOf('[{"name":"a\n b"}]'),
      /line 1, column 12: text in double quotes on one line.* was expected, and “U\+000A” stands there$/,
      /第1行第12列应为同一行内双引号中的文本/,
    ],
    'a number with a zero before it': [
      () => bytesOf('[{"name":"a","reference":01}]'),
      /line 1, column 26: a number such as 0\.5 or -12.* was expected, and “0” stands there$/,
      /第1行第26列应为如0\.5或-12的数字/,
    ],
    'millions of escaped signs, then a comma too many': [
      () => bytesOf(`[{"name":"${'\\\\n'.repeat(4_500_000)}"},]`),
      /: a value was expected, and “]” stands there$/,
      /应为一个值/,
    ],
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

t.test('a file under the name of a workbook that is none is called so, and a table as text is taken', (t) => {
  for (const text of [
    '%PDF-1.7 made up\n',
    'Dear colleague,\nplease find our hospitals below.\n',
    'x'.repeat(400),
  ])
    for (const file of ['list.xlsx', 'LIST.XLS'])
      t.throws(() => readList(bytesOf(text), { file, lang: 'en' }), {
        name: 'ListFault',
        message: /^list\.xlsx?: the name says that this is a workbook, and it is none/i,
      });
  t.equal(readList(bytesOf('name\tcity\n瑞金医院\t上海\n'), { file: 'list.xls', lang: 'en' }).rows.length, 1);
  t.end();
});
