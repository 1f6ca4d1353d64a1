import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import t from 'tap';
import { runHere } from '../cli/run-licet.ts';
import { fewSources } from '../support/app.ts';
import { copyBundledData, TODAY } from '../support/bundled-data.ts';

const root = t.testdir();
const data = join(root, 'data');
mkdirSync(data);
await copyBundledData(data, fewSources);

/** Asks a list and gives what the command said and wrote. */
const ask = async (text: string | Uint8Array, out: string, ...more: string[]) => {
  const file = join(root, 'list.csv');
  const result = join(root, out);
  writeFileSync(file, text);
  const ran = await runHere(data, ['verify', '--file', file, '--out', result, ...more], {}, () => TODAY);
  return { ...ran, bytes: ran.code === 2 ? Buffer.alloc(0) : readFileSync(result) };
};

const LIST = [
  'Our ref,医院名称,English name,城市,治疗项目,认证,Date,USCC,Remarks',
  'A-1,北京协和医院,,北京,IVF,JCI,2026/11/20,,=HYPERLINK(A1)',
  'A-2,,Ruijin Hospital,Shanghai,试管婴儿,"三甲, jci",,,-1',
  'A-3,,,上海,,,,,+cmd|calc',
  'A-4,北京协和医院,,,xyzzy,,next spring,1.23457E+17,@SUM(A1)',
  'A-5,北京协和医院,,,,,,,310101199001010019',
  'A-6,北京协和医院,,,,,,,x,y',
  '',
].join('\n');

t.test(
  'every row comes back in its place with its answer, or with what is wrong in which column',
  async (t) => {
    const { code, err, bytes, out } = await ask(LIST, 'result.csv');
    t.equal(code, 3, 'some rows could not be read');
    t.match(
      err,
      /B “医院名称” = name, C “English name” = englishName/,
      'the columns are shown before anything is asked',
    );
    t.match(out, /Rows +6/);
    const [heading = [], ...rows] = parse(bytes, { bom: true, relaxColumnCount: true }) as string[][];
    t.match(heading.slice(9), [
      'Licet: outcome',
      'Licet: outcome in a word',
      'Licet: answer',
      'Licet: could be',
    ]);
    t.strictSame(
      rows.map(([reference]) => reference),
      ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6'],
    );
    const added = rows.map((row) => row.slice(9, 21));
    t.match(added[0], [
      'unknown',
      'Not known',
      /IVF|fertilisation/,
      '',
      '中国医学科学院北京协和医院',
      /Peking Union/,
      /^cn/,
      /official list/,
      /^licet evidence [0-9a-f]{64} --row \d/,
      /^Last known/,
      '',
      '',
    ]);
    t.match(added[1]?.[2], /grade A/);
    t.match(
      added.slice(2).map((cells) => cells.at(-1)),
      [
        /^row 4: nobody is named/,
        /^row 5: column H “USCC” holds a number that a spreadsheet has cut.*column E “治疗项目” is no treatment.*column G “Date” is no day/,
        /^row 6: column I “Remarks” held a number that identifies a person/,
        /^row 7: the row has more cells than the heading/,
      ],
    );
    t.strictSame([added[3]?.[0], added[4]?.[0]], ['', 'limited'], 'a cell that is not read spoils no answer');
  },
);

t.test('the same list in Chinese', async (t) => {
  const { bytes } = await ask(LIST, 'result.csv', '--lang', 'zh');
  const rows = parse(bytes, { bom: true, relaxColumnCount: true }) as string[][];
  t.match(rows[0]?.[9], 'Licet：结论');
  t.match(rows[3]?.[20], /^第4行：没有说明是哪家医院/);
  t.match(rows[4]?.[20], /H列“USCC”是被电子表格截断/);
});

t.test('no cell of a result is a formula, in CSV and in a workbook', async (t) => {
  const risky = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', "=cmd|'/C calc'!A0"];
  const rows = risky.map((cell) => `北京协和医院,"${cell}","${cell}"`);
  const list = `name,"=note",city\n${rows.join('\n')}\n`;
  const { bytes } = await ask(list, 'result.csv');
  const csv = (parse(bytes, { bom: true }) as string[][]).flat();
  const isFormula = (cell: string) => /^[\s]*[=+@＝-]/u.test(cell);
  t.strictSame(csv.filter(isFormula), []);
  const book = read((await ask(list, 'result.xlsx')).bytes, { cellFormula: true });
  const cells = book.SheetNames.flatMap((name) =>
    Object.entries(book.Sheets[name] ?? {})
      .filter(([at]) => !at.startsWith('!'))
      .map(([, cell]) => cell),
  );
  t.ok(cells.length > 50);
  t.strictSame(
    cells.filter((cell) => cell.f !== undefined || cell.t !== 's' || isFormula(String(cell.v))),
    [],
  );
  const { bytes: plain } = await ask('name,city,n\n北京协和医院,北京,-12.5\n', 'result.csv');
  t.match(plain.toString(), /北京,-12\.5,/, 'a negative number stays one');
});

t.test('a workbook comes back with its sheets, each row at its own number, and a summary', async (t) => {
  const book = utils.book_new();
  const titled = [
    ['Our hospitals'],
    [],
    ['Hospital', 'City'],
    ['Ruijin Hospital', 'Shanghai'],
    [],
    ['', 'Beijing'],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(titled), 'East');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['医院名称'], ['北京协和医院']]), '北方');
  const { write } = await import('@e965/xlsx');
  const { bytes } = await ask(
    new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })),
    'result.xlsx',
  );
  const back = read(bytes);
  t.strictSame(back.SheetNames, ['East', '北方', 'Summary']);
  const value = (sheet: string, at: string) => back.Sheets[sheet]?.[at]?.v;
  t.equal(value('East', 'A1'), 'Our hospitals');
  t.equal(value('East', 'C3'), 'Licet: outcome');
  t.match(value('East', 'E4'), /Ruijin/);
  t.match(value('East', 'N6'), /sheet “East”, row 6: nobody is named/);
  t.equal(value('北方', 'F2'), '中国医学科学院北京协和医院');
  const summary = utils.sheet_to_json(back.Sheets.Summary ?? {}, { header: 1 }) as string[][];
  t.match(summary, [
    ['List', 'list.csv'],
    ['Rows', '3'],
  ]);
  t.ok(
    summary.some(([what, much]) => what === 'Rows that could not be read, or not as a whole' && much === '1'),
  );
});

t.test('programs get the same answers as JSON and NDJSON, word for word', async (t) => {
  const list = '[{"name":"北京协和医院","reference":"=1"},{"city":"上海"}]';
  const json = JSON.parse((await ask(list, 'result.json')).bytes.toString());
  t.match(json, { generation: 1, asOf: '2026-11-21', summary: { rows: 2, bad: 1, limited: 1 } });
  const lines = (await ask(list, 'result.ndjson')).bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  t.strictSame(lines, json.rows);
  t.match(lines, [
    { line: 1, given: { name: '北京协和医院', reference: '=1' }, result: { outcome: 'limited' } },
    { line: 2, given: { city: '上海' }, result: { outcome: null, problem: /nobody is named/ } },
  ]);
});

t.test('what every row asks may stand on the command line, and nothing else beside a list', async (t) => {
  const { bytes } = await ask(
    'name,treatment\n北京协和医院,\n北京协和医院,IVF\n',
    'result.csv',
    '--service',
    'G06',
  );
  const rows = parse(bytes, { bom: true }) as string[][];
  t.match(rows[1]?.[4], /proton/);
  t.match(rows[2]?.[4], /fertilisation/, 'a cell of its own goes before');
  for (const [args, problem] of [
    [['--city', '上海'], /--city cannot stand beside --file/],
    [['--column', 'colour=name'], /--column colour=name is no column/],
  ] as const)
    t.match(await ask('name\nx\n', 'result.csv', ...args), { code: 2, err: problem });
  t.match(await ask('name\nx\n', 'result.pdf'), { code: 2, err: /--out .* says no format/ });
  t.match(await ask('name,Hospital\nx,y\n', 'result.csv', '--lang', 'zh'), { code: 2, err: /含义相同/ });
});

t.test('the same list gives the same bytes', async (t) => {
  for (const out of ['a.xlsx', 'a.csv', 'a.json', 'a.ndjson'])
    t.strictSame((await ask(LIST, out)).bytes, (await ask(LIST, out)).bytes, out);
});

t.test('a mark among the treatments, and a treatment among the marks, is asked as what it is', async (t) => {
  const mark = await ask('Hospital,Treatment\nRuijin Hospital,JCI\nRuijin Hospital,IVF\n', 'mark.csv');
  t.match(mark.bytes.toString(), /Ruijin Hospital,JCI,unknown,Not known,"[^"]*JCI accreditation/);
  const treatment = await ask('Hospital,Claim\nRuijin Hospital,IVF\nRuijin Hospital,grade:3A\n', 'claim.csv');
  t.match(treatment.bytes.toString(), /Ruijin Hospital,IVF,unknown,Not known,"[^"]*fertilisation/);
});
