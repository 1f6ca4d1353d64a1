import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null | undefined) => (await reader.dossier(id ?? ''))?.title.zh;

t.test('a name beside its city is the name that lists print with the city before it', async (t) => {
  for (const [name, city, title] of [
    ['第四医院', '哈尔滨', '哈尔滨市第四医院'],
    ['第五医院', '大庆市', '大庆市第五医院'],
    ['第三人民医院', '成都', '成都市第三人民医院'],
    ['第一人民医院', '仙桃市', '仙桃市第一人民医院'],
    ['妇幼保健院', '乌鲁木齐', '乌鲁木齐市妇幼保健院'],
    ['中医院', '阜阳', '阜阳市中医院'],
    ['中心医院', '商丘', '商丘市中心医院'],
    ['人民医院', '济南', '济南市人民医院'],
    ['公安医院', '秦皇岛', '秦皇岛市公安医院'],
    ['美台卫生院', '临高县', '临高县美台卫生院'],
    ['医学院第一附属医院', '成都', '成都医学院第一附属医院'],
    ['First People’s Hospital', 'Chengdu', '成都市中西医结合医院'],
  ] as const)
    t.equal(await titleOf((await identify({ name, city }, reader)).id), title, `${name}, ${city}`);
});

t.test(
  'of a name that others there have as good a claim to, nobody is settled on for its city alone',
  async (t) => {
    for (const [name, city] of [
      ['Children’s Hospital', 'Shanghai'],
      ['第一医院', '上海'],
      ['锦江区妇幼保健院', '成都'],
    ] as const) {
      const { id, candidates } = await identify({ name, city }, reader);
      t.equal(id, null, `${name}, ${city}`);
      t.ok(candidates.length > 1);
    }
  },
);

t.test('a second name that is a famous hospital’s elsewhere is asked for', async (t) => {
  for (const [name, city] of [
    ['仁济医院', '成都'],
    ['Renji Hospital', 'Chengdu'],
  ] as const) {
    const { match, candidates } = await identify({ name, city }, reader);
    t.equal(match, 'ambiguous', name);
    t.strictSame(await Promise.all(candidates.map(({ id }) => titleOf(id))), [
      '成都市第二人民医院',
      '上海交通大学医学院附属仁济医院',
    ]);
  }
  for (const [name, city, title] of [
    ['阜外医院', '深圳', '中国医学科学院阜外医院深圳医院'],
    ['中山医院', '厦门', '厦门大学附属中山医院'],
    ['协和医院', '北京', '中国医学科学院北京协和医院'],
    ['同仁医院', '上海', '上海市同仁医院'],
    ['同济医院', '上海', '上海市同济医院'],
  ] as const)
    t.equal(await titleOf((await identify({ name, city }, reader)).id), title, `${name}, ${city}`);
});

t.test(
  'a famous word that stands only in the body of an institute of a specialty settles on nobody',
  async (t) => {
    t.equal((await identify({ name: '协和医院', city: '天津' }, reader)).id, null);
  },
);
