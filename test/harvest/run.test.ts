import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { type DescriptorInput, type Parse, ShapeError } from '../../schema/source.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { openToy, type Toy, toyDescriptor, toyRecord, toySource } from '../support/toy-night.ts';

const place = { province: '编造省', city: '编造市' };
const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    toyRecord(`编造第${at}示例医院`, place, {
      row: at + 1,
      raw: { 名称: `编造第${at}示例医院`, 编号: `${at}` },
    }),
  );

const registry = async (test: Test): Promise<Toy> => {
  const toy = await openToy(test.testdir());
  test.teardown(() => toy.store.close());
  return toy;
};

/** What may not move when a page is bad. */
const state = async (toy: Toy) => {
  const reader = toy.store.reader();
  return {
    generation: reader.generation,
    hash: reader.reference.registryHash,
    counts: await reader.counts(),
  };
};

const expecting = (expect: DescriptorInput['expect']) => ({ expect });
const good = many(10);
const [one] = good;

const refusals: readonly (readonly [string, unknown, Partial<DescriptorInput>, RegExp])[] = [
  [
    'too few rows',
    good.slice(0, 2),
    expecting({ rows: { min: 5, max: 20 } }),
    /2 rows read, expected 5 to 20/,
  ],
  ['too many rows', good, expecting({ rows: { min: 1, max: 5 } }), /10 rows read/],
  [
    'a sudden drop',
    good.slice(0, 8),
    expecting({ rows: { min: 1, max: 20 }, maxDrop: 0.1 }),
    /a fall of more than 10 %/,
  ],
  [
    'an emptied column',
    good.map((row) => ({ ...row, raw: { 名称: '' } })),
    expecting({ rows: { min: 1, max: 20 }, fill: { 名称: 0.9 } }),
    /column 名称 is filled in 0 of 10/,
  ],
  [
    'a repeated number',
    good.map((row) => ({ ...row, raw: { 编号: '1' } })),
    expecting({ rows: { min: 1, max: 20 }, unique: ['编号'] }),
    /column 编号 occur more than once/,
  ],
  [
    'a repeated row',
    [...good, one],
    expecting({ rows: { min: 1, max: 20 } }),
    /the row key occur more than once/,
  ],
  [
    'a missing canary',
    good.slice(1),
    expecting({ rows: { min: 1, max: 20 }, maxDrop: 1, canary: { column: '名称', value: '编造第0' } }),
    /the row that must be there is gone/,
  ],
  [
    'a row without address',
    good.map((row) => ({ ...row, row: 0 })),
    expecting({ rows: { min: 1, max: 20 } }),
    /no key or no row number/,
  ],
];

for (const [what, page, over, says] of refusals)
  t.test(`${what} is refused, and the last good edition stays`, async (t) => {
    const toy = await registry(t);
    await toy.night([toySource(toy.root, good)]);
    const before = await state(toy);
    const { sources } = await toy.night(
      [toySource(toy.root, JSON.stringify(page), over)],
      '2026-03-01T00:00:00.000Z',
    );
    t.match(sources, [{ state: 'refused', added: 0, changed: 0, removed: 0 }]);
    t.match(sources[0]?.refusals.join('\n'), says);
    t.same(await state(toy), before);
    t.match((await toy.store.sources()).get('cn-toyville-list'), { lastRun: 'refused', lastIssue: says });
    t.match(await toy.store.runs(1), [{ state: 'refused', refusals: [says] }]);
  });

t.test(
  'a cut page, a page of another shape and a broken parser are runs gone wrong, never empty lists',
  async (t) => {
    const toy = await registry(t);
    const source = toySource(toy.root, good);
    await toy.night([source]);
    const before = await state(toy);
    const throwing = (error: unknown): Parse =>
      function* () {
        yield* good.slice(0, 3);
        throw error;
      };
    const cut = await toy.night([toySource(toy.root, JSON.stringify(good).slice(0, 100))]);
    const shape = await toy.night([
      { ...source, reading: 'a', parse: throwing(new ShapeError('no table with 名称')) },
    ]);
    const broken = await toy.night([{ ...source, reading: 'b', parse: throwing('thrown text') }]);
    t.same(
      [cut, shape, broken].map((night) => night.sources[0]?.state),
      ['failed', 'refused', 'failed'],
    );
    t.same(shape.sources[0]?.refusals, ['no table with 名称']);
    t.same(await state(toy), before);
  },
);

t.test('a source that fails does not keep the others from being read', async (t) => {
  const toy = await registry(t);
  const night = await toy.night([
    toySource(toy.root, '<html>captcha</html>', { id: 'cn-toyville-bad' }),
    toySource(toy.root, good, { id: 'cn-toyville-good' }),
  ]);
  t.same(
    night.sources.map((report) => report.state),
    ['failed', 'accepted'],
  );
  t.same(toy.store.reader().reference.sources.get('cn-toyville-bad')?.editions, []);
  t.equal((await toy.store.reader().counts()).institutions, 10);
});

t.test('a challenged page is reported as such and its bytes are never parsed', async (t) => {
  const toy = await registry(t);
  const source = toySource(toy.root, good, { how: 'fetched' });
  const parse: Parse = () => t.fail('parsed') as never;
  const alone = await toy.night([source]);
  t.same(alone.sources, [], 'without the fetch room a fetched source is left alone');
  const night = await toy.night([{ ...source, parse }], undefined, async () => ({
    state: 'challenged',
    detail: '412',
  }));
  t.match(night.sources, [{ state: 'challenged', refusals: ['page list: 412'] }]);
});

t.test(
  'added, changed, removed and unchanged rows are counted apart, and a moved row is no change',
  async (t) => {
    const toy = await registry(t);
    await toy.night([toySource(toy.root, good)]);
    const next = [...many(11).slice(1)].map((row, at) => ({ ...row, row: at + 1 }));
    const changed = next.map((row, at) => (at === 0 ? { ...row, raw: { ...row.raw, 编号: 'x' } } : row));
    const night = await toy.night([toySource(toy.root, changed)]);
    t.match(night.sources, [{ state: 'accepted', added: 1, changed: 1, removed: 1 }]);
  },
);

t.test('a folder is a source: it is found by itself, and one that breaks the rules is named', async (t) => {
  const root = t.testdir();
  const write = (id: string, descriptor: unknown, parse: string) => {
    mkdirSync(join(root, id), { recursive: true });
    writeFileSync(join(root, id, 'source.ts'), `export const source = ${JSON.stringify(descriptor)};\n`);
    writeFileSync(join(root, id, 'parse.ts'), parse);
  };
  write('cn-toyville-list', toyDescriptor(), 'export function* parse() {}\n');
  const [source, ...rest] = await loadCatalogue(root);
  t.same(rest, []);
  t.equal(source?.descriptor.id, 'cn-toyville-list');
  write('cn-toyville-renamed', toyDescriptor(), 'export function* parse() {}\n');
  await t.rejects(loadCatalogue(root), /cn-toyville-renamed.*the id must be the folder's name/);
  write('cn-toyville-renamed2', toyDescriptor({ id: 'cn-toyville-renamed2' }), 'export const nothing = 1;\n');
  await t.rejects(loadCatalogue(root), /cn-toyville-renamed/);
});
