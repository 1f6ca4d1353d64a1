import t, { type Test } from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

/** Holds that a line is answered about this hospital, for this one treatment or mark. */
const isAsked = async (t: Test, name: string, zh: string, ask: string): Promise<void> => {
  const { identity, asked } = await verify(service, { name });
  t.equal(identity.institution?.name.zh, zh, name);
  t.strictSame(
    asked.map((one) => one.ask),
    [ask],
    name,
  );
};

t.test('a hospital and a treatment in one line are answered for that treatment there', async (t) => {
  for (const [name, zh, ask] of [
    ['中信湘雅代孕', '中信湘雅生殖与遗传专科医院', 'surrogacy'],
    ['Peking University Third Hospital surrogacy', '北京大学第三医院', 'surrogacy'],
    ['Ruijin Hospital IVF', '上海交通大学医学院附属瑞金医院', 'art.ivf'],
    ['Ruijin Hospital proton', '上海交通大学医学院附属瑞金医院', 'proton'],
    ['Hebei Yizhou proton', '河北一洲肿瘤医院', 'proton'],
    ['瑞金医院质子', '上海交通大学医学院附属瑞金医院', 'proton'],
    ['surrogacy at Ruijin Hospital', '上海交通大学医学院附属瑞金医院', 'surrogacy'],
    ['华西医院CAR-T', '四川大学华西医院', 'car-t'],
    ['济医附院能做试管婴儿吗，多少钱一次', '济宁医学院附属医院', 'art.ivf'],
    ['我要做试管婴儿，南宁二院可以吗', '南宁市第二人民医院', 'art.ivf'],
    ['贵州医科大学附属医院心脏移植做过多少例', '贵州医科大学附属医院', 'transplant.heart'],
    ['宁波二院的CAR-T治疗是真的吗，一针要120万', '宁波市第二医院', 'car-t'],
    ['瑞金医院\u200f 质子\u200e', '上海交通大学医学院附属瑞金医院', 'proton'],
  ] as const)
    await isAsked(t, name, zh, ask);
});

t.test('a hospital that bears the name of a treatment is asked about by that name', async (t) => {
  const { identity, asked } = await verify(service, { name: 'Shanghai Proton and Heavy Ion Center' });
  t.equal(identity.institution?.name.zh, '上海市质子重离子医院');
  t.strictSame(asked, []);
});

const RUIJIN = '上海交通大学医学院附属瑞金医院';

t.test(
  'words that mean several treatments beside a name lead to the choice, and to the hospital',
  async (t) => {
    for (const [name, zh] of [
      ['Ruijin Hospital stem cells', RUIJIN],
      ['stem cells at Ruijin Hospital', RUIJIN],
      ['Ruijin Hospital egg donation', RUIJIN],
      ['北医三院 试管', '北京大学第三医院'],
      ['华西医院NK细胞', '四川大学华西医院'],
    ] as const) {
      const { outcome, summary, identity } = await verify(service, { name });
      t.match(
        { outcome, summary },
        { outcome: 'unknown', summary: /may mean several treatments: [A-Z][^;]+; / },
        name,
      );
      t.notMatch(summary, /[a-z]\.[a-z]/, `${name}: the treatments by their names, not their codes`);
      t.equal(identity.institution, null);
      t.equal(identity.candidates[0]?.name.zh, zh, name);
    }
  },
);

t.test('a treatment that no list is about is called so beside a name, in both languages', async (t) => {
  for (const name of [
    'Ruijin Hospital chemotherapy',
    'Ruijin Hospital hip replacement',
    '瑞金医院血液透析',
    '瑞金医院化疗',
  ]) {
    const { outcome, summary, identity } = await verify(service, { name });
    t.match(
      { outcome, summary },
      { outcome: 'unknown', summary: /know of no authority’s list of hospitals for/ },
      name,
    );
    t.strictSame(
      identity.candidates.map((one) => one.name.zh),
      [RUIJIN],
      name,
    );
  }
  for (const [name, words] of [
    ['瑞金医院,上海,化疗', '化疗'],
    ['瑞金医院，上海，白内障手术', '白内障手术'],
    ['瑞金医院做个肠镜多少钱', '肠镜'],
    ['瑞金医院做一次核磁要多久', '核磁'],
  ] as const)
    t.match((await verify(service, { name })).identity.why, [
      { code: 'name.beside-unlisted', params: { words } },
    ]);
  const { summary } = await verify(service, { name: '瑞金医院化疗', lang: 'zh' });
  t.match(summary, /未见主管部门公布医院名单/);
});

t.test(
  'a part of a hospital is no treatment, and nobody is found for a name that nobody bears',
  async (t) => {
    for (const name of [
      'Ruijin Hospital Stem Cell Institute',
      'Made-up Nobody Hospital stem cells',
      'Ruijin Hospital Cardiology',
    ]) {
      const { outcome, identity } = await verify(service, { name });
      t.equal(outcome, 'unknown', name);
      t.notOk(
        identity.why.some(({ code }) => code.startsWith('name.beside-')),
        name,
      );
    }
  },
);

t.test('a hospital and a mark or a grade in one line are answered for that mark there', async (t) => {
  const RUIJIN = '上海交通大学医学院附属瑞金医院';
  for (const [name, zh, ask] of [
    ['华山医院 三甲', '复旦大学附属华山医院', 'grade:3A'],
    ['瑞金医院（三甲）', RUIJIN, 'grade:3A'],
    ['三甲 瑞金医院', RUIJIN, 'grade:3A'],
    ['三甲医院瑞金医院', RUIJIN, 'grade:3A'],
    ['三级甲等复旦大学附属华山医院', '复旦大学附属华山医院', 'grade:3A'],
    ['请问三甲医院华山医院怎么样', '复旦大学附属华山医院', 'grade:3A'],
    ['瑞金医院是三甲吗？', RUIJIN, 'grade:3A'],
    ['瑞金医院 JCI认证', RUIJIN, 'jci'],
    ['Ruijin Hospital JCI', RUIJIN, 'jci'],
    ['Ruijin Hospital JCI accredited', RUIJIN, 'jci'],
    ['Is Ruijin Hospital JCI accredited?', RUIJIN, 'jci'],
    ['Huashan Hospital 3A', '复旦大学附属华山医院', 'grade:3A'],
    ['Huashan Hospital ISO 9001', '复旦大学附属华山医院', 'iso-9001'],
    ['邵逸夫医院,杭州,JCI', '浙江大学医学院附属邵逸夫医院', 'jci'],
  ] as const)
    await isAsked(t, name, zh, ask);
  for (const name of [
    'Ruijin Hospital 3',
    'Ruijin Hospital Sydney JCI',
    '瑞金医院悉尼分院 三甲',
    '三甲',
    'JCI hospital',
  ])
    t.equal((await verify(service, { name })).identity.institution, null, name);
});

t.test('a title of state before a name is said to be set aside, where it is none of its names', async (t) => {
  for (const [name, isAside] of [
    ['国家癌症中心 瑞金医院', true],
    ['国家心血管病中心华山医院', true],
    ['国家区域医疗中心首都医科大学附属北京天坛医院', true],
    ['国家癌症中心 中国医学科学院肿瘤医院', false],
    ['瑞金医院', false],
  ] as const) {
    const { outcome, identity, summary } = await verify(service, { name });
    t.equal(outcome, 'limited', name);
    t.equal(
      identity.why.some(({ code }) => code === 'name.title-aside'),
      isAside,
      name,
    );
    t.equal(/was set aside/u.test(summary), isAside, summary);
  }
});

t.test('“of” makes the treatment a part of the house’s name, and it is nobody’s', async (t) => {
  for (const name of [
    ...['Shanghai Ruijin Hospital of IVF', 'Xiangya Hospital of PGT', 'Renji Hospital of IVF'],
    ...[
      'West China Second Hospital of ICSI',
      'Huashan Hospital of proton therapy',
      'Zhongshan Hospital of CAR-T',
    ],
    ...[
      'Drum Tower Hospital of IVF',
      'Ruijin Hospital Center of IVF',
      'Fuwai Hospital of the Heart Transplant',
    ],
    'Peking University Third Hospital of IVF',
  ]) {
    const { outcome, identity } = await verify(service, { name, asOf: '2025-08-01' });
    t.strictSame([outcome, identity.institution], ['unknown', null], name);
  }
  for (const name of ['Ruijin Hospital for IVF', 'IVF of Ruijin Hospital']) {
    const { asked } = await verify(service, { name });
    t.equal(asked[0]?.ask, 'art.ivf', name);
  }
});
