import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null) => (await reader.dossier(id ?? ''))?.title.zh;

/** A made-up record under these names, the first of them registered. */
const made = (place: Pick<NameRow, 'province' | 'city'>, ...names: readonly string[]): NameRow[] =>
  names.map((value, at) => ({
    institution: names[0] ?? '',
    value,
    kind: at === 0 ? 'legal' : 'alias',
    language: 'zh',
    district: null,
    official: true,
    ...place,
  }));
const IN_WUHAN = { province: '湖北省', city: '武汉市' };

t.test(
  'a province or city written in short before general words is the place that is called so',
  async (t) => {
    for (const [name, title] of [
      ['内蒙古人民医院', '内蒙古自治区人民医院'],
      ['抚州中医院', '抚州市中医院'],
      ['黄冈中医医院', '黄冈市中医医院'],
      ['西安中心医院', '西安市中心医院'],
      ['陕西肿瘤医院', '陕西省肿瘤医院'],
      ['吉林人民医院', undefined],
      ['恩施中心医院', undefined],
      ['大理人民医院', undefined],
    ] as const)
      t.equal(await titleOf((await identify({ name }, reader)).id), title, name);
  },
);

t.test('our province’s or our town’s hospital is that of the place beside it', async (t) => {
  for (const [name, city, title] of [
    ['省人民医院', '广州市', '广东省人民医院'],
    ['省妇幼保健院', '南昌', '江西省妇女儿童医学中心'],
    ['市第一人民医院', '杭州', '杭州市第一人民医院'],
    ['市妇幼保健院', '佛山', '佛山市妇幼保健院'],
    ['自治区人民医院', '南宁', '广西壮族自治区人民医院'],
    ['省第一人民医院', '杭州', undefined],
  ] as const)
    t.equal(await titleOf((await identify({ name, city }, reader)).id), title, `${name}, ${city}`);
  t.equal(
    await titleOf((await identify({ name: '省人民医院', province: '广东' }, reader)).id),
    '广东省人民医院',
  );
  t.equal((await identify({ name: '省人民医院' }, reader)).id, null, 'without a place it is any province’s');
});

t.test(
  'a university in short before its hospital’s own word is that university, and no part of the word',
  async (t) => {
    const rows = [
      ...made(IN_WUHAN, '武汉大学湖心医院'),
      ...made(IN_WUHAN, '光大医院'),
      ...made(IN_WUHAN, '华中科技大学同济医学院附属湖心医院分院'),
    ];
    const asked = async (name: string) => (await identify({ name }, memoryReader(rows))).id;
    t.equal(await asked('武大湖心医院'), '武汉大学湖心医院');
    t.equal(await asked('川大湖心医院'), null, 'another university’s is another');
    t.equal(await asked('光大湖心医院'), null, 'a word that only looks like one is a word');
  },
);

t.test('a company, a group or the internet behind a house on record makes no part of it', async (t) => {
  for (const printed of ['湖心医院有限公司', '湖心医院（集团）', '湖心医院互联网医院']) {
    const name = `武汉市${printed}`;
    const { id } = await identify({ name: '武汉市湖心医院' }, memoryReader(made(IN_WUHAN, name)));
    t.equal(id, name, name);
  }
  const branch = made(IN_WUHAN, '武汉市湖心医院江北分院');
  t.equal((await identify({ name: '武汉市湖心医院' }, memoryReader(branch))).id, null, 'a branch is one');
});

t.test(
  'an army hospital by its number, and 第 before a number, are the same with one word more or less',
  async (t) => {
    const army = made(IN_WUHAN, '解放军第一七七医院');
    t.equal(
      (await identify({ name: '解放军第一七七中心医院' }, memoryReader(army))).id,
      '解放军第一七七医院',
    );
    const one = made(IN_WUHAN, '武大一院');
    t.equal((await identify({ name: '武大第一医院' }, memoryReader(one))).id, '武大一院');
  },
);
