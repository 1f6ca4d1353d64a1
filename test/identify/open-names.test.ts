import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const asked = async (name: string, city?: string) =>
  identify(city === undefined ? { name } : { name, city }, reader);

const titles = async (ids: readonly string[]): Promise<readonly string[]> =>
  Promise.all(ids.map(async (id) => (await reader.dossier(id))?.title.zh ?? id));

t.test(
  'a name that says only of what rank or spirit a hospital is settles on nobody and offers whom a list calls so',
  async (t) => {
    const names = [
      ['首都医院', '中国医学科学院北京协和医院'],
      ['超级医院', '海南博鳌超级医院有限公司'],
      ['National Cancer Center', '中国医学科学院肿瘤医院'],
      ['Plastic Surgery Hospital', '中国医学科学院整形外科医院'],
      ['肛肠病院', '大连大学附属新华医院'],
      ['省儿保', '浙江大学医学院附属儿童医院'],
      ['仁爱医院', '上海仁爱医院'],
      ['国家老年医学中心', '北京医院'],
      ['东部中心医院', '东莞市东部中心医院'],
      ['医大一院', '中国医科大学附属第一医院'],
    ] as const;
    for (const [name, offered] of names) {
      const found = await asked(name);
      t.equal(found.match, 'none', name);
      t.same(
        found.why.map(({ code }) => code),
        ['name.open', 'name.nearest'],
        name,
      );
      t.same(await titles(found.candidates.slice(0, 1).map(({ id }) => id)), [offered], name);
    }
  },
);

t.test('an English name on record that leaves out the work of the house settles on nobody', async (t) => {
  for (const name of ['Hubei Provincial Hospital', '湖北省立医院', 'Wuzhou Hospital'])
    t.equal((await asked(name)).match, 'none', name);
  // Nor in a list, which does not compare whom else a printed name may mean.
  t.equal((await identify({ name: 'Hubei Province Hospital' }, reader, false)).match, 'none');
});

t.test('a university in short that several are called by is none of theirs without its town', async (t) => {
  t.equal((await asked('科大一附院')).id, null);
  const { id } = await asked('科大一附院', '合肥');
  t.same(await titles(id === null ? [] : [id]), ['中国科学技术大学附属第一医院']);
});

t.test('with its town such a name is settled', async (t) => {
  for (const [name, city, whole] of [
    ['仁爱医院', '上海', '上海仁爱医院'],
    ['肛肠病院', '大连', '大连大学附属新华医院'],
  ] as const) {
    const { id } = await asked(name, city);
    t.same(await titles(id === null ? [] : [id]), [whole], name);
  }
});

t.test('what a well-known hospital is called by, or a list registers, stays settled', async (t) => {
  const names = [
    ['西北医院', '西安交通大学第二附属医院'],
    ['南方医院', '南方医科大学南方医院'],
    ['Southern Hospital', '南方医科大学南方医院'],
    ['西北妇女儿童医院', '西北妇女儿童医院'],
    ['首都儿科研究所', '首都医科大学附属首都儿童医学中心'],
    ['首都儿童医学中心', '首都医科大学附属首都儿童医学中心'],
    ['国家癌症中心', '中国医学科学院肿瘤医院'],
    ['国家儿童医学中心（北京）', '首都医科大学附属北京儿童医院'],
    ['阜外', '中国医学科学院阜外医院'],
    ['瑞金医院海南医院', '上海交通大学医学院附属瑞金医院海南医院'],
    ['甘肃中心医院', '甘肃省妇幼保健院'],
    ['中国科大附一院', '中国科学技术大学附属第一医院'],
    ['中国医大一院', '中国医科大学附属第一医院'],
    ['湘雅医院', '中南大学湘雅医院'],
  ] as const;
  for (const [name, whole] of names) {
    const { id } = await asked(name);
    t.same(await titles(id === null ? [] : [id]), [whole], name);
  }
});

t.test('the word of several houses is a choice among them', async (t) => {
  for (const [name, least] of [
    ['美中宜和', 4],
    ['树兰', 3],
    ['高博', 3],
    ['爱尔眼科', 4],
    ['港安医院', 2],
    ['国家儿童医学中心', 3],
    // In English as in Chinese, and a group's name that a list has for one of its houses.
    ['Gobroad', 3],
    ['Shulan Hospital', 2],
    ['Aier', 4],
    ['锦欣生殖', 3],
  ] as const) {
    const found = await asked(name);
    t.equal(found.match, 'ambiguous', name);
    t.ok(found.candidates.length >= least, name);
  }
});

t.test(
  'a chain’s word and work without a house is not the only house of it that a directory has',
  async (t) => {
    const { id, candidates } = await asked('普瑞眼科');
    t.equal(id, null);
    t.same(await titles(candidates.map((one) => one.id)), ['普瑞眼科医院']);
  },
);

t.test('beside a city where one of them stands, that one is offered', async (t) => {
  const found = await asked('高博', '上海');
  t.equal(found.match, 'none');
  t.same(await titles(found.candidates.map(({ id }) => id)), ['上海高博肿瘤医院']);
});
