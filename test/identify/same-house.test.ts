import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { reader, settledOn, close } = await askedOfBundled();
t.teardown(close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

t.test('a line that names one hospital in both scripts settles on it', async (t) => {
  for (const [name, title] of [
    ['瑞金医院 Ruijin Hospital', RUIJIN],
    ['Ruijin Hospital 瑞金医院', RUIJIN],
    ['瑞金医院 / Ruijin Hospital', RUIJIN],
    ['Ruijin Hospital (瑞金医院)', RUIJIN],
    ['上海交通大学医学院附属瑞金医院 Ruijin Hospital', RUIJIN],
    ['华西医院 West China Hospital', '四川大学华西医院'],
    ['阜外医院 Fuwai', '中国医学科学院阜外医院'],
    ['北京协和医院 Peking Union Medical College Hospital (PUMCH)', '中国医学科学院北京协和医院'],
    ['复旦大学附属中山医院 Zhongshan Hospital', '复旦大学附属中山医院'],
  ] as const)
    t.equal(await settledOn(name), title, name);
});

t.test('a name in both scripts that several bear is a choice among them', async (t) => {
  for (const name of [
    '中山医院 Zhongshan Hospital',
    'Zhongshan Hospital 中山医院',
    '中山医院（Zhongshan Hospital）',
    '同济医院 Tongji Hospital',
    'Tongji Hospital (同济医院)',
    '新华医院 Xinhua Hospital',
  ]) {
    const { match, candidates } = await identify({ name }, reader);
    t.equal(match, 'ambiguous', name);
    t.ok(candidates.length > 1, `${name}: ${candidates.length}`);
  }
});

t.test('of two hospitals in two scripts, or with a place abroad behind, neither is settled on', async (t) => {
  for (const name of [
    '瑞金医院 Huashan Hospital',
    '华山医院 Ruijin Hospital',
    '瑞金医院 Ruijin Hospital, Sydney',
    '瑞金医院 Sydney',
    '瑞金医院 RJ',
  ])
    t.equal(await settledOn(name), null, name);
});

t.test('a part, a firm or an imitation in one script is not what the other script names', async (t) => {
  for (const name of [
    '瑞金医院悉尼分院 Ruijin Hospital',
    '瑞金医院有限公司 Ruijin Hospital',
    '瑞金医院第二门诊部 Ruijin Hospital',
    'Ruijin Hospital Boston 瑞金医院',
    'West China Hospital Clinic 华西医院',
    'Huashan Hospital Ltd 华山医院',
    '同济医院分院 Tongji Hospital Wuhan',
    'Ruijin Hospital（瑞金医院悉尼分院）',
    '华山医院（Huashan Hospital Clinic）',
    '华山医院（Huashan Hospital Toronto）',
  ])
    t.equal(await settledOn(name), null, name);
  t.equal(await settledOn('协和医院 Peking Union Medical College Hospital'), '中国医学科学院北京协和医院');
  t.equal(await settledOn('PLA General Hospital (301 Hospital)'), '中国人民解放军总医院第一医学中心');
});

t.test('the main house is the hospital itself', async (t) => {
  for (const name of [
    '瑞金医院总院',
    '瑞金医院本部',
    '瑞金医院（总院）',
    'Ruijin Hospital Main Campus',
    'Ruijin Hospital, Main Campus',
    'Ruijin Hospital Headquarters',
  ])
    t.equal(await settledOn(name), RUIJIN, name);
  for (const name of [
    '瑞金医院迪拜总院',
    'Huashan Hospital, Sydney Main Campus',
    'Ruijin Hospital, Main Street',
  ])
    t.equal(await settledOn(name), null, name);
  for (const campus of ['总院', '本部', '本院', 'Main', 'Main Campus', 'Damucang']) {
    const { why } = await identify({ name: '北京协和医院', campus }, reader);
    t.ok(
      why.some(({ code }) => code === 'campus.listed'),
      campus,
    );
  }
  for (const campus of ['Dubai', '通州院区', 'Madeup Campus']) {
    const { why } = await identify({ name: '北京协和医院', campus }, reader);
    t.ok(
      why.some(({ code }) => code === 'campus.unlisted'),
      campus,
    );
  }
});

t.test('departments beside a name are set aside, and nothing else is', async (t) => {
  for (const name of [
    'Heart Center, Fuwai Hospital',
    'Fuwai Hospital, Heart Center',
    'Department of Cardiology, Fuwai Hospital',
  ])
    t.equal(await settledOn(name), '中国医学科学院阜外医院', name);
  for (const name of [
    'Sydney Heart Center, Ruijin Hospital',
    'Heart Center, Ruijin Hospital, Sydney',
    'Heart Center, Zhongshan Hospital',
    'Ruijin Hospital, Group',
    'Chinese Ruijin Hospital',
    'Ruijin Hospital, 5th Avenue',
  ])
    t.equal(await settledOn(name), null, name);
  for (const address of ['5th Avenue', 'Fifth Avenue', '42nd Street'])
    t.equal(await settledOn({ name: 'Ruijin Hospital', address }), null, address);
});
