import { utils, write } from '@e965/xlsx';
import t from 'tap';
import { isChina } from '../../src/batch/answer/own-country.ts';
import { rowDay } from '../../src/batch/answer/row-day.ts';
import { unreadTreatments } from '../../src/batch/answer/unread-cells.ts';
import { readList } from '../../src/batch/read/read-list.ts';

const TODAY = '2026-11-28';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, file = 'list.csv') => readList(bytes(text), { file, lang: 'en' });

t.test('a second table on a sheet is never read by the heading of the first, nor passed over', async (t) => {
  const sheet = (rows: string[][]) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'List');
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
  };
  const [small, large] = [
    ['Hospital', 'Treatment', 'Visit'],
    ['Clinic', 'City', 'Procedure'],
  ];
  for (const [one, other] of [
    [small, large],
    [large, small],
  ])
    t.throws(
      () =>
        readList(
          sheet([
            ['A made-up agency'],
            one ?? [],
            ['Ruijin Hospital', 'IVF'],
            ['Second'],
            other ?? [],
            ['Fuda'],
          ]),
          { file: 'list.xlsx', lang: 'en' },
        ),
      { message: /: line 2 and line 5 are headings of two tables; put each table on a sheet/ },
    );
  const headed = sheet([
    ['Hospital', 'Treatment'],
    ['Hospital name', 'Treatment'],
    ['Ruijin Hospital', 'IVF'],
  ]);
  t.equal(
    readList(headed, { file: 'list.xlsx', lang: 'en' }).tables.length,
    1,
    'a heading of two lines is one',
  );
});

t.test('a title over the heading of a workbook is no heading and no hospital', async (t) => {
  for (const [title, heading] of [
    ['Partner hospitals 2026', 'Hospital name'],
    ['Hospitals', 'Name'],
    ['2026年合作医院名单', '医院名称'],
  ] as const) {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([[title], [], [heading, 'Treatment'], ['Ruijin Hospital', 'IVF']]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    utils.book_append_sheet(book, sheet, 'List');
    const sent = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
    const { rows, tables } = readList(sent, { file: 'list.xlsx', lang: 'en' });
    t.strictSame(tables[0]?.mapping, { name: 0, service: 1 }, title);
    t.strictSame(
      rows.map(({ cells }) => cells),
      [['Ruijin Hospital', 'IVF']],
    );
  }
});

t.test('headings in more words and languages are read', async (t) => {
  const read1 = (heading: string) =>
    Object.entries(read(`${heading}\nx,y\n`).tables[0]?.mapping ?? {}).map(([field]) => field);
  for (const heading of ['Больница,Город', '병원명,도시', '病院名,都市', 'Hôpital,Ville'])
    t.strictSame(read1(heading), ['name', 'city'], heading);
  for (const [heading, field] of [
    ['Accreditation claimed', 'claim'],
    ['认证情况', 'claim'],
    ['想做什么', 'service'],
    ['What the patient wants', 'service'],
    ['Лечение', 'service'],
    ['Behandlungen', 'service'],
    ['Standort', 'city'],
    ['什么时候去', 'asOf'],
    ['Termin', 'asOf'],
    ['Date prévue', 'asOf'],
    ['希望日', 'asOf'],
  ] as const)
    t.strictSame(read1(`Hospital,${heading}`), ['name', field], heading);
  for (const heading of ['Remarques', 'Hospital data', 'Пациент', '患者想做的事'])
    t.strictSame(read1(`Hospital,${heading}`), ['name'], heading);
});

t.test('China is itself in the languages of those who write lists, and nobody else is', async (t) => {
  for (const cell of [
    'P.R.C.',
    'PR China',
    'Volksrepublik China',
    'Chine',
    'Kina',
    'Китай',
    'จีน',
    '중국',
    'Çin',
  ])
    t.ok(isChina(cell), cell);
  for (const cell of ['Thailand', 'Indochina', 'Taiwan', 'China Town', 'Сингапур', ''])
    t.notOk(isChina(cell), cell);
});

t.test('a day is read as lists write it; a month, a span and what may be two days are told', async (t) => {
  for (const [cell, day] of [
    ['01.09.25', '2025-09-01'],
    ['25.09.01', '2025-09-01'],
    ['1-Sep-25', '2025-09-01'],
    ['45901', '2025-09-01'],
    ['2025-09-01', '2025-09-01'],
    ['2025年9月1日', '2025-09-01'],
    ['2010-05-31', '2010-05-31'],
  ] as const)
    t.equal(rowDay(cell, TODAY).day, day, cell);
  for (const cell of ['2025年9月', 'Sept 2025', '2025-09', '09/2025', 'September 2025'])
    t.match(rowDay(cell, TODAY), { day: null, words: { en: /^names a month and no day/ } }, cell);
  for (const cell of [
    '2025-09-01 – 2025-09-20',
    '2025-09-01 to 2025-09-20',
    '2025年9月1日至9月20日',
    '01.09.2025-20.09.2025',
  ])
    t.match(rowDay(cell, TODAY), { day: null, words: { en: /^holds a span of days/ } }, cell);
  for (const cell of ['25.09.26', '20.02.25'])
    t.match(rowDay(cell, TODAY), { day: null, words: { en: /^may be / } }, cell);
  for (const cell of ['123', '99999', 'soon']) t.match(rowDay(cell, TODAY), { day: null }, cell);
});

t.test('a treatment that no list is about keeps a row from a yes too, a remark does not', async (t) => {
  const keeps = (cell: string): boolean =>
    unreadTreatments(
      { table: 0, line: 1, hidden: false, cells: [cell] },
      { unread: [0], marks: [], heading: ['Wish'] },
    ).length > 0;
  for (const cell of ['immunotherapy', 'gene therapy', 'knee replacement', '免疫治疗', '化疗'])
    t.ok(keeps(cell), cell);
  for (const cell of ['家属陪同治疗需要翻译', 'breast cancer', '肺癌', 'call back', 'urgent', '已付定金'])
    t.notOk(keeps(cell), cell);
});

t.test('a hospital whose name is made of words of headings is no heading among rows of others', (t) => {
  const { rows, notes } = read(
    [
      'Facility (as in contract),Loc.,Addr',
      'Shanghai Ruijin Hosp.,SH,197 Ruijin Er Rd',
      'Fuda Cancer Hospital,Guangzhou,',
      '301 Hospital,BJ,28 Fuxing Rd',
      'Qilu Hospital,Jinan,',
    ].join('\n'),
  );
  t.same(
    rows.slice(1).map(({ cells }) => cells[0]?.split(',')[0]),
    ['Shanghai Ruijin Hosp.', 'Fuda Cancer Hospital', '301 Hospital', 'Qilu Hospital'],
    'every row is one',
  );
  t.match(notes[0], /no heading that is known/);
  t.same(
    read('A made-up agency\nHospitals in China\nThe Hospital,Town\nRuijin Hospital,Shanghai').rows.length,
    1,
  );
  t.end();
});
