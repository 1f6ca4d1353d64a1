import t from 'tap';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { settledOn, close } = await askedOfBundled();
t.teardown(close);

t.test('a whole English name without commas is the one with them', async (t) => {
  for (const [name, whole] of [
    ['Huashan Hospital Fudan University Shanghai China', '复旦大学附属华山医院'],
    ['Zhongshan Hospital Fudan University Shanghai', '复旦大学附属中山医院'],
    ['West China Hospital Sichuan University Chengdu China', '四川大学华西医院'],
    ['Xiangya Hospital Central South University Changsha Hunan China', '中南大学湘雅医院'],
    ['Tongji Hospital Tongji Medical College HUST Wuhan', '华中科技大学同济医学院附属同济医院'],
    [
      'Union Hospital Tongji Medical College Huazhong University of Science and Technology Wuhan China',
      '华中科技大学同济医学院附属协和医院',
    ],
    ['Nanfang hospital southern medical university guangzhou', '南方医科大学南方医院'],
    ['Zhujiang Hospital of Southern Medical University Guangzhou China', '南方医科大学珠江医院'],
    ['Shengjing Hospital China Medical University Shenyang', '中国医科大学附属盛京医院'],
    ['Qilu Hospital Shandong University Jinan China', '山东大学齐鲁医院'],
    [
      'Renji Hospital Shanghai Jiao Tong University School of Medicine Shanghai',
      '上海交通大学医学院附属仁济医院',
    ],
  ] as const)
    t.equal(await settledOn(name), whole, name);
});

t.test('a body or a place that is not the hospital’s speaks against it without a comma too', async (t) => {
  for (const name of [
    'Ruijin Hospital Peking University Shanghai',
    'Ruijin Hospital Sydney University',
    'Ruijin Hospital University of Sydney Australia',
    'Huashan Hospital Zhejiang University Hangzhou China',
    'Huashan Hospital Fudan University Guangzhou China',
    'West China Hospital Sichuan University Bangkok Thailand',
    'Xiangya Hospital Central South University Beijing',
    'Fuwai Hospital Yale University New Haven',
    'Tongji Hospital Tongji University Huazhong University of Science and Technology',
  ])
    t.equal(await settledOn(name), null, name);
});

t.test(
  'words without blanks between them are read with them, where they can be parted in one way',
  async (t) => {
    for (const [name, whole] of [
      ['RuijinHospital', '上海交通大学医学院附属瑞金医院'],
      ['ruijinhospital', '上海交通大学医学院附属瑞金医院'],
      ['PekingUniversity Third Hospital', '北京大学第三医院'],
      ['BeijingTongren Hospital', '首都医科大学附属北京同仁医院'],
      ["SichuanProvincialPeople'sHospital", '四川省医学科学院·四川省人民医院'],
      ['GuangdongProvincialHospitalofTraditionalChineseMedicine', '广东省中医院'],
      ['qiluhospital', '山东大学齐鲁医院'],
      ['ruijin医院', '上海交通大学医学院附属瑞金医院'],
      ['fuwai医院', '中国医学科学院阜外医院'],
    ] as const)
      t.equal(await settledOn(name), whole, name);
    for (const name of [
      'TongjiHospital',
      'xinhuahospital',
      'RuijinHospitalSydney',
      'GuangzhouRuijinHospital',
      'FakeHuashanHospital',
      'HuashanPlasticSurgeryHospital',
      'ruijinskinclinic',
      'notruijinhospital',
      'PekingUniversityEleventhHospital',
      'huashan整形医院',
      'beijing ruijin医院',
      'ruijin诊所',
    ])
      t.equal(await settledOn(name), null, name);
  },
);
