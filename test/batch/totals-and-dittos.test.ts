import t from 'tap';
import { isNoHospital } from '../../src/batch/answer/no-hospital.ts';
import { unreadTreatments } from '../../src/batch/answer/unread-cells.ts';
import { readList } from '../../src/batch/read/read-list.ts';

const read = (...lines: readonly string[]) =>
  readList(new TextEncoder().encode(`${lines.join('\n')}\n`), { file: 'list.csv', lang: 'en' });

const isSum = (heading: string, line: string): boolean => {
  const { rows, tables } = read(heading, line);
  const [row, table] = [rows[0], tables[0]];
  if (row === undefined || table === undefined) return false;
  return isNoHospital(row.cells[table.mapping.name ?? 0] ?? '', row, table);
};

t.test('the word of a sum and its count stand in any columns, and the row is no hospital', async (t) => {
  for (const line of [
    '合计,6',
    '总计,6',
    '共,12',
    'Total,6',
    'Итого,6',
    '小计：,3',
    ',共6家',
    ',合计 6 家医院',
    ',共计12所',
    '合计,39家',
  ])
    t.ok(isSum('序号,医院名称', line), line);
  t.notOk(isSum('USCC,医院名称,范围', '12310000425006133D,,全部'), 'a number says who is meant');
  for (const line of ['6,合川区人民医院', '7,共和县人民医院', '8,第六人民医院', '合计,共和县人民医院'])
    t.notOk(isSum('序号,医院名称', line), line);
});

t.test('a cell that says “as above” is the value above it, and the list says so', async (t) => {
  const { rows, notes } = read(
    'No.,hospital,city,treatment,remark',
    '1,Made-up Hospital A,Shanghai,IVF,x',
    '2,同上,〃,ditto,同上',
    '3,Made-up Hospital B,Idem,,y',
    '4,Dito,Beijing,idem,',
    'ditto,Made-up Hospital C,Beijing,IVF,',
  );
  t.strictSame(
    rows.map(({ cells }) => cells),
    [
      ['1', 'Made-up Hospital A', 'Shanghai', 'IVF', 'x'],
      ['2', 'Made-up Hospital A', 'Shanghai', 'IVF', '同上'],
      ['3', 'Made-up Hospital B', 'Shanghai', '', 'y'],
      ['4', 'Made-up Hospital B', 'Beijing', 'idem', ''],
      ['ditto', 'Made-up Hospital C', 'Beijing', 'IVF', ''],
    ],
    'columns that are not read, and the list’s own reference, stay as they are',
  );
  t.match(notes, [/^5 cells that say “as above” were read as the value above$/]);
});

t.test(
  'in a column that is not read a treatment stays one when it is said again by “as above”',
  async (t) => {
    const { rows, tables, notes } = read(
      'hospital,wish',
      'Made-up Hospital A,IVF',
      'Made-up Hospital B,同上',
      'Made-up Hospital C,morning',
      'Made-up Hospital D,同上',
    );
    const kept = rows.map((row) => tables.flatMap((table) => unreadTreatments(row, table)).length);
    t.strictSame(kept, [1, 1, 0, 0]);
    t.notMatch(notes, [/as above/]);
  },
);

t.test('where nothing stands above, or an empty cell, such a cell stays as it is', async (t) => {
  const { rows, notes } = read('hospital,city', '同上,Shanghai', 'Made-up Hospital,〃');
  t.strictSame(rows[0]?.cells, ['同上', 'Shanghai']);
  t.strictSame(rows[1]?.cells, ['Made-up Hospital', 'Shanghai']);
  t.match(notes, [/^1 cell that says “as above” was read as the value above$/]);
});
