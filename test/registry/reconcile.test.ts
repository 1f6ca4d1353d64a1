import t, { type Test } from 'tap';
import { fc } from '../support/draws.ts';
import { mergedTwins, twinRows } from '../support/near-twins.ts';
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
  'rows of two lists with one legal name in one province are one institution with two proofs',
  async (t) => {
    const toy = await registry(t);
    await toy.night([
      toySource(toy.root, [toyRecord('南京市第一示例医院', { province: '江苏省', city: '南京市' })]),
      toySource(toy.root, [toyRecord('南京市 第一示例医院', { province: '江苏省' })], {
        id: 'cn-toyville-other',
      }),
    ]);
    const [one, ...rest] = await dossiers(toy);
    t.same(rest, []);
    t.same(one?.evidence.map(({ source }) => source).sort(), ['cn-toyville-list', 'cn-toyville-other']);
    t.equal(one?.place.city, '南京市');
  },
);

t.test('the same name in two provinces stays two institutions', async (t) => {
  const toy = await registry(t);
  await toy.night([
    toySource(toy.root, [
      toyRecord('示例中心医院', { province: '编造省' }, { key: 'a' }),
      toyRecord('示例中心医院', { province: '虚构省' }, { key: 'b' }),
    ]),
  ]);
  t.equal((await ids(toy)).length, 2);
});

t.test(
  'the same name in two cities of one province stays two, and a row without a city asks a person',
  async (t) => {
    const toy = await registry(t);
    const cities = [
      toyRecord('示例中心医院', place, { key: 'a' }),
      toyRecord('示例中心医院', { province: '编造省', city: '虚构市' }, { key: 'b' }),
    ];
    await toy.night([toySource(toy.root, cities)]);
    t.equal((await ids(toy)).length, 2);
    await toy.night([
      toySource(toy.root, cities),
      toySource(toy.root, [toyRecord('示例中心医院', { province: '编造省' })], {
        id: 'cn-toyville-vague',
        evidenceKind: 'press',
      }),
    ]);
    t.equal((await ids(toy)).length, 3, 'it is not guessed which of the two is meant');
    const whys = (await toy.store.reviewPairs()).map(({ why }) => why);
    t.same(whys, ['same-name', 'same-name']);
  },
);

t.test(
  'an official number joins rows whose names differ; a directory number does so only where name or province agree',
  async (t) => {
    const toy = await registry(t);
    const official = [{ scheme: 'licence-number', value: 'MADEUP1' }] as const;
    const directory = [{ scheme: 'directory-id', value: 'DIR1' }] as const;
    await toy.night([
      toySource(toy.root, [
        toyRecord('编造旧名医院', place, { identifiers: [...official, ...directory] }),
        toyRecord('编造新名医院', place, { identifiers: [...official] }),
        toyRecord('编造远名医院', { province: '虚构省' }, { identifiers: [...official] }),
        toyRecord('毫不相干示例医院', { province: '他处省' }, { identifiers: [...directory] }),
      ]),
    ]);
    const found = await dossiers(toy);
    t.equal(found.length, 3);
    t.match(
      await toy.store.reviewPairs(),
      [{ why: 'number-agrees-name-does-not' }],
      'another province: a person is asked',
    );
    t.same(
      found
        .find((dossier) => dossier?.names.length === 2)
        ?.names.map(({ value }) => value)
        .sort(),
      ['编造旧名医院', '编造新名医院'].sort(),
    );
  },
);

t.test(
  'an alias list joins by filing number, waits while nobody bears it, and never founds an institution',
  async (t) => {
    const toy = await registry(t);
    const alias = toyRecord(
      null,
      {},
      {
        names: [{ value: '示例院', kind: 'alias', language: 'zh' }],
        identifiers: [{ scheme: 'trial-filing', value: 'MADEUPTRIAL1' }],
      },
    );
    const aliases = toySource(toy.root, [alias], { id: 'cn-toyville-aliases' });
    await toy.night([aliases]);
    t.same(await ids(toy), []);
    const filed = toyRecord('编造市示例医院', place, { identifiers: [...alias.identifiers] });
    await toy.night([aliases, toySource(toy.root, [filed])]);
    const [one] = await dossiers(toy);
    t.same(one?.names.map(({ kind }) => kind).sort(), ['alias', 'legal']);
  },
);

t.test(
  'a legal name joins the only institution of the province that bears it as second name; of two, none',
  async (t) => {
    const toy = await registry(t);
    const withSecond = (legal: string, second: string) =>
      toyRecord(legal, place, {
        names: [
          { value: legal, kind: 'legal', language: 'zh' },
          { value: second, kind: 'second', language: 'zh' },
        ],
      });
    const main = toySource(toy.root, [
      withSecond('编造大学附属示例医院', '编造市第二示例医院'),
      withSecond('编造一院', '编造共名医院'),
      withSecond('编造二院', '编造共名医院'),
    ]);
    const press = toySource(
      toy.root,
      [toyRecord('编造市第二示例医院', place), toyRecord('编造共名医院', place)],
      {
        id: 'cn-toyville-press',
        evidenceKind: 'press',
      },
    );
    await toy.night([main, press]);
    const found = await dossiers(toy);
    t.equal(found.length, 4);
    t.equal(found.find((dossier) => dossier?.title.zh === '编造大学附属示例医院')?.evidence.length, 2);
    t.equal(found.find((dossier) => dossier?.title.zh === '编造共名医院')?.evidence.length, 1);
  },
);

t.test('an alias that many could bear, a short name or a department never joins', async (t) => {
  const toy = await registry(t);
  await toy.night([
    toySource(toy.root, [
      toyRecord('编造示例医院', place, {
        names: [
          { value: '编造示例医院', kind: 'legal', language: 'zh' },
          { value: '人民医院', kind: 'alias', language: 'zh' },
        ],
      }),
      toyRecord('编造示例医院心内科', place),
      toyRecord('人民医院', place),
    ]),
  ]);
  t.equal((await ids(toy)).length, 3);
});

t.test('near-twins are never merged, in whatever order and lists they come', async (t) => {
  const root = t.testdir({});
  let run = 0;
  const apart = fc.asyncProperty(twinRows, async (rows) => {
    run += 1;
    return (await mergedTwins(root, run, rows)).length === 0;
  });
  await fc.assert(apart, { numRuns: 12 });
});
