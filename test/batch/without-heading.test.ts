import iconv from 'iconv-lite';
import t from 'tap';
import { ListFault } from '../../src/batch/list-fault.ts';
import { readList } from '../../src/batch/read/read-list.ts';
import { bookOf } from '../support/made-up-books.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, file = 'list.txt') =>
  readList(typeof text === 'string' ? bytes(text) : text, { file, lang: 'en' });
const shown = (text: string | Uint8Array, file?: string) => {
  const { tables, rows } = read(text, file);
  return { mapping: tables.map(({ mapping }) => mapping), cells: rows.map(({ cells }) => cells) };
};
const faultOf = (text: string): string => {
  try {
    read(text);
  } catch (cause) {
    if (cause instanceof ListFault) return cause.words.en;
    throw cause;
  }
  return 'taken';
};

t.test('names under one another without a heading are all rows, and that is said', async (t) => {
  for (const text of [
    'Made-up Hospital\nHuashan Hospital (Shanghai)\nWest China Hospital, Chengdu\n',
    '- Made-up Hospital\n- Huashan Hospital (Shanghai)\n* West China Hospital, Chengdu\n',
    '1. Made-up Hospital\n2) Huashan Hospital\n\n3 - Peking Union\n',
    '编造医院\n华西医院\n301\n',
  ]) {
    const { tables, rows, notes } = read(text);
    t.strictSame(tables[0]?.mapping, { name: 0 }, text);
    t.equal(rows.length, 3, text);
    t.match(notes, [/^the list has no heading that is known: .* its first line as a row$/]);
  }
  t.match(read(iconv.encode('编造医院\r\n华西医院\r\n', 'gbk')).rows[0]?.cells, ['编造医院']);
});

t.test('a column of which fewer than half are names of hospitals does not say who is meant', async (t) => {
  const half =
    'Who,city\nRuijin Hospital,Shanghai\nMade-up,Shanghai\nHuashan Hospital,Shanghai\nothers,Shanghai\n';
  t.match(shown(half, 'list.csv').mapping, [{ name: 0, city: 1 }]);
  t.match(faultOf(half.replace('Ruijin Hospital', 'Made-up too')), /no column names the hospital/);
});

t.test('columns without a heading are read by what they hold', async (t) => {
  t.match(shown('1\t编造医院\t上海\t试管婴儿\n2\t华西医院\t成都\t\n'), {
    mapping: [{ reference: 0, name: 1, city: 2, service: 3 }],
  });
  t.match(shown('Made-up Hospital\tmorning\nHuashan Hospital\tevening\n').cells, [
    ['Made-up Hospital', 'morning'],
    ['Huashan Hospital', 'evening'],
  ]);
  t.match(shown('Made-up Hospital;Bangkok;Thailand\nRuijin Hospital;Shanghai;China\n'), {
    mapping: [{ name: 0, country: 2 }],
  });
  t.match(
    shown(
      bookOf({
        List: [
          ['编造医院', 'Made-up Hospital', 'JCI'],
          ['华西医院', 'West China', 'JCI'],
        ],
      }),
    ),
    {
      mapping: [{ name: 0, englishName: 1, claim: 2 }],
    },
  );
  const sheets = read(
    bookOf({
      One: [
        ['Hospital', 'City'],
        ['Made-up Hospital', 'Shanghai'],
      ],
      Two: [['Another Made-up Hospital', 'Chengdu']],
      Words: [['nothing of the kind']],
    }),
  );
  t.strictSame(
    sheets.rows.map(({ cells: [name] }) => name),
    ['Made-up Hospital', 'Another Made-up Hospital'],
  );
  t.match(sheets.notes, [/^sheet “Two” has no heading/, /^sheet “Words” has no heading .* was left out$/]);
  const unread = read('Made-up Hospital;Mrs Example;Shanghai\nRuijin Hospital;Mr Example;Shanghai\n');
  t.match(unread.notes[1], /^these columns are not read: column B\./);
});

t.test('a few cells of another kind leave a column what most of its cells are', async (t) => {
  const rows = [
    '编造医院,上海,质子治疗',
    '华西医院,成都,试管婴儿',
    '瑞金医院,上海,肝移植',
    '同济医院,武汉,整形',
  ];
  const mapping = [{ name: 0, city: 1, service: 2 }];
  t.match(shown(rows.join('\n')).mapping, mapping);
  const wide = rows.map((row) => row.replaceAll(',', '，'));
  t.match(shown(wide.join('\n')).mapping, mapping, 'full-width commas are separators');
  const headed = read(['医院，城市，项目', ...wide].join('\n'));
  t.match(headed.tables[0]?.mapping, mapping[0]);
  t.equal(headed.text?.delimiter, ',', 'and no program reads them back');
});

t.test('a comma within a name is no separator where nothing else is understood', async (t) => {
  t.strictSame(shown('Zhongshan Hospital, Fudan University\nMade-up Hospital, Made-up University\n').cells, [
    ['Zhongshan Hospital, Fudan University'],
    ['Made-up Hospital, Made-up University'],
  ]);
  t.strictSame(shown('Made-up Hospital,Shanghai\nWest China Hospital,Chengdu\n').mapping, [
    { name: 0, city: 1 },
  ]);
  t.strictSame(shown('Hospital\nZhongshan Hospital, Fudan University\nMade-up Hospital\n').cells, [
    ['Zhongshan Hospital, Fudan University'],
    ['Made-up Hospital'],
  ]);
});

t.test('a table between bars is read without its frame', async (t) => {
  const table = ['Hospital | City', 'Made-up Hospital | Shanghai', 'West China | Chengdu'].map(
    (row) => `| ${row} |`,
  );
  const [heading, ...rows] = table;
  for (const rule of ['|---|:---:|', '+------+-----+', '| - | - |'])
    t.match(
      shown([heading, rule, ...rows].join('\n')),
      { mapping: [{ name: 0, city: 1 }], cells: [[' Made-up Hospital ', ' Shanghai '], {}] },
      rule,
    );
  t.match(shown(rows.join('\n')), { mapping: [{ city: 1 }], cells: [{}] });
  t.match(shown(`# Our list\n\n${[heading, '|---|---|', ...rows].join('\n')}`), {
    mapping: [{ name: 0, city: 1 }],
  });
});

t.test(
  'a column of hospitals under an unknown heading is read as such, and said; one about somebody else is not',
  async (t) => {
    for (const heading of ['Company', 'Anbieter', 'Zentrum', 'Medizinischer Dienstleister', 'Hospital(s)']) {
      const { tables, notes } = read(
        `${heading};City\nMade-up Hospital;Shanghai\nWest China Hospital;Chengdu\n`,
      );
      t.match(tables[0], { headingLine: 1, mapping: { name: 0, city: 1 } }, heading);
      t.match(notes, [/: the heading is not known; it was read as the name of the hospital/], heading);
    }
    for (const heading of [
      'Partner',
      'Our partners',
      '单位',
      '合作医院',
      'Klinikname',
      'Nom',
      'Nombre',
      'Название',
    ])
      t.match(read(`${heading};City\nMade-up;Shanghai\n`).tables[0]?.mapping, { name: 0 }, heading);
    t.match(faultOf('Referring agency;City\nMade-up Hospital;Shanghai\n'), /no column names the hospital/);
    t.match(faultOf('Wish;City\nsomething;Shanghai\n'), /and none holds names of hospitals/);
  },
);

t.test('a matrix is refused in words that say what was seen and how to write it', async (t) => {
  t.match(
    faultOf('Hospital,City,IVF,CAR-T\nMade-up Hospital,Shanghai,✓,x\n'),
    /column C “IVF”, column D “CAR-T” are treatments or marks, with yes or no below; .* and “IVF” under the heading “treatment”$/,
  );
  t.match(faultOf('医院名称,JCI,三甲\n编造医院,是,否\n'), /column B “JCI”, column C “三甲”/);
  t.match(faultOf(',IVF,Proton therapy\nMade-up Hospital,✓,x\n'), /column B “IVF”/);
  t.match(
    faultOf('Treatment,Made-up Hospital,West China Hospital\nIVF,yes,no\n'),
    /column B “Made-up Hospital”, column C “West China Hospital” are hospitals, with yes or no below/,
  );
  t.match(
    faultOf('治疗项目,北京,上海\n试管婴儿,编造医院,瑞金医院\n'),
    /column B “北京”, column C “上海” hold names of hospitals; a row asks about one\./,
  );
  t.equal(
    faultOf('Hospital,IVF\nMade-up Hospital,12000 EUR\n'),
    'taken',
    'a price is no tick: its row says so',
  );
});
