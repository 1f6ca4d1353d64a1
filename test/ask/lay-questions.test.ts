import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

t.test('a treatment in the words of a family is asked for, whatever stands around it', async (t) => {
  for (const [name, zh, ask] of [
    ['西安西京医院换心脏排队多久', '中国人民解放军空军军医大学第一附属医院', 'transplant.heart'],
    ['沈阳盛京医院 肺移植 能做不', '中国医科大学附属盛京医院', 'transplant.lung'],
    ['请问成都西囡妇科医院有试管婴儿资质没', '四川锦欣西囡妇女儿童医院', 'art.ivf'],
    ['深圳北大医院试管婴儿许可证号', '北京大学深圳医院', 'art.ivf'],
    [
      "Xi'an Xijing hosptial liver transplant for my uncle (62)",
      '中国人民解放军空军军医大学第一附属医院',
      'transplant.liver',
    ],
    ["Wuxi people's hospital lung transplant Dr Made-up", '无锡市人民医院', 'transplant.lung'],
    [
      'Does Peking Union take foreign patients and is it JCI accredited?',
      '中国医学科学院北京协和医院',
      'jci',
    ],
    ['what licence number does Ruijin Hospital have?', '上海交通大学医学院附属瑞金医院', 'licence'],
  ] as const) {
    const { identity, asked } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, zh, name);
    t.equal(asked[0]?.ask, ask, name);
  }
});

t.test('what stands around an operation that no list is about is left out of its words', async (t) => {
  for (const [line, name, words] of [
    ["can a foreigner with HIV get surgery at Beijing You'an Hospital", "Beijing You'an Hospital", 'surgery'],
    ['Ruijin Hospital, immunotherapy trial', 'Ruijin Hospital', 'immunotherapy trial'],
    ['Ruijin Hospital c-section', 'Ruijin Hospital', 'c-section'],
    ['瑞金医院种牙', '瑞金医院', '种牙'],
    ['天坛医院脑深部电刺激', '天坛医院', '脑深部电刺激'],
  ] as const)
    t.match(
      (await verify(service, { name: line })).identity.why,
      [{ code: 'name.beside-unlisted', params: { name, words } }],
      line,
    );
  for (const [name, words] of [
    ['解放军总医院第五医学中心 干细胞 肝硬化', '干细胞 肝硬化'],
    ['瑞金医院海南医院干细胞收费6万靠谱么', '干细胞'],
  ] as const)
    t.match((await verify(service, { name })).identity.why, [
      { code: 'name.beside-several', params: { words } },
    ]);
});

t.test('a treatment at a part that no list names is asked for at that part', async (t) => {
  for (const [name, ask] of [
    ['浙江省人民医院望江山院区 CAR-T', 'car-t'],
    ['北京北大肿瘤医院（海淀）质子', 'proton'],
  ] as const) {
    const { identity, asked } = await verify(service, { name });
    t.equal(identity.match, 'branch-not-on-record', name);
    t.equal(asked[0]?.ask, ask, name);
    t.not(asked[0]?.result, 'met', name);
  }
});

t.test('a word before the house is of the name, and no other hospital is read without it', async (t) => {
  for (const name of ['Boda Hospital Beijing stem cell for autism', 'Lung Hospital Beijing for asthma']) {
    const { institution, candidates } = (await verify(service, { name })).identity;
    t.equal(institution, null, name);
    t.notOk(
      candidates.some((one) => one.name.zh === '北京医院'),
      name,
    );
  }
  const { why } = (await verify(service, { name: 'Beijing Tongren eye hospital' })).identity;
  t.match(why[1], { code: 'name.nearest', params: { known: 'Beijing Tongren Hospital' } });
});

t.test('stem cells at a hospital that nobody knows are warned of', async (t) => {
  for (const name of [
    'Made-up Medical Center Beijing stem cells for ALS',
    'Tianjin Cancer Hospital Airport campus, CAR-NK',
  ]) {
    const { identity, summary } = await verify(service, { name });
    t.equal(identity.institution, null, name);
    t.match(summary, 'is a warning sign', name);
  }
});

t.test(
  'two hospitals are two where it is asked whether they are one, and one named twice is one',
  async (t) => {
    for (const [name, ...named] of [
      ['北大国际医院和北大医院是不是同一家', '北京大学国际医院'],
      [
        'Kunming Tongren hospital is it related to Beijing Tongren',
        '昆明同仁医院',
        '首都医科大学附属北京同仁医院',
      ],
      ['广州中山附一和北京协和，哪个可以做人工耳蜗', '中山大学附属第一医院', '中国医学科学院北京协和医院'],
    ] as const) {
      const { candidates, why } = (await verify(service, { name })).identity;
      t.match(why, [{ code: 'name.names-several', params: { count: 2 } }], name);
      for (const zh of named)
        t.ok(
          candidates.some((one) => one.name.zh === zh),
          `${name}: ${zh}`,
        );
    }
    for (const name of [
      'PUMCH 北京协和 rare disease clinic',
      'invoice from "Shenzhen Hengsheng Hospital", is it a real hospital',
      '请帮忙确认一下保险单上的医院：上海禾新医院',
      '泰国和武汉同济哪个做试管好',
    ]) {
      const { candidates, why } = (await verify(service, { name })).identity;
      t.not(candidates.length, 0, name);
      t.notOk(
        why.some(({ code }) => code === 'name.names-several'),
        name,
      );
    }
  },
);
