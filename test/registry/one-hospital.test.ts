import t, { type Test } from 'tap';
import type { InstitutionRecord } from '../../schema/record.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';
import { type Listed, ONE, TWO } from './listed-pairs.ts';

const openIn = async (test: Test, name = 'data'): Promise<Toy> => {
  const toy = await openToy(test.testdir({ [name]: {} }));
  test.teardown(() => toy.store.close());
  return toy;
};

/** Names of each institution, as rows of two lists founded and joined them. */
const institutions = async (toy: Toy): Promise<readonly (readonly string[])[]> => {
  const reader = toy.store.reader();
  const found: (readonly string[])[] = [];
  for (const id of await reader.institutionIds(null, 200)) {
    const dossier = await reader.dossier(id);
    found.push([...new Set(dossier?.names.map(({ value }) => value))].sort());
  }
  return found.sort();
};

const row = ([name, place, ...others]: Listed, at: number): InstitutionRecord =>
  toyRecord(name, place, {
    key: String(at),
    names: [[name, 'legal'] as const, ...others].map(([value, kind]) => ({ value, kind, language: 'zh' })),
  });

/** How many institutions an authority's rows and a directory's become. */
const counted = async (
  test: Test,
  official: readonly Listed[],
  directory: readonly Listed[],
): Promise<number> => {
  const toy = await openIn(test);
  await toy.night([
    toySource(toy.root, official.map(row), { completeness: 'complete' }),
    toySource(toy.root, directory.map(row), { id: 'cn-toyville-directory', evidenceKind: 'directory' }),
  ]);
  return (await institutions(toy)).length;
};

for (const [why, official, directory] of ONE)
  t.test(`one hospital on two lists is one record: ${why}`, async (t) => {
    t.equal(await counted(t, [official], [directory]), 1);
  });

for (const [why, official, directory] of TWO)
  t.test(`two hospitals stay two: ${why}`, async (t) => {
    t.equal(await counted(t, [official], [directory]), 2);
  });

t.test(
  'a row that says it is not the same as another is kept apart from it, whatever else agrees',
  async (t) => {
    const [, official, directory] = ONE[0] ?? [];
    if (official === undefined || directory === undefined) return t.fail('a pair to ask about');
    for (const [denied, count] of [
      [official[0], 2],
      ['编造示意医院', 1],
    ] as const) {
      const toy = await openIn(t, denied);
      await toy.night([
        toySource(toy.root, [row(official, 0)], { completeness: 'complete' }),
        toySource(toy.root, [{ ...row(directory, 1), notSameAs: [denied] }], {
          id: 'cn-toyville-directory',
          evidenceKind: 'directory',
        }),
      ]);
      t.equal((await institutions(toy)).length, count, denied);
    }
  },
);

t.test(
  'a name without a city that hospitals of two cities bear is neither’s, and a person is asked',
  async (t) => {
    const toy = await openIn(t);
    const two = ['编造省', '编造省'].map((province, at) =>
      row(['编造示意医院', { province, city: at === 0 ? '编造市' : '虚构市' }], at),
    );
    await toy.night([
      toySource(toy.root, two),
      toySource(toy.root, [row(['编造示意医院', { province: '编造省' }], 9)], {
        id: 'cn-toyville-vague',
        evidenceKind: 'press',
      }),
    ]);
    t.equal((await institutions(toy)).length, 3);
    t.ok((await toy.store.reviewPairs()).length >= 2);
  },
);

t.test(
  'another name joins two records where it is cited, and only helps finding where it is not',
  async (t) => {
    const place = { province: '湖北省', city: '武汉市' };
    const legal = { value: '武汉编造山医院', kind: 'legal', language: 'zh' } as const;
    const second = { value: '武汉市第八十示意医院', kind: 'second', language: 'zh' } as const;
    for (const [proof, count] of [
      [{ cite: 'https://a.example/names' }, 1],
      [{ uncited: true as const }, 2],
    ] as const) {
      const toy = await openIn(t, `proof-${count}`);
      const named = toyRecord(legal.value, place, { names: [legal, { ...second, ...proof }] });
      await toy.night([
        toySource(toy.root, [toyRecord(second.value, place)]),
        toySource(toy.root, [named], { id: 'cn-toyville-directory', evidenceKind: 'directory' }),
      ]);
      t.equal((await institutions(toy)).length, count, JSON.stringify(proof));
    }
  },
);
