import t from 'tap';
import { unreadTreatments } from '../../src/batch/answer/unread-cells.ts';

/** Whether a cell of a column that is not read keeps the row from an answer. */
const keeps = (cell: string): boolean =>
  unreadTreatments(
    { table: 0, line: 1, hidden: false, cells: [cell] },
    { unread: [0], marks: [], heading: ['Wish'] },
  ).length > 0;

t.test('words of a treatment in a column that is not read keep the row from a yes', async (t) => {
  for (const cell of [
    'CAR-T',
    'stem cell',
    '干细胞',
    'Liver Tx',
    'wants surrogacy',
    'Patient möchte IVF',
    'IVF, surrogacy',
    '肾移植/肝移植',
    'exosomes',
    '买肾',
  ])
    t.ok(keeps(cell), cell);
});

t.test(
  'an organ alone may be a transplant that is asked for, unless the heading says otherwise',
  async (t) => {
    for (const cell of ['kidney', 'Liver', 'bone marrow', '肾', '角膜']) t.ok(keeps(cell), cell);
    const row = { table: 0, line: 1, hidden: false, cells: ['kidney'] };
    t.strictSame(unreadTreatments(row, { unread: [0], marks: [], heading: ['科室'] }), []);
  },
);

t.test('an illness, a person, a sum or a remark does not', async (t) => {
  for (const cell of [
    'heart disease',
    'liver cancer',
    'leukemia',
    '糖尿病',
    '肝癌',
    'Dr. Made-Up',
    'prefers morning',
    'needs interpreter',
    'budget 20000 USD',
    'VIP ward',
    '家属陪同',
    'second opinion',
    'Shanghai',
    '',
  ])
    t.notOk(keeps(cell), cell);
});

t.test('a treatment in another language does, and so does what cannot be read', async (t) => {
  for (const cell of [
    'mère porteuse',
    'Leihmutterschaft',
    'greffe de rein',
    'Greffe',
    'суррогатное материнство',
    'пересадка',
    'suero exosomas',
    'trasplante',
    'GPA',
    'FIV',
    'ЭКО',
    '腎臓移植',
    '간 이식',
    'Schlauchmagen',
    'rejuvenecimiento',
    'burun ameliyatı',
    'phẫu thuật thẩm mỹ',
    // Words that no list of ours holds.
    'подтяжка лица',
    'しみ取り',
    '쌍꺼풀',
    'дом у моря',
    'kaş kaldırma',
    'körperstraffung',
    'sữa non',
  ])
    t.ok(keeps(cell), cell);
});

t.test('a name, or a remark under a heading that says so, does not, in whatever language', async (t) => {
  for (const cell of ['José Müller', 'Łódź', 'Ping An', 'Lǐ Wéi', 'Jean-François', 'née Müller', 'señora'])
    t[/^(née|señora)/u.test(cell) ? 'ok' : 'notOk'](keeps(cell), cell);
  const below = (heading: string, cell: string) =>
    unreadTreatments(
      { table: 0, line: 1, hidden: false, cells: [cell] },
      { unread: [0], marks: [], heading: [heading] },
    );
  for (const [heading, cell] of [
    ['Пациент', 'Иванов Иван'],
    ['Врач', 'Петров'],
    ['Примечание', 'нужен переводчик'],
    ['ФИО', 'Сидорова Анна'],
    ['Менеджер', 'Ольга'],
    ['Remarque', 'très pressé'],
    ['비고', '통역 필요'],
    ['Stato', 'in attesa'],
  ] as const)
    t.strictSame(below(heading, cell), [], `${heading}: ${cell}`);
  t.match(below('Примечание', 'операция на сердце'), [{ words: { en: /may be a treatment/ } }]);
  t.match(below('Remarque', 'mère porteuse'), [
    { words: { en: /Surrogacy.*is prohibited in mainland China/i } },
  ]);
});
