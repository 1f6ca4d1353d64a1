import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { reader, settledOn, close } = await askedOfBundled();
t.teardown(close);

t.test('a line that names a hospital beside somebody else settles nobody and says so', async (t) => {
  for (const name of [
    'affiliated with West China Hospital',
    'Affiliated to Ruijin Hospital',
    'Affiliated with Peking Union Medical College Hospital',
    'a clinic affiliated with Ruijin Hospital',
    'partner of Ruijin Hospital',
    'agent of Ruijin Hospital',
    'booking agency for Huashan Hospital',
    'Official Partner of Huashan Hospital, Shanghai',
    'Ruijin Hospital partner clinic',
    'Ruijin Hospital style clinic',
    'Huashan-style clinic',
    'experts from Peking Union',
    'Affiliate of Ruijin Hospital, Shanghai Jiao Tong University School of Medicine',
    'Affiliate of Beijing United Family Hospital',
    'Huashan Hospital affiliates',
    'Partner Hospital of Renji Hospital',
    'Clinic in cooperation with Xiangya Hospital',
    'recommended by Fuwai Hospital',
    'Zhongda Clinic, endorsed by Renji Hospital',
    '瑞金医院旁边的诊所',
    '瑞金医院对面',
    '瑞金医院合作医院',
    '瑞金医院同等级的医院',
    '华西医院同级别的医院',
    '与华山医院合作',
    '瑞金医院托管',
    '由华西医院托管',
    '瑞金医院的授权诊所',
    '编造诊所（湘雅医院技术支持）',
    '紧邻阜外医院',
    '某机构称是301医院合作的细胞治疗中心',
    '号称瑞金医院合作单位',
    '自称华西医院专家的人卖药',
    '据说和北医三院有合作的试管中心',
  ]) {
    const { id, match, why, candidates } = await identify({ name }, reader);
    t.equal(id, null, name);
    t.equal(match, 'none', name);
    t.equal(why[0]?.code, 'name.named-beside', name);
    t.not(candidates.length, 0, `${name}: the hospital stands beside`);
  }
});

t.test('a hospital that says whose it is, or has such a word in its name, is itself', async (t) => {
  for (const [name, whole] of [
    ['Zhongshan Hospital affiliated to Fudan University', '复旦大学附属中山医院'],
    ["Suzhou Ninth People's Hospital Affiliated to Nanjing Medical University", '苏州市第九人民医院'],
    ['Huashan Hospital affiliated with Fudan University', '复旦大学附属华山医院'],
    [
      'Ruijin Hospital, affiliated to Shanghai Jiao Tong University School of Medicine',
      '上海交通大学医学院附属瑞金医院',
    ],
  ] as const)
    t.equal(await settledOn(name), whole, name);
  for (const name of ["Shanghai Tenth People's Hospital affiliated to Tongji University", '合作市人民医院']) {
    const { why } = await identify({ name }, reader);
    t.notOk(
      why.some(({ code }) => code === 'name.named-beside'),
      name,
    );
  }
});
