import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { translateName } from '../../src/names/translate/translate-name.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { reader, matchOf, close } = await askedOfBundled();
t.teardown(close);

t.test(
  'work that is said behind the house makes another of a name, though all its words are on record',
  async (t) => {
    for (const name of [
      'Zhejiang Hospital Cancer',
      'Beijing Hospital Cancer',
      'Jiangsu Hospital Cancer',
      'Shanghai Hospital Pulmonary',
      'Beijing Hospital Children',
    ])
      t.not(await matchOf(name), 'strong', name);
    for (const name of ['Zhejiang Cancer Hospital', 'Jiangsu Cancer Hospital', 'Shanghai Pulmonary Hospital'])
      t.equal(await matchOf(name), 'strong', name);
  },
);

t.test('a school of a hospital’s word is not the hospital', async (t) => {
  for (const name of [
    '北京朝阳医学院',
    '北京协和医学院',
    '上海仁济医学院',
    '长沙湘雅医学院',
    '成都华西医学院',
  ])
    t.not(await matchOf(name), 'strong', name);
});

t.test('a science or a journal of a hospital’s word is not the hospital', async (t) => {
  for (const name of [
    '华西医学',
    '北大医学',
    '北京大学医学',
    '北京协和医学',
    '中日友好医学',
    '中日友好医学杂志',
  ])
    t.not(await matchOf(name), 'strong', name);
});

t.test('a medical centre of a hospital is a part that no list holds, unless it is called so', async (t) => {
  for (const name of [
    'Medical Center of Huashan Hospital',
    'Medical Center of Ruijin Hospital',
    'Medical Centre of West China Hospital',
  ])
    t.equal(await matchOf(name), 'branch-not-on-record', name);
  t.equal(await matchOf('Fifth Medical Center of PLA General Hospital'), 'strong');
});

t.test('a hospital of an arm is told by its town or command', async (t) => {
  t.equal(await matchOf('PLA Air Force Hospital'), 'ambiguous');
  t.equal(await matchOf('Guangzhou Air Force Hospital'), 'strong');
  for (const [name, english] of [
    ['广州空军医院', 'Guangzhou Air Force Hospital'],
    ['东部战区空军医院', 'Air Force Hospital, Eastern Theater Command'],
    ['中国人民解放军南部战区空军医院', 'Air Force Hospital, Southern Theater Command'],
    ['青岛海军医院', 'Qingdao Navy Hospital'],
    ['空军总医院', 'PLA Air Force General Hospital'],
  ] as const)
    t.equal(translateName(name), english);
});

t.test('a street that is called after a place is another than the record’s, which is said', async (t) => {
  for (const [name, address] of [
    ['Huashan Hospital 99 Nanjing Road'],
    ['Huashan Hospital, 99 Nanjing Road'],
    ['Fuwai Hospital, 12 Shanghai Street'],
    ['Ruijin Hospital, 5 Beijing West Road'],
    ['Huashan Hospital', '99 Nanjing Road'],
    ['Xiangya Hospital', '8 Guangzhou Avenue'],
    ['Huashan Hospital, 99 Nanjing Road, Shanghai'],
  ] as const) {
    const { match, why } = await identify({ name, address }, reader);
    t.equal(match, 'strong', 'a road of any town speaks for no other one');
    t.equal(why.at(-1)?.code, 'address.differs', `${name} ${address ?? ''}`);
  }
  for (const name of [
    'Ruijin Hospital, 197 Ruijin 2nd Road',
    'Huashan Hospital, 12 Wulumuqi Road',
    'Nanjing Drum Tower Hospital, 321 Zhongshan Road',
  ]) {
    const { match, why } = await identify({ name }, reader);
    t.equal(match, 'strong', name);
    t.notOk(
      why.some(({ code }) => code === 'address.differs'),
      name,
    );
  }
});

t.test(
  'a name that the best known bears besides is asked for where a list registers another under it',
  async (t) => {
    const { match, candidates } = await identify({ name: '广济医院' }, reader);
    t.equal(match, 'ambiguous');
    t.ok(candidates.length >= 3);
  },
);
