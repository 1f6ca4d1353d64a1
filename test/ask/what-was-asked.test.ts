import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

/** Who is meant: a full Chinese name; `none` where nobody may be settled on; a list where any of these may be named. */
type Case = readonly [
  asked: string,
  about: Readonly<Record<string, string>>,
  meant: string | null,
  outcome: string,
];

/** The institutions, treatments and claims that Licet was founded to check, in the words of those who asked. */
const cases: readonly Case[] = [
  ['Ruijin Hospital', { service: 'car-t.eque-cel' }, '上海交通大学医学院附属瑞金医院', 'unknown'],
  ['Ruijin Hospital', { service: 'G01' }, '上海交通大学医学院附属瑞金医院', 'unknown'],
  [
    '瑞金海南医院',
    { service: 'lecheng.special-import' },
    '上海交通大学医学院附属瑞金医院海南医院',
    'unknown',
  ],
  ['Shanghai SinoUnited Hospital', { service: 'car-t' }, '上海曜影医院', 'unknown'],
  ['Beijing United Family Hospital', { claim: 'jci' }, '北京和睦家医院', 'unknown'],
  ['Shanghai Jiahui International Hospital', { claim: 'jci' }, '上海嘉会国际医院', 'unknown'],
  ['Shanghai Proton and Heavy Ion Hospital', { service: 'proton' }, '上海市质子重离子医院', 'unknown'],
  ['Shanghai Proton and Heavy Ion Center', { service: 'carbon-ion' }, '上海市质子重离子医院', 'unknown'],
  ['Peking Union Medical College Hospital', {}, '中国医学科学院北京协和医院', 'limited'],
  ['Guangdong Provincial Hospital of Traditional Chinese Medicine', {}, '广东省中医院', 'limited'],
  ['Peking University Third Hospital', { service: 'art.pgt' }, '北京大学第三医院', 'unknown'],
  ['北医三院', { service: 'art.pgt', asOf: '2025-09-01' }, '北京大学第三医院', 'limited'],
  [
    'Reproductive & Genetic Hospital of CITIC-Xiangya',
    { service: 'art.pgt' },
    '中信湘雅生殖与遗传专科医院',
    'unknown',
  ],
  ['Longhua Hospital', {}, '上海中医药大学附属龙华医院', 'limited'],
  ['Renji Hospital', { service: 'transplant.liver' }, '上海交通大学医学院附属仁济医院', 'unknown'],
  ['Huashan Hospital', { claim: 'pilot:shanghai-imt-public' }, '复旦大学附属华山医院', 'unknown'],
  ['Huashan Hospital', { claim: 'iso-9001' }, '复旦大学附属华山医院', 'unknown'],
  ['Ruijin Hospital', { claim: 'imta' }, '上海交通大学医学院附属瑞金医院', 'unknown'],
  ['Ruijin Hospital', { claim: 'fda' }, '上海交通大学医学院附属瑞金医院', 'unknown'],
  ['Ruijin Hospital', { service: 'surgical-robot' }, '上海交通大学医学院附属瑞金医院', 'unknown'],
  ['Ruijin Hospital', { service: 'order818.research' }, '上海交通大学医学院附属瑞金医院', 'unknown'],
  ['Ruijin Hospital', { service: 'surrogacy' }, '上海交通大学医学院附属瑞金医院', 'refuted'],
  // A part, a chain or a company is none of the hospitals on record, and no answer may be about another.
  ['Worldwide Medical Center at Huashan Hospital', { claim: 'pilot:shanghai-imt-public' }, null, 'unknown'],
  ['Zhongshan Hospital, Sheshan campus of its Health Management Center', {}, null, 'unknown'],
  ['Yunnan Baiyao Group', {}, null, 'unknown'],
  ['爱康国宾', { service: 'pet-mr' }, null, 'unknown'],
  ['美年大健康', {}, null, 'unknown'],
  [
    'Shanghai New Hongqiao International Medical Center',
    { claim: 'pilot:health-tourism-base' },
    null,
    'unknown',
  ],
];

for (const [name, about, meant, outcome] of cases)
  t.test(
    `${name}${Object.values(about)
      .map((one) => `, ${one}`)
      .join('')}`,
    async (t) => {
      const verdict = await verify(service, { name, ...about });
      t.equal(verdict.identity.institution?.name.zh ?? null, meant);
      t.equal(verdict.outcome, outcome);
      const [first] = verdict.asked;
      if (outcome === 'unknown' && meant !== null) {
        t.ok((first?.sentence ?? verdict.licence.sentence) !== '', 'why it is not known');
        t.ok((first?.next ?? verdict.licence.next) !== null, 'and what to do next');
      }
    },
  );

t.test('each hospital of that list is found by the words used there', async (t) => {
  for (const [name, meant] of [
    ['Shanghai Jiayi International Hospital', '上海嘉会国际医院'],
    ['Fudan University Eye, Ear, Nose and Throat Hospital', '复旦大学附属眼耳鼻喉科医院'],
    ['Ruijin Hospital Hainan Branch', '上海交通大学医学院附属瑞金医院海南医院'],
    ['Yueyang Hospital', '上海中医药大学附属岳阳中西医结合医院'],
    ['武警总医院', '中国人民解放军总医院第三医学中心'],
    ['北京燕达陆道培', '河北燕达陆道培医院'],
  ] as const) {
    const { identity } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, meant, name);
  }
});

t.test('a bare name of several well-known hospitals, or of a group with two, is a choice', async (t) => {
  for (const name of ['Tongji Hospital', '同济医院', 'SinoUnited Health'])
    t.equal((await verify(service, { name })).identity.match, 'ambiguous', name);
});

t.test(
  'an area, a chain and a company are told to be what they are, and nobody in them is picked out',
  async (t) => {
    for (const [name, is] of [
      ['Shanghai New Hongqiao International Medical Center', 'area'],
      ['Boao Lecheng International Medical Tourism Pilot Zone', 'area'],
      ['Boao Lecheng', 'area'],
      ['博鳌乐城', 'area'],
      ['爱康国宾', 'chain'],
      ['爱康国宾 北京', 'chain'],
      ['美年大健康上海', 'chain'],
      ['Meiyuan Health', 'chain'],
      ['iKang Beijing', 'chain'],
      ['United Family Healthcare', 'chain'],
      ['Yunnan Baiyao Group', 'company'],
    ] as const) {
      const { identity, outcome, summary } = await verify(service, { name });
      t.match({ outcome, match: identity.match }, { outcome: 'unknown', match: 'none' }, name);
      t.ok(
        identity.why.some(({ code }) => code === `name.is-${is}`),
        name,
      );
      t.match(summary, is === 'company' ? /no hospital/ : /licence of its own/, name);
    }
    const houses = (await verify(service, { name: 'United Family Healthcare' })).identity.candidates;
    t.ok(
      houses.length > 2 && houses.every(({ name: { zh } }) => zh?.includes('和睦家')),
      'the houses on record',
    );
    for (const [name, zh] of [
      ['博鳌超级医院', '海南博鳌超级医院有限公司'],
      ['博鳌乐城和睦家医疗中心', '博鳌乐城和睦家医疗中心'],
      ['Shanghai iKang Evergreen Medical International', null],
    ] as const)
      t.equal((await verify(service, { name })).identity.institution?.name.zh, zh, `${name} is a house`);
  },
);

t.test('a genuine hospital of that list is never called an impostor', async (t) => {
  for (const name of [
    'CITIC Xiangya Reproductive and Genetic Specialty Hospital',
    'Yueyang Hospital of Integrated TCM and Western Medicine',
    'Fudan University Eye, Ear, Nose and Throat Hospital',
    'Huashan Worldwide Medical Center',
    'Shanghai Jiayi International Hospital',
  ])
    t.not((await verify(service, { name })).identity.match, 'lookalike', name);
});

t.test('an advertisement is read for whom it names, with or without the word for a hospital', async (t) => {
  for (const [text, meant] of [
    ['IVF at CITIC Xiangya for 20,000 USD', '中信湘雅生殖与遗传专科医院'],
    ['Proton therapy at Shanghai Proton and Heavy Ion Center; JCI', '上海市质子重离子医院'],
    ['Sun Yat-sen University Cancer Center, CITIC Xiangya', '中山大学肿瘤防治中心'],
    ['CITIC Xiangya and Madeup Hospital', '中信湘雅生殖与遗传专科医院'],
  ] as const) {
    const asked = { method: 'POST', url: '/v1/claims/check', payload: { text } } as const;
    const { named } = (await service.app.inject(asked)).json();
    t.match(named[0], { identity: { institution: { name: { zh: meant } } } }, text);
  }
});

t.test('a genuine hospital is never said not to be itself', async (t) => {
  const { identity } = await verify(service, { name: '华西口腔医院' });
  t.equal(identity.institution?.name.zh, '四川大学华西口腔医院');
  t.notOk(identity.why.some(({ code }) => code === 'name.not-the-famous-one'));
});

t.test('a name that is known in another place, or under another website, is said to be known', async (t) => {
  const elsewhere = await verify(service, { name: 'Ruijin Hospital', city: 'Beijing' });
  t.equal(elsewhere.identity.institution, null);
  t.match(elsewhere.summary, /Ruijin Hospital.* is on record, but .* does not fit/);
  const site = await verify(service, { name: '瑞金医院', website: 'https://ruijin-intl.example' });
  t.match(site.summary, /is on record, but .*ruijin-intl\.example is not the one on record/);
});

t.test('a famous word after another town, or before a clinic, is no choice among the famous', async (t) => {
  for (const name of [
    '昆山协和医院',
    '义乌协和医院',
    '浦东协和医院',
    '江阴同济医院',
    'Kunshan Xiehe Hospital',
    'Suzhou Union Hospital',
    '苏州协和医院',
    '上海华山医美门诊部',
    'Shanghai Huashan Clinic',
  ]) {
    const { identity, outcome } = await verify(service, { name });
    t.equal(identity.match, 'lookalike', name);
    t.equal(outcome, 'unknown');
  }
  const open = await verify(service, { name: '协和医院' });
  t.equal(open.identity.match, 'ambiguous', 'without a town it may be one of them');
  const district = await verify(service, { name: '武昌协和医院' });
  t.match(district.identity, {
    match: 'none',
    candidates: [{ name: { zh: /武汉协和|华中科技大学.*协和/ } }],
  });
});
