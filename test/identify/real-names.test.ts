import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const namesOf = async (id: string): Promise<readonly string[]> =>
  (await reader.dossier(id))?.names.map(({ value }) => value) ?? [];

t.test('the ordinary name of a famous hospital finds it', async (t) => {
  const cases: Readonly<Record<string, string>> = {
    'Ruijin Hospital': '上海交通大学医学院附属瑞金医院',
    'Shanghai Ruijin': '上海交通大学医学院附属瑞金医院',
    瑞金医院: '上海交通大学医学院附属瑞金医院',
    'Renji Hospital': '上海交通大学医学院附属仁济医院',
    'Huashan Hospital Fudan': '复旦大学附属华山医院',
    Jiahui: '上海嘉会国际医院',
    'Beijing United Family': '北京和睦家医院',
    华西口腔: '四川大学华西口腔医院',
    天津血研所医院: '中国医学科学院血液病医院',
    '301 Hospital': '中国人民解放军总医院第一医学中心',
    PUMCH: '中国医学科学院北京协和医院',
    北京协和医院: '中国医学科学院北京协和医院',
    浙一: '浙江大学医学院附属第一医院',
    北医三院: '北京大学第三医院',
    'West China Second': '四川大学华西第二医院',
    'Longhua Hospital': '上海中医药大学附属龙华医院',
    'Ruijin Hainan': '上海交通大学医学院附属瑞金医院海南医院',
    'CITIC Xiangya': '中信湘雅生殖与遗传专科医院',
    中信湘雅: '中信湘雅生殖与遗传专科医院',
    台大医院: '台大醫院',
    "Beijing Children's Hospital": '首都医科大学附属北京儿童医院',
    'Macao Union Hospital': '離島醫療綜合體北京協和醫院澳門醫學中心',
    北京广安门医院: '中国中医科学院广安门医院',
    湘雅医学院附属第二医院: '中南大学湘雅二医院',
    'Fudan Eye & ENT': '复旦大学附属眼耳鼻喉科医院',
    "Ruijin's Hainan branch": '上海交通大学医学院附属瑞金医院海南医院',
    'CITIC Xiangya Reproductive and Genetic Specialty Hospital': '中信湘雅生殖与遗传专科医院',
    上海嘉会国际医院: '上海嘉会国际医院',
    曜影: '上海曜影医院',
    龙华医院: '上海中医药大学附属龙华医院',
    岳阳医院: '上海中医药大学附属岳阳中西医结合医院',
    'Yueyang Hospital of Integrated TCM and Western Medicine': '上海中医药大学附属岳阳中西医结合医院',
    复旦大学附属眼耳鼻喉科医院: '复旦大学附属眼耳鼻喉科医院',
  };
  const missed: string[] = [];
  for (const [name, legal] of Object.entries(cases)) {
    const { match, id } = await identify({ name }, reader);
    if (match !== 'strong' || id === null || !(await namesOf(id)).includes(legal))
      missed.push(`${name} → ${match}`);
  }
  t.strictSame(missed, []);
});

t.test(
  'a name of somebody else, or of nobody on record, is never settled on a hospital like it',
  async (t) => {
    const settled: string[] = [];
    for (const question of [
      { name: '北京市东城区朝阳门医院' },
      { name: '北京永定门医院' },
      { name: '宁波三门湾医院' },
      { name: '大连爱尔眼科医院有限公司', province: '辽宁省' },
      { name: '成都东区爱尔眼科医院' },
      { name: '武汉武昌艾格眼科医院' },
      { name: '东莞松山湖东华医院' },
      { name: '包头朝聚眼科医院', province: '内蒙古自治区' },
      { name: '天津市和平区安定医院', province: '天津市' },
      { name: '三门峡市电力医院', province: '河南省' },
      { name: '滨州黄河医院', province: '山东省' },
      { name: '太仆寺旗中蒙医医院', province: '内蒙古自治区' },
      { name: '和田市人民医院' },
      { name: '红河州人民医院' },
      { name: '太原市和平医院', province: '山西省' },
      { name: '长庚医院' },
      { name: '中山医院' },
      { name: 'Zhongshan Hospital' },
      { name: 'Ruijin Hospital Putuo Branch' },
      { name: 'Longhua Hospital Moon Lake Branch' },
      { name: '北京和平门医院' },
      { name: '北京安定门医院' },
      { name: '赤峰朝聚眼科医院', province: '内蒙古自治区' },
      { name: '都江堰爱尔眼科医院' },
      { name: '重庆北碚爱尔眼科医院' },
      { name: '华西天府医院' },
      { name: '天坛医院安徽医院' },
    ]) {
      const { id } = await identify(question, reader);
      if (id !== null) settled.push(`${question.name} → ${(await namesOf(id))[0]}`);
    }
    t.strictSame(settled, []);
  },
);

t.test('a part of a known hospital that no list holds is a branch of it, and no impostor', async (t) => {
  const cases: Readonly<Record<string, string>> = {
    华山医院西院: '复旦大学附属华山医院',
    华山医院虹桥院区: '复旦大学附属华山医院',
    'Ruijin Hospital Putuo Branch': '上海交通大学医学院附属瑞金医院',
    'Zhongshan Hospital Sheshan campus': '复旦大学附属中山医院',
    'Huashan Worldwide Medical Center': '复旦大学附属华山医院',
  };
  const others: string[] = [];
  for (const [name, legal] of Object.entries(cases)) {
    const { match, candidates } = await identify({ name }, reader);
    const [parent] = candidates;
    if (match !== 'branch-not-on-record' || !(await namesOf(parent?.id ?? '')).includes(legal))
      others.push(`${name} → ${match}`);
  }
  t.strictSame(others, []);
});

t.test('a borrowed famous word with another kind, place or sound is a lookalike', async (t) => {
  for (const name of ['北京协和男科医院', '武汉谐和医院', '成都瑞金医院'])
    t.equal((await identify({ name }, reader)).match, 'lookalike', name);
});

t.test('a branch on record is not its parent, a place beside a famous word may be a branch’s', async (t) => {
  for (const name of ['瑞金医院海南分院', '海南瑞金医院', '海南瑞金', 'Ruijin Hospital Hainan Branch']) {
    const { id, candidates } = await identify({ name }, reader);
    const meant = id ?? candidates[0]?.id ?? '';
    t.ok((await namesOf(meant)).includes('上海交通大学医学院附属瑞金医院海南医院'), name);
  }
});

t.test('a mistyped English name says whose it may be, and settles on nobody', async (t) => {
  for (const [name, legal] of [
    ['Huashang Hospital', '复旦大学附属华山医院'],
    ['Ruijing Hospital', '上海交通大学医学院附属瑞金医院'],
  ] as const) {
    const { match, candidates, why } = await identify({ name }, reader);
    t.equal(match, 'none');
    t.ok(why.some(({ code }) => code === 'name.nearest'));
    t.ok((await namesOf(candidates[0]?.id ?? '')).includes(legal), name);
  }
});

t.test(
  'a university in short before its hospital’s word is that hospital, and no branch of it',
  async (t) => {
    for (const [name, legal] of [
      ['首医天坛', '首都医科大学附属北京天坛医院'],
      ['川大华西', '四川大学华西医院'],
    ] as const)
      t.ok((await namesOf((await identify({ name }, reader)).id ?? '')).includes(legal), name);
  },
);

t.test('a clinical college is the hospital of that number of its university', async (t) => {
  for (const [name, legal] of [
    ['郑州大学第一临床医学院', '郑州大学第一附属医院'],
    ['山西医科大学第二临床医学院', '山西医科大学第二医院'],
  ] as const) {
    const { id } = await identify({ name }, reader);
    t.ok((await namesOf(id ?? '')).includes(legal), name);
  }
});
