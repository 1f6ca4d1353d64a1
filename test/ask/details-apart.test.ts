import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

t.test('a telephone or the number of an invoice beside a hospital is told, and never repeated', async (t) => {
  for (const [name, zh, ask, number] of [
    ['瑞金医院 13800138000', RUIJIN, undefined, '13800138000'],
    ['郑大一附院 心脏移植 13800138000', '郑州大学第一附属医院', 'transplant.heart', '13800138000'],
    ['Ruijin Hospital proton, phone 021-23271699', RUIJIN, 'proton', '23271699'],
    ['瑞金医院质子，电话：400-820-0000', RUIJIN, 'proton', '820'],
    ['Ruijin Hospital (tel. +86 21 6437 0045)', RUIJIN, undefined, '6437'],
    ['Huashan Hospital, call +971 4 123 4567', '复旦大学附属华山医院', undefined, '4567'],
    ['瑞金医院 +66 2 123 4567', RUIJIN, undefined, '4567'],
    ['Ruijin Hospital (tel 010-12345678)', RUIJIN, undefined, '5678'],
    ['Huashan Hospital claim no. 883201', '复旦大学附属华山医院', undefined, '883201'],
    ['Huashan Hospital, CPT 99213', '复旦大学附属华山医院', undefined, '99213'],
    ['华山医院 保单号：PA-2024-0099', '复旦大学附属华山医院', undefined, '0099'],
    ['北京大学第三医院（北医三院）(8110010)', '北京大学第三医院', undefined, '8110010'],
    ['航天中心医院（8110008）', '航天中心医院', undefined, '8110008'],
  ] as const) {
    const verdict = await verify(service, { name });
    t.equal(verdict.identity.institution?.name.zh, zh, name);
    t.equal(verdict.asked[0]?.ask, ask, name);
    t.match(verdict.summary, /was not compared: call the hospital/u, name);
    t.notMatch(JSON.stringify(verdict), number, name);
  }
});

t.test('a year or a day beside a hospital is told not to be the day that the answer is for', async (t) => {
  for (const [name, zh, ask, words] of [
    ['中山大学附属第一医院 肾移植 2024年', '中山大学附属第一医院', 'transplant.kidney', '2024年'],
    ['河南省肿瘤医院 CAR-T 2025年12月', '河南省肿瘤医院', 'car-t', '2025年12月'],
    [
      'Was Wuhan Union Hospital allowed to do lung transplants in 2023?',
      '华中科技大学同济医学院附属协和医院',
      'transplant.lung',
      '2023',
    ],
    ['Ruijin Hospital proton 3 March 2025', RUIJIN, 'proton', '3 March 2025'],
    ['Ruijin Hospital, 2025-03-01, proton', RUIJIN, 'proton', '2025-03-01'],
    ['Ruijin Hospital proton in March', RUIJIN, 'proton', 'March'],
    ['Can my mother have proton at Ruijin Hospital in early December?', RUIJIN, 'proton', 'early December'],
    ['My mother has a slot at Ruijin Hospital for proton in May', RUIJIN, 'proton', 'May'],
    ['Hospital: Ruijin Hospital; Date: 2035-01-01', RUIJIN, undefined, '2035-01-01'],
    ['瑞金医院质子治疗（2025年）', RUIJIN, 'proton', '2025年'],
  ] as const) {
    const { identity, asked, summary } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, zh, name);
    t.equal(asked[0]?.ask, ask, name);
    t.ok(summary.includes(`“${words}” beside the name`), summary);
  }
  const { identity } = await verify(service, { name: 'Ruijin Hospital 2025', asOf: '2025-06-01' });
  t.ok(
    identity.institution !== null && !identity.why.some(({ code }) => code === 'name.day-aside'),
    'a day that is asked about in its own field needs no word',
  );
});

t.test(
  'a number that is of a name, an address, a sum or an official one is left where it stands',
  async (t) => {
    for (const [name, code] of [
      ['解放军32183部队医院', 'name.legal.equal'],
      ['12100000400777097N', 'number.not-on-record'],
      ['Ruijin Hospital 2000 RMB', 'name.price-asked'],
      ['瑞金医院住院30000元', 'name.price-asked'],
      ['Ruijin Hospital bill 30000 USD', 'name.price-asked'],
      ['Renji Hospital, 2000 Jiangyue Road, Shanghai', 'place.agrees'],
      ['Renji Hospital, No. 2000 Jiangyue Rd., Shanghai', 'place.agrees'],
    ] as const) {
      const { why } = (await verify(service, { name })).identity;
      t.ok(
        why.some((one) => one.code === code),
        `${name}: ${why.map((one) => one.code)}`,
      );
      t.notOk(
        why.some((one) => /^name\.(?:number|day)-aside$/.test(one.code)),
        name,
      );
    }
  },
);

t.test('a line with a heading before each part says what each of them is', async (t) => {
  for (const [name, zh, ask, asOf] of [
    [
      'provider: Sir Run Run Shaw Hospital; city: Hangzhou; service: gamma knife',
      '浙江大学医学院附属邵逸夫医院',
      'conventional-radiotherapy',
      undefined,
    ],
    [
      '医院名称:武汉协和医院;项目:角膜移植;日期:2025/3/1',
      '华中科技大学同济医学院附属协和医院',
      'G04',
      '2025-03-01',
    ],
    ['Hospital: Ruijin Hospital | Treatment: proton', RUIJIN, 'proton', undefined],
    ['医院：协和医院 城市：武汉', '华中科技大学同济医学院附属协和医院', undefined, undefined],
  ] as const) {
    const verdict = await verify(service, { name });
    t.equal(verdict.identity.institution?.name.zh, zh, name);
    t.equal(verdict.asked[0]?.ask, ask, name);
    if (asOf !== undefined) t.match(verdict.summary, asOf, name);
  }
  for (const name of [
    'Hospital: Ruijin Hospital; City: Paris',
    'Partner hospital: Ruijin Hospital',
    '合作医院：瑞金医院',
    '医院：瑞金医院 城市：成都',
    'Hospital: Huashan Hospital; Country: Thailand; Treatment: proton',
    '医院名称:瑞金医院;国家:泰国',
    'Hospital: Ruijin Hospital; Hospital: Huashan Hospital',
    '医院名称:瑞金医院;英文名:Huashan Hospital',
    'Hospital: Ruijin Hospital; Website: www.made-up-agency.example',
    'Hospital: Ruijin Hospital; Licence: 12345',
    'Hospital: Ruijin Hospital; City: Chengdu; City: Shanghai',
  ])
    t.equal((await verify(service, { name })).identity.institution, null, name);
});

t.test('the number that a list puts before its rows is none of a name', async (t) => {
  for (const [name, zh] of [
    ['Row 14: Zhongshan Hosp (Fudan Univ), Xuhui, Shanghai', '复旦大学附属中山医院'],
    ['序号5 南京鼓楼医院', '南京大学医学院附属鼓楼医院'],
    ['第3行：瑞金医院', RUIJIN],
    ['No. 7: Ruijin Hospital', RUIJIN],
  ] as const)
    t.equal((await verify(service, { name })).identity.institution?.name.zh, zh, name);
  for (const name of ['第3医院', 'No. 3 Hospital'])
    t.equal((await verify(service, { name })).identity.institution, null, name);
});

t.test('a number behind 第 is that of a house and no year', async (t) => {
  for (const name of ['编造第2012示例医院', '编造第2024医院'])
    t.notOk(
      (await verify(service, { name })).identity.why.some(({ code }) => code === 'name.day-aside'),
      name,
    );
  t.ok(
    (await verify(service, { name: '瑞金医院 2024' })).identity.why.some(
      ({ code }) => code === 'name.day-aside',
    ),
  );
});

t.test('another name in a bracket that no list gives is told in the first sentence', async (t) => {
  const { identity, summary } = await verify(service, {
    name: '北京市第二医院（北京市西城区老年医院）',
    lang: 'zh',
  });
  t.equal(identity.institution?.name.zh, '北京市第二医院');
  t.match(summary, /未载明“北京市第二医院”又名“北京市西城区老年医院”/u);
});
