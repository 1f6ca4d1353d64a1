import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { reason } from '../../schema/reason.ts';
import type { Reason } from '../../schema/verdict.ts';
import { underOwnBodies } from '../../src/identify/beside/own-bodies.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const settled = async (name: string): Promise<string | null> => {
  const { id } = await identify({ name }, reader);
  return id === null ? null : ((await reader.dossier(id))?.title.zh ?? id);
};

t.test(
  'a hospital is meant under a former or another name of its own body, and under several of its bodies',
  async (t) => {
    for (const [name, whole] of [
      ['中国协和医科大学附属北京协和医院', '中国医学科学院北京协和医院'],
      ['中国医学科学院北京协和医学院阜外医院', '中国医学科学院阜外医院'],
      ['北京协和医学院阜外医院', '中国医学科学院阜外医院'],
      ['华中科技大学附属同济医院', '华中科技大学同济医学院附属同济医院'],
      ['华中科技大学附属协和医院', '华中科技大学同济医学院附属协和医院'],
      ['华西临床医学院华西口腔医院', '四川大学华西口腔医院'],
      ['齐鲁医学院齐鲁第二医院', '山东大学齐鲁第二医院'],
    ] as const)
      t.equal(await settled(name), whole, name);
  },
);

t.test('a university in short may be said with its school of medicine, as in full', async (t) => {
  for (const [name, whole] of [
    ['上海交大医学院附属瑞金医院', '上海交通大学医学院附属瑞金医院'],
    ['上海交大医学院仁济医院', '上海交通大学医学院附属仁济医院'],
    ['上海交大医学院附属第九人民医院', '上海交通大学医学院附属第九人民医院'],
    ['浙大医学院附属儿童医院', '浙江大学医学院附属儿童医院'],
    ['西安交大医学院附属第一医院', '西安交通大学第一附属医院'],
    ['北大医学部附属第三医院', '北京大学第三医院'],
  ] as const)
    t.equal(await settled(name), whole, name);
  for (const name of ['西安交大医学院附属瑞金医院', '浙大医学院附属瑞金医院', '交大医学院附属华山医院'])
    t.equal(await settled(name), null, name);
});

t.test('under a body that is not its own it is not', async (t) => {
  for (const name of [
    '四川大学附属同济医院',
    '上海医科大学附属仁济医院',
    '北京大学附属阜外医院',
    '中国协和医科大学附属华西医院',
    '北京协和医学院复旦大学附属华山医院',
    '华中科技大学附属湘雅医院',
  ])
    t.equal(await settled(name), null, name);
});

t.test('a title of state or a grade before a name is no part of it', async (t) => {
  for (const [name, whole] of [
    ['国家心血管病中心 阜外医院', '中国医学科学院阜外医院'],
    ['国家癌症中心/中国医学科学院肿瘤医院', '中国医学科学院肿瘤医院'],
    ['国家区域医疗中心 首都医科大学附属北京天坛医院', '首都医科大学附属北京天坛医院'],
    ['三级甲等四川大学华西口腔医院', '四川大学华西口腔医院'],
    ['国家呼吸医学中心中日友好医院', '中日友好医院'],
    ['上海儿童医学中心（国家儿童医学中心）', '上海交通大学医学院附属上海儿童医学中心'],
    ['重庆医科大学附属儿童医院 国家儿童区域医疗中心', '重庆医科大学附属儿童医院'],
  ] as const)
    t.equal(await settled(name), whole, name);
});

t.test(
  'a hospital of a university in brackets behind a whole name is told, unless it is of another word, work or town',
  async (t) => {
    for (const [name, whole, body] of [
      ['无锡市人民医院（南京医科大学附属无锡人民医院）', '无锡市人民医院', '南京医科大学'],
      ['东莞市人民医院（南方医科大学第十附属医院）', '东莞市人民医院', '南方医科大学'],
      ['佛山市第一人民医院（中山大学附属佛山医院）', '佛山市第一人民医院', '中山大学'],
      ['台州市立医院（台州学院附属市立医院）', '台州市立医院', '台州学院'],
    ] as const) {
      t.equal(await settled(name), whole, name);
      const told = (await identify({ name }, reader)).why.find(({ code }) => code === 'name.body-aside');
      t.equal(told?.params.body, body, name);
    }
    for (const name of [
      '北京协和医院（北京大学附属北京肿瘤康复医院）',
      '无锡市人民医院（南京医科大学附属无锡肿瘤医院）',
      '佛山市第一人民医院（南方医科大学附属广州医院）',
      '深圳市人民医院（复旦大学附属中山医院）',
      '无锡市人民医院（南京医科大学附属无锡人民医院整形分院）',
      '苏州市立医院（南京医科大学附属无锡医院）',
      '泰州市人民医院（南京医科大学附属泰州儿童医院）',
      '深圳市人民医院（复旦大学）',
    ])
      t.equal(await settled(name), null, name);
  },
);

t.test(
  'a second name behind 暨, an institute there and a city before its province are of the hospital',
  async (t) => {
    for (const [name, whole] of [
      ['河北医科大学第四医院暨河北省肿瘤医院', '河北医科大学第四医院'],
      ['天津医科大学肿瘤医院暨天津市肿瘤研究所', '天津市肿瘤医院'],
      ['西安交通大学第一附属医院，西安，陕西', '西安交通大学第一附属医院'],
      ['浙江省人民医院，温州，浙江', null],
      ['深圳市人民医院暨北京大学第三医院', null],
      ['瑞金医院暨瑞金干细胞研究院', null],
      ['瑞金医院暨上海肿瘤研究所', null],
      ['河北医科大学第四医院暨天津市肿瘤研究所', null],
      ['301医院暨再生医学研究院', null],
    ] as const)
      t.equal(await settled(name), whole, name);
  },
);

t.test(
  'of several that the rest of a name could mean, only one that is called so is meant under its body',
  async (t) => {
    const centre = {
      id: '肿瘤',
      names: [{ value: '中山大学肿瘤防治中心' }],
      title: { zh: '中山大学肿瘤防治中心' },
    };
    const under = (why: Reason) =>
      underOwnBodies({
        name: '中山大学孙逸仙纪念医院',
        reader: { dossier: async () => centre },
        ask: async () => ({
          match: 'ambiguous',
          score: 0.03,
          why: [],
          id: null,
          candidates: [{ id: centre.id, score: 0.03, why: [why] }],
        }),
      } as never);
    t.equal(await under(reason('part.core.equal')), null);
    t.equal((await under(reason('name.alias.equal', { name: '孙逸仙纪念医院' })))?.id, centre.id);
  },
);
