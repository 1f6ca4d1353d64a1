import t from 'tap';
import { departmentApart } from '../../src/identify/beside/department-apart.ts';
import { withoutAsking } from '../../src/identify/beside/taken-apart.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { reader, settledOn, close } = await askedOfBundled();
t.teardown(close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const HUASHAN = '复旦大学附属华山医院';

t.test('whoever asks about a hospital in a sentence gets the hospital', async (t) => {
  for (const [name, title] of [
    ['瑞金医院怎么样', RUIJIN],
    ['请问瑞金医院正规吗？', RUIJIN],
    ['华山医院靠谱吗', HUASHAN],
    ['瑞金医院的地址', RUIJIN],
    ['瑞金医院官网', RUIJIN],
    ['上海瑞金医院预约挂号电话', RUIJIN],
    ['Is Ruijin Hospital safe?', RUIJIN],
    ['Is Ruijin Hospital in Shanghai a good hospital?', RUIJIN],
    ['Can I trust Huashan Hospital', HUASHAN],
    ['Ruijin Hospital reviews', RUIJIN],
    ['Huashan Hospital official website', HUASHAN],
    ['What about Ruijin Hospital?', RUIJIN],
  ] as const)
    t.equal(await settledOn(name), title, name);
});

t.test('a department behind a hospital in Latin letters is the hospital', async (t) => {
  for (const [name, title] of [
    ['Huashan Hospital neurosurgery', HUASHAN],
    ['Huashan Hospital Department of Neurosurgery', HUASHAN],
    ['Ruijin Hospital Hematology Department', RUIJIN],
    ['West China Hospital Department of Cardiology', '四川大学华西医院'],
    ['Fuwai Hospital Department of Cardiac Surgery', '中国医学科学院阜外医院'],
    ['Renmin Hospital of Wuhan University oncology department', '武汉大学人民医院'],
    ['Renmin Hospital of Wuhan University International Department', '武汉大学人民医院'],
    ['Cancer Hospital Chinese Academy of Medical Sciences oncology department', '中国医学科学院肿瘤医院'],
    ['Shanghai Proton and Heavy Ion Center oncology department', '上海市质子重离子医院'],
  ] as const)
    t.equal(await settledOn(name), title, name);
});

t.test('words that are asked about no house, or may be of a name, change nobody', async (t) => {
  for (const name of [
    '怎么样',
    'Is it safe?',
    '正规吗',
    'official website',
    'West China Hospital Stomatology',
    'Zhejiang Hospital Cancer',
    'Is Ruijin Hospital Sydney safe?',
    '瑞金医院悉尼分院怎么样',
    'Ruijin Clinic reviews',
    'Ruijin Hospital 3',
    'Ruijin Hospital A',
    'Ruijin Hospital, B',
    'Ruijin Hospital (A)',
    'Huashan Hospital - D',
    'Huashan Hospital I',
    'Huashan Hospital, V',
    'Huashan Hospital II',
    'West China Hospital 4',
  ])
    t.equal(await settledOn(name), null, name);
});

t.test('no name on record holds words that only ask, or loses a department', async (t) => {
  const changed: string[] = [];
  let names = 0;
  for await (const { value } of reader.names()) {
    names += 1;
    if (departmentApart(withoutAsking(value)) !== value) changed.push(value);
  }
  t.ok(names > 10_000, `${names} names`);
  t.strictSame(changed, []);
});
