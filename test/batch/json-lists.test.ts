import t from 'tap';
import { readList } from '../../src/batch/read/read-list.ts';

const read = (text: string, file: string) => readList(new TextEncoder().encode(text), { file, lang: 'en' });

t.test('a list within an object is the list', async (t) => {
  const { rows, tables } = read(
    '{"agency": "made up", "hospitals": [{"name": "Ruijin Hospital", "treatment": "IVF"}, {"name": "Huashan Hospital"}]}',
    'list.json',
  );
  t.strictSame(
    rows.map(({ cells }) => cells),
    [
      ['Ruijin Hospital', 'IVF', 'made up'],
      ['Huashan Hospital', '', 'made up'],
    ],
  );
  t.match(tables[0]?.mapping, { name: 0, service: 1 });
  t.match(read('{"name": "Ruijin Hospital", "claim": ["jci", "grade:3A"]}', 'list.json').rows[0]?.cells, [
    'Ruijin Hospital',
  ]);
  for (const one of ['"englishName": "Ruijin Hospital"', '"hospital": {"name": "Ruijin Hospital"}'])
    t.equal(read(`{${one}, "claim": ["jci", "grade:3A"]}`, 'list.json').rows.length, 1, one);
});

t.test('names alone, a list deeper within and what lies in further objects are read', async (t) => {
  for (const text of [
    '["Ruijin Hospital", "Huashan Hospital"]',
    '{"hospitals": ["Ruijin Hospital", "Huashan Hospital"]}',
    '{"data": {"hospitals": [{"hospital": {"name": "Ruijin Hospital"}}, {"hospital": {"name": "Huashan Hospital"}}]}}',
  ]) {
    const { rows, tables } = read(text, 'list.json');
    t.strictSame(tables[0]?.mapping, { name: 0 }, text);
    t.strictSame(
      rows.map(({ cells }) => cells),
      [['Ruijin Hospital'], ['Huashan Hospital']],
    );
  }
  const { rows, tables, notes } = read(
    '{"meta": {"agency": "made up", "date": "2026-11-01", "treatment": "IVF"}, "hospitals": [{"name": "Ruijin Hospital"}]}',
    'list.json',
  );
  t.strictSame(tables[0]?.mapping, { name: 0, service: 3 }, 'the day of a list is not that of its rows');
  t.strictSame(rows[0]?.cells, ['Ruijin Hospital', 'made up', '2026-11-01', 'IVF']);
  t.match(notes, [/“meta agency”, column C “meta date”/]);
  for (const [text, says] of [
    ['{"hospitals": [{"name": "A"}], "agents": [{"name": "B"}]}', /several lists \(“hospitals”, “agents”\)/],
    ['{"meta": {"page": 1}, "hospitals": []}', /an empty list “hospitals”/],
  ] as const)
    t.throws(() => read(text, 'list.json'), { message: says });
});

t.test('what stands beside a list within an object is said of each row, and never passed over', async (t) => {
  const { rows, tables } = read(
    '{"treatment": "IVF", "country": "Thailand", "hospitals": [{"name": "Ruijin Hospital"}, {"name": "Huashan Hospital"}]}',
    'list.json',
  );
  t.match(tables[0]?.mapping, { name: 0, service: 1, country: 2 });
  t.strictSame(
    rows.map(({ cells }) => cells),
    ['Ruijin Hospital', 'Huashan Hospital'].map((name) => [name, 'IVF', 'Thailand']),
  );
  t.throws(
    () => read('{"name": "Ruijin Hospital", "doctors": [{"name": "Made Up"}]}', 'list.json'),
    /“name” beside a list and in its items/u,
  );
});
