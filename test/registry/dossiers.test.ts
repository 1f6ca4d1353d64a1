import t, { type Test } from 'tap';
import type { SourceRecord } from '../../schema/record.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { namesOf } from '../../src/readers/lists/cell-text.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';

const place = { province: '编造省', city: '编造市' };

const registry = async (test: Test): Promise<Toy> => {
  const toy = await openToy(test.testdir());
  test.teardown(() => toy.store.close());
  return toy;
};

const ids = (toy: Toy) => toy.store.reader().institutionIds(null, 100);

const dossiers = async (toy: Toy) => {
  const found = [];
  for (const id of await ids(toy)) found.push(await toy.store.reader().dossier(id));
  return found;
};

t.test(
  'the name shown is the legal name of the best evidence, and traits are read from filed names',
  async (t) => {
    const toy = await registry(t);
    const number = [{ scheme: 'licence-number', value: 'MADEUPLICENCE' }] as const;
    const record = (name: string) => toyRecord(name, place, { identifiers: [...number] });
    await toy.night([
      toySource(toy.root, [record('编造报纸医院')], { id: 'cn-toyville-press', evidenceKind: 'press' }),
      toySource(toy.root, [record('编造联勤保障部队示例医院')], { evidenceKind: 'primary-register' }),
    ]);
    const [one] = await dossiers(toy);
    t.equal(one?.title.zh, '编造联勤保障部队示例医院');
    t.equal(one?.traits.military, true);
    t.same(
      one?.evidence.map(({ kind }) => kind),
      ['primary-register', 'press'],
    );
  },
);

t.test('a fact of no institution goes to the reference, with its evidence', async (t) => {
  const toy = await registry(t);
  const fact: SourceRecord = {
    kind: 'prohibition',
    row: 3,
    key: 'made-up',
    raw: {},
    code: 'made-up',
    title: { en: 'Made-up ban' },
    detail: {},
  };
  await toy.night([toySource(toy.root, [fact])]);
  const [found] = toy.store.reader().reference.facts;
  t.match(found, {
    code: 'made-up',
    source: 'cn-toyville-list',
    evidence: { row: 3, asOf: '2026-01-31', current: true },
  });
  t.same(await ids(toy), []);
});

t.test(
  'a registry built anew from the same pages gives the same ids and the same hash, whenever it is built',
  async (t) => {
    const build = async (dir: string, at: string) => {
      const toy = await openToy(`${t.testdir({ [dir]: {} })}/${dir}`);
      const records = ['甲', '乙', '丙'].map((one, row) =>
        toyRecord(`编造${one}示例医院`, place, { row: row + 1 }),
      );
      const report = await toy.night(
        [toySource(toy.root, records), toySource(toy.root, records, { id: 'cn-toyville-two' })],
        at,
      );
      const found = await ids(toy);
      await toy.store.close();
      return { hash: report.registryHash, found };
    };
    const first = await build('one', '2026-02-01T00:00:00.000Z');
    t.same(await build('two', '2026-11-21T09:09:09.000Z'), first);
    t.match(first.hash, /^[0-9a-f]{64}$/);
  },
);

t.test('every name is a fact with its kind, days and sources, and finds its institution', async (t) => {
  const toy = await registry(t);
  const filing = [{ scheme: 'trial-filing', value: 'MADEUPTRIAL9' }] as const;
  const register = toyRecord('编造示意医院', place, {
    identifiers: [...filing],
    names: namesOf('编造示意医院', '编造市第九示意医院；原编造老示意医院'),
  });
  const other = {
    value: '示意九院',
    kind: 'alias',
    language: 'zh',
    validFrom: '2019',
    validUntil: '2024-12',
  } as const;
  const directory = { id: 'cn-toyville-directory', evidenceKind: 'directory' } as const;
  await toy.night([
    toySource(toy.root, [register], { evidenceKind: 'primary-register' }),
    toySource(toy.root, [toyRecord(null, {}, { names: [other], identifiers: [...filing] })], {
      id: 'cn-toyville-aliases',
      evidenceKind: 'directory',
    }),
    toySource(toy.root, [toyRecord('编造俗称示意医院', place)], directory),
  ]);
  const reader = toy.store.reader();
  const [known] = await reader.findNameKey('编造示意医院');
  const [popular] = await reader.findNameKey('编造俗称示意医院');
  const [one, two] = [known?.institution ?? '', popular?.institution ?? ''];
  t.not(one, two);
  const by = { by: 'Made-up Judge', because: 'made up: one licence', at: '2026-02-02T00:00:00.000Z' };
  await toy.store.addJudgement({ one: two, other: one, decision: 'same', ...by });
  await toy.night([], '2026-02-03T00:00:00.000Z');
  const [dossier, ...rest] = await dossiers(toy);
  t.same(rest, []);
  const facts = dossier?.names.map(({ value, kind, evidence }) => [
    value,
    kind,
    evidence.map((at) => dossier.evidence[at]?.source),
  ]);
  t.same(facts?.sort(), [
    ['示意九院', 'alias', ['cn-toyville-aliases']],
    ['编造俗称示意医院', 'legal', ['cn-toyville-directory']],
    ['编造市第九示意医院', 'second', ['cn-toyville-list']],
    ['编造示意医院', 'legal', ['cn-toyville-list']],
    ['编造老示意医院', 'former', ['cn-toyville-list']],
  ]);
  t.match(
    dossier?.names.find(({ kind }) => kind === 'alias'),
    { validFrom: '2019', validUntil: '2024-12' },
  );
  t.same(dossier?.judgements, [{ decision: 'same', other: two, on: '2026-02-02' }]);
  for (const [value] of facts ?? [])
    t.equal(
      (await toy.store.reader().findNameKey(nameKeys(String(value)).full))[0]?.institution,
      one,
      String(value),
    );
});

t.test('an English name that we know without a citation goes before words made from the parts', async (t) => {
  const toy = await registry(t);
  const alias = (value: string) => ({ value, kind: 'alias', language: 'en', uncited: true }) as const;
  const legal = { value: '编造玛丽医院', kind: 'legal', language: 'zh' } as const;
  const names = [legal, alias('QMH'), alias('Made-up Queen Mary Hospital')];
  await toy.night([toySource(toy.root, [toyRecord('编造玛丽医院', place, { names })])]);
  const [dossier] = await dossiers(toy);
  t.same(dossier?.title, { zh: '编造玛丽医院', en: null, translation: 'Made-up Queen Mary Hospital' });
});

t.test(
  'a name without a citation is a title only where nothing else is known, and finds its institution',
  async (t) => {
    const toy = await registry(t);
    const uncited = (value: string, kind: 'legal' | 'alias', language: 'zh' | 'en') =>
      ({ value, kind, language, uncited: true }) as const;
    const cited = { value: '编造示意院', kind: 'alias', language: 'zh', cite: 'https://a.example' } as const;
    const rows = [
      toyRecord('编造甲示意医院', place, {
        names: [uncited('编造甲示意医院', 'legal', 'zh'), uncited('Made-up A', 'alias', 'en')],
        notSameAs: ['编造乙示意医院'],
      }),
      toyRecord('编造乙示意医院', place, { names: [uncited('编造乙示意医院', 'legal', 'zh'), cited] }),
    ];
    await toy.night([toySource(toy.root, rows, { evidenceKind: 'directory' })]);
    const titles = (await dossiers(toy)).map((dossier) => ({ zh: dossier?.title.zh, en: dossier?.title.en }));
    t.same(
      titles.toSorted((a, b) => String(a?.zh).localeCompare(String(b?.zh))),
      [
        { zh: '编造甲示意医院', en: null },
        { zh: '编造示意院', en: null },
      ].toSorted((a, b) => a.zh.localeCompare(b.zh)),
    );
    const [found] = await toy.store.reader().findNameKey(nameKeys('Made-up A').full);
    const dossier = await toy.store.reader().dossier(found?.institution ?? '');
    t.same(dossier?.notSameAs, [{ name: '编造乙示意医院', evidence: [0] }], 'what it is not is on record');
  },
);
