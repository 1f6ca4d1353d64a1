import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { reader, matchOf, close } = await askedOfBundled();
t.teardown(close);

t.test('an English name with another town before it is a hospital there, as in Chinese', async (t) => {
  for (const name of [
    '广州瑞金医院',
    'Guangzhou Ruijin Hospital',
    'Chengdu Ruijin Hospital',
    'Shanghai Fuwai Hospital',
    "Xi'an Tiantan Hospital",
    'Hangzhou West China Hospital',
    'Huashan Plastic Surgery Hospital Guangzhou',
    'Suzhou Union Hospital',
  ])
    t.equal(await matchOf(name), 'lookalike', name);
});

t.test('with the town behind it, it may be a part of the hospital', async (t) => {
  for (const name of [
    '瑞金医院广州',
    'Ruijin Hospital Guangzhou',
    'Ruijin Hospital, Guangzhou',
    'Fuwai Hospital Shanghai',
    "Tiantan Hospital Xi'an",
    'Ruijin Hospital in Guangzhou',
    'Fuwai Hospital of Shanghai',
    'Huashan Hospital Fujian',
    'Union Hospital Suzhou',
    'Huashan Hospital Fudan University Fujian Hospital',
    'Xiangya Hospital, Central South University, Jiangxi Hospital',
  ]) {
    const { match, candidates } = await identify({ name }, reader);
    t.equal(match, 'branch-not-on-record', name);
    t.ok(candidates.length > 0, 'whose part is said');
  }
});

t.test(
  'a hospital on record there that is called by the same word is no imitation, and may be meant',
  async (t) => {
    for (const [name, called] of [
      ['Yunnan Fuwai Hospital', '云南省阜外心血管病医院'],
      ['Kunming Fuwai Hospital', '云南省阜外心血管病医院'],
      ['Henan Fuwai Hospital', '阜外华中心血管病医院'],
      ['Fuwai Hospital Zhengzhou', '阜外华中心血管病医院'],
      ['Qingdao Qilu Hospital', '青岛山大齐鲁医院'],
      ['Qilu Hospital in Qingdao', '青岛山大齐鲁医院'],
    ] as const) {
      const { match, candidates } = await identify({ name }, reader);
      t.equal(match, 'none', name);
      const [first] = candidates;
      t.equal((await reader.dossier(first?.id ?? ''))?.title.zh, called, name);
    }
  },
);

t.test('its own town, and a hospital of that name there, are settled', async (t) => {
  for (const name of [
    'Shanghai Ruijin Hospital',
    'Ruijin Hospital Shanghai',
    'Ruijin Hospital Hainan',
    'Fuwai Hospital Shenzhen',
    'Union Hospital Wuhan',
    'Wuhan Tongji Hospital',
    'Zhongshan Hospital Xiamen',
    'Beijing Hospital',
  ])
    t.equal(await matchOf(name), 'strong', name);
});

t.test('behind its province stands a university that begins with its own town', async (t) => {
  for (const [name, meant] of [
    ['浙江温州医科大学附属第一医院', '温州医科大学附属第一医院'],
    ['江苏徐州医科大学附属医院', '徐州医科大学附属医院'],
    ['广东广州医科大学附属第三医院', '广州医科大学附属第三医院'],
    ['四川成都中医药大学附属医院', '成都中医药大学附属医院'],
    ['陕西西安交通大学第一附属医院', '西安交通大学第一附属医院'],
  ] as const)
    t.equal((await reader.dossier((await identify({ name }, reader)).id ?? ''))?.title.zh, meant, name);
});
