import t from 'tap';
import type { SourceRecord } from '../../schema/record.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import { packedRows, recordsOf } from '../../src/harvest/read/packed-rows.ts';
import { readEdition } from '../../src/harvest/read/read-edition.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

/** More rows than lie unpacked, and some that begin another pack. */
const LONG = 2_600;

const rows = (count: number): SourceRecord[] =>
  Array.from({ length: count }, (_, at) =>
    toyRecord(`编造第${at}示例医院`, { province: '编造省', city: '编造市' }, { key: `${at}`, row: at + 1 }),
  );

t.test('rows come out of their packs as they went in, in order and as often as they are asked for', (t) => {
  const records = rows(LONG);
  const packed = packedRows();
  for (const [at, record] of records.entries()) packed.push({ page: at % 3, record });
  t.equal(packed.rows.length, LONG);
  for (const time of ['once', 'again']) {
    let at = 0;
    let same = true;
    for (const { page, record } of packed.rows) {
      same &&= page === at % 3 && JSON.stringify(record) === JSON.stringify(records[at]);
      at += 1;
    }
    t.ok(same && at === LONG, time);
  }
  t.end();
});

t.test('a long list is judged and kept as a short one is', async (t) => {
  const toy = await openToy(t.testdir());
  t.teardown(() => toy.store.close());
  const records = rows(LONG);
  const [first] = records;
  const twice = first === undefined ? records : [...records.slice(0, -1), { ...first, row: LONG }];
  const refused = await toy.night([toySource(toy.root, twice)]);
  t.same(refused.sources[0]?.refusals, ['1 values of the row key occur more than once, e.g. 0']);
  const { sources } = await toy.night([toySource(toy.root, records)]);
  t.match(sources[0], { state: 'accepted', added: LONG, changed: 0, rows: LONG });
  const kept = await toy.store.currentRecord('cn-toyville-list', `${LONG - 1}`);
  t.same(kept, records.at(-1));
  const changed = [...records.slice(0, -1), { ...records.at(-1), raw: { 名称: '编造' } } as SourceRecord];
  const next = await toy.night([toySource(toy.root, changed)], '2026-02-02T00:00:00.000Z');
  t.match(next.sources[0], { state: 'accepted', added: 0, changed: 1, removed: 0 });
});

t.test(
  'a row that the searches for two names bring counts once, and one that stands twice on a page stays twice',
  async (t) => {
    const [one, other, third] = rows(3);
    const found = [
      [one, other],
      [other, third, third],
    ];
    const keys = found.map((_, at) => `page-${at}`);
    const pages = keys.map((key) => ({
      key,
      url: 'https://example.org/list',
      askFor: 'institution-name' as const,
    }));
    const source = toySource(t.testdir(), [], { how: 'fetched', pages });
    const received = {
      snapshots: keys.map((page) => ({ page }) as Snapshot),
      bodies: found.map((records) => Buffer.from(JSON.stringify(records))),
    };
    const { records, facts, repeated } = await readEdition(source, received, '2026-02-01T00:00:00.000Z');
    t.strictSame(
      [...recordsOf(records)].map(({ key }) => key),
      ['0', '1', '2', '2'],
    );
    t.match({ facts, repeated }, { facts: { rows: 4 }, repeated: { keys: new Set(['2']), lost: 0 } });
  },
);
