import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import { onlyOnRecord, rowOf } from './only-on-record.ts';

const settledOn = async (name: string, ...record: Parameters<typeof onlyOnRecord>): Promise<string | null> =>
  (await identify({ name }, onlyOnRecord(...record))).id;

t.test('a county said in full is the county that the record’s name says in short', async (t) => {
  for (const [asked, here, province, city, district] of [
    ['枣阳市编造慈惠医院', '枣阳编造慈惠医院', '湖北省', '襄阳市', '枣阳市'],
    ['滨海县编造仁慈医院', '滨海编造仁慈医院', '江苏省', '盐城市', '滨海县'],
    ['咸安区编造康泰医院', '咸安编造康泰医院', '湖北省', '咸宁市', '咸安区'],
    ['邛崃编造东华医院', '邛崃市编造东华医院', '四川省', '成都市', '邛崃市'],
    ['仙桃市编造江汉医院', '仙桃编造江汉医院', '湖北省', '仙桃市', null],
    ['宜兴市人民医院', '宜兴人民医院', '江苏省', '无锡市', '宜兴市'],
    ['绍兴市上虞区中医医院', '绍兴市上虞中医医院', '浙江省', '绍兴市', '上虞区'],
  ] as const)
    t.equal(await settledOn(asked, here, province, city, district ?? undefined), here, asked);
});

t.test('a county in full is none where the hospital stands in another, or at another level', async (t) => {
  for (const [asked, here, province, city, district] of [
    ['谷城县编造慈惠医院', '枣阳编造慈惠医院', '湖北省', '襄阳市', '枣阳市'],
    ['吉安县编造仁慈医院', '吉安编造仁慈医院', '江西省', '吉安市', '吉州区'],
    ['宜兴市和人民医院', '宜兴人民医院', '江苏省', '无锡市', '宜兴市'],
    ['江阴市人民医院', '宜兴人民医院', '江苏省', '无锡市', '宜兴市'],
  ] as const)
    t.equal(await settledOn(asked, here, province, city, district), null, asked);
});

t.test('two names that a list printed as one are two, also where the second is a university’s', async (t) => {
  const here = '瑞安市人民医院温州医学院附属第三医院';
  for (const asked of ['温州医科大学附属第三医院', '温州医学院附属第三医院', '瑞安市人民医院'])
    t.equal(await settledOn(asked, here, '浙江省', '温州市', '瑞安市'), here, asked);
  t.not(await settledOn('温州医科大学附属第二医院', here, '浙江省', '温州市', '瑞安市'), here);
});

t.test('a short word is enough where its university or its town is said too', async (t) => {
  const here = '首都医科大学附属北京潞河医院';
  const luhe = [here, '北京市', '北京市', '通州区'] as const;
  for (const asked of [
    'Beijing Luhe Hospital Affiliated to Capital Medical University',
    'Luhe Hospital of Capital Medical University',
  ])
    t.equal(await settledOn(asked, ...luhe), here, asked);
  for (const asked of [
    'Luhe Hospital',
    'Lihe Hospital of Capital Medical University',
    'Luhe Hospital of Peking University',
  ])
    t.equal(await settledOn(asked, ...luhe), null, asked);
});

t.test('a university means the school of it that another name of the hospital states', async (t) => {
  const rows = ['杭州市第一人民医院', '西湖大学医学院附属杭州市第一人民医院'].map((value) => ({
    ...rowOf(value, '浙江省', '杭州市'),
    institution: 'hangzhou',
  }));
  const first = memoryReader(rows);
  for (const name of [
    '西湖大学附属杭州市第一人民医院',
    "Affiliated Hangzhou First People's Hospital, Westlake University",
  ])
    t.equal((await identify({ name }, first)).id, 'hangzhou', name);
  for (const name of ['浙江大学附属杭州市第一人民医院', '西湖医科大学附属杭州市第一人民医院'])
    t.equal((await identify({ name }, first)).id, null, name);
});

t.test('words that English translates are those of the Chinese name', async (t) => {
  for (const [asked, here, province, city] of [
    ['Gansu Heavy Ion Hospital', '甘肃重离子医院', '甘肃省', '武威市'],
    ['West China Airport Hospital', '华西空港医院', '四川省', '成都市'],
    ["Beijing New Century Children's Hospital", '北京新世纪儿童医院', '北京市', '北京市'],
    ['Guangdong Gastrointestinal and Anal Hospital', '广东省胃肠肛门医院', '广东省', '广州市'],
  ] as const)
    t.equal(await settledOn(asked, here, province, city), here, asked);
});
