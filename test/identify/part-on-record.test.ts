import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { reader, matchOf, settledOn, close } = await askedOfBundled();
t.teardown(close);

t.test(
  'a part of a hospital that is on record by itself is offered, and never said not to be there',
  async (t) => {
    for (const [name, part] of [
      ['Huashan Hospital North Branch', '复旦大学附属华山医院北院'],
      ['仁济南院', '上海交通大学医学院附属仁济医院南院'],
      // Whose second name says so.
      ['浙大二院（滨江）', '杭州市滨江医院'],
      ['Renji Hospital South Campus', '上海交通大学医学院附属仁济医院南院'],
      ['Ruijin Hospital Luwan Branch', '上海交通大学医学院附属瑞金医院卢湾分院'],
      ['Ruijin Hospital North Branch', '上海交通大学医学院附属瑞金医院北院'],
      ['Zhongshan Hospital Xiamen Branch', '复旦大学附属中山医院厦门医院'],
    ] as const) {
      const { match, candidates } = await identify({ name }, reader);
      t.equal(match, 'none', name);
      t.equal((await reader.dossier(candidates[0]?.id ?? ''))?.title.zh, part, name);
    }
    t.equal(await settledOn('华山医院北院'), '复旦大学附属华山医院北院');
  },
);

t.test(
  'a part that nobody lists, or that is another hospital’s, stays one of which nothing is known',
  async (t) => {
    for (const name of [
      'Ruijin Hospital West Campus',
      'Huashan Hospital Luwan Branch',
      'Fuwai Hospital South Campus',
      '瑞金医院编造院区',
      '协和医院东院',
      'Shanghai C-MER Eye Hospital, Pudong Branch',
    ])
      t.equal(await matchOf(name), 'branch-not-on-record', name);
  },
);

t.test('names that the registry itself shows in English settle on whom they are shown for', async (t) => {
  for (const [name, whole] of [
    ['Boao Super Hospital', '海南博鳌超级医院有限公司'],
    ['Ciming Boao International Hospital', '慈铭博鳌国际医院'],
    ['Shulan (Boao) Hospital', '树兰（博鳌）医院'],
    ['Reproductive and Genetic Hospital of CITIC-Xiangya', '中信湘雅生殖与遗传专科医院'],
    ['Shuyang Tongji Hospital', '沭阳同济医院'],
    ['Fuling Union Hospital', '涪陵协和医院'],
    ["Zhao'an Tongji Hospital", '诏安同济医院'],
  ] as const)
    t.equal(await settledOn(name), whole, name);
});

t.test('general words and a side are no known hospital’s part', async (t) => {
  for (const name of ['红会南院', '红会北院', '人民西院']) t.equal(await matchOf(name), 'none', name);
});

t.test(
  'a branch behind the university is a part of the hospital, and no word of the university',
  async (t) => {
    for (const name of [
      'West China Second University Hospital, Sichuan University Moon Lake Branch',
      'Peking University Third Hospital, Peking University East Branch',
      'Renji Hospital, Shanghai Jiao Tong University South Branch',
    ])
      t.equal((await identify({ name }, reader)).match, 'branch-not-on-record', name);
    const listed = await identify({ name: 'Zhongshan Hospital, Fudan University Qingpu Branch' }, reader);
    t.equal(listed.match, 'strong');
  },
);
