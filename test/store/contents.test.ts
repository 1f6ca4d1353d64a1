import { join } from 'node:path';
import t, { type Test } from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import type { NameRow, Reader } from '../../src/store/registry-reader.ts';
import { openReading } from '../../src/store/sqlite/connect.ts';
import { registryFile, serviceFile } from '../../src/store/sqlite/files.ts';
import { csvSource } from '../support/csv-list.ts';
import { fc } from '../support/draws.ts';
import { edited, lineOf, oneNight } from '../support/edited-lists.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';
import { contents } from './table-contents.ts';

const place = { province: '编造省', city: '编造市' };

const registry = async (test: Test): Promise<Toy> => {
  const toy = await openToy(test.testdir());
  test.teardown(() => toy.store.close());
  return toy;
};

const ids = (reader: Reader) => reader.institutionIds(null, 100);
const first = async (reader: Reader) => reader.dossier((await ids(reader))[0] ?? '');

t.test(
  'names are listed once per institution and kind, and say whether an authority uses them',
  async (t) => {
    const toy = await registry(t);
    await toy.night([
      toySource(toy.root, [toyRecord('编造甲示例医院', place)]),
      toySource(toy.root, [toyRecord('编造甲示例医院', place), toyRecord('编造乙示例医院', place)], {
        id: 'cn-toyville-press',
        evidenceKind: 'press',
      }),
    ]);
    const rows: NameRow[] = [];
    for await (const row of toy.store.reader().names()) rows.push(row);
    t.same(rows.map(({ value, official }) => [value, official]).sort(), [
      ['编造乙示例医院', false],
      ['编造甲示例医院', true],
    ]);
  },
);

t.test('two that a person judged to be the same become one, and the old id leads on', async (t) => {
  const toy = await registry(t);
  await toy.night([
    toySource(toy.root, [toyRecord('编造甲示例医院', place), toyRecord('编造乙示例医院', place)]),
  ]);
  const [into = '', from = ''] = await ids(toy.store.reader());
  const judged = { by: 'Made-up Judge', because: 'made up', at: '2026-02-02T00:00:00.000Z' };
  await toy.store.addJudgement({ one: from, other: into, decision: 'same', ...judged });
  await toy.night([]);
  const reader = toy.store.reader();
  t.same(await ids(reader), [into]);
  t.equal(await reader.redirect(from), into);
  t.equal((await reader.dossier(into))?.names.length, 2);
  for (const name of ['编造甲示例医院', '编造乙示例医院'])
    t.same((await reader.findNameKey(name)).map((hit) => hit.institution).slice(0, 1), [into]);
  const renamed = toyRecord('编造丙示例医院', place, { key: '编造甲示例医院' });
  await toy.night([toySource(toy.root, [renamed, toyRecord('编造乙示例医院', place)])]);
  t.same(await ids(toy.store.reader()), [into], 'a later row of either goes to the one that is left');
  t.ok((await first(toy.store.reader()))?.names.some(({ value }) => value === '编造丙示例医院'));
});

t.test('no table has a column for what must not be kept of a person', async (t) => {
  const toy = await registry(t);
  await openServiceState(toy.root).close();
  const columns = [registryFile, serviceFile].flatMap((fileIn) => {
    const db = openReading(fileIn(toy.root));
    const named = db
      .prepare<[], { name: string }>(
        `SELECT m.name || '.' || c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'`,
      )
      .all();
    db.close();
    return named.map(({ name }) => name);
  });
  for (const column of ['record.source', 'operator.token_hash']) t.ok(columns.includes(column), column);
  const sensitive =
    /phone|mobile|\.tel|e?mail|id_?card|id_?number|identity_card|qualification|legal_rep|representative|birth|sex|gender|photo/i;
  const found = columns.filter((column) => sensitive.test(column) && !column.startsWith('watch_mail.'));
  t.same(found, ['watch.tell'], 'what a partner wants to be told of changes is no telephone');
  t.ok(
    columns.includes('watch_mail.address'),
    'whom a partner named, and who said yes: docs/data-protection.md',
  );
});

const settings = [
  { how: 'fetched', asOf: null, dated: 'when-read', cadence: '0 3 * * *' },
  { how: 'fetched', asOf: null, dated: 'printed', cadence: '0 3 * * *' },
  { how: 'bundled', asOf: '2026-01-31' },
] as const;

/** Every rule that looks at all rows at once. */
const expect = {
  rows: { min: 3, max: 1000 },
  maxDrop: 0.5,
  fill: { beds: 0.6 },
  unique: ['name'],
  canary: { column: 'name', value: '编造第3示例医院' },
};

const nights = fc.array(
  fc.record({
    edits: fc.array(fc.record({ kind: fc.nat(6), at: fc.nat(60), word: fc.nat(20) }), { maxLength: 4 }),
    cut: fc.boolean(),
  }),
  { minLength: 2, maxLength: 6 },
);

t.test('reading the changes alone gives what reading every row gives, night after night', async (t) => {
  const root = t.testdir();
  let run = 0;
  const read = { apart: 0, whole: 0 };
  let fewer = 0;
  const property = fc.asyncProperty(nights, fc.nat(2), async (script, how) => {
    run += 1;
    const [apart, whole] = await Promise.all(
      ['apart', 'whole'].map((name) => openToy(join(root, `${run}-${name}`))),
    );
    if (apart === undefined || whole === undefined) return false;
    const over = { ...settings[how], expect };
    let lines: readonly string[] = Array.from({ length: 30 }, (_, at) => lineOf(at));
    let same = true;
    for (const [day, night] of [{ edits: [], cut: false }, ...script].entries()) {
      Object.assign(read, { apart: 0, whole: 0 });
      for (const edit of night.edits) lines = edited(lines, edit);
      const at = new Date(Date.UTC(2026, 1, 1 + day)).toISOString();
      const first = await oneNight(
        apart,
        csvSource(apart.root, lines, true, () => read.apart++, over),
        at,
        night.cut,
      );
      const second = await oneNight(
        whole,
        csvSource(whole.root, lines, false, () => read.whole++, over),
        at,
        night.cut,
      );
      if (read.apart * 2 < read.whole) fewer += 1;
      same &&= JSON.stringify(first) === JSON.stringify(second) && contents(apart) === contents(whole);
    }
    await Promise.all([apart.store.close(), whole.store.close()]);
    return same;
  });
  await fc.assert(property, { numRuns: 6 });
  t.ok(fewer > 2, `${fewer} nights read less than half of the rows`);
});
