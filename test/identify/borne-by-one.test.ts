import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const meantBy = async (name: string): Promise<string | undefined> =>
  (await reader.dossier((await identify({ name }, reader)).id ?? ''))?.title.zh ?? undefined;
const matches = async (name: string): Promise<string> => (await identify({ name }, reader)).match;

t.test(
  'a university of medicine in short is the one of that place, by any name it had, or nobody',
  async (t) => {
    for (const [name, meant] of [
      ['潍医附院', '山东第二医科大学附属医院'],
      ['泸医附院', '西南医科大学附属医院'],
      ['济医附院', '济宁医学院附属医院'],
      ['齐医附一', '齐齐哈尔医学院附属第一医院'],
      ['川北医附院', '川北医学院附属医院'],
    ] as const)
      t.equal(await meantBy(name), meant, name);
    for (const name of ['赤医附院', '包医一附院']) {
      const { id, candidates } = await identify({ name }, reader);
      t.equal(id, null, name);
      t.same(candidates, [], `${name}: no hospital of another university is offered`);
    }
    for (const name of ['川医附院', '皖医附院', '桂医附院', '赣医附院'])
      t.equal(await meantBy(name), undefined, `${name}: the province's own may be called so too`);
  },
);

t.test('a province without some of its characters is the only one with them, or nobody', async (t) => {
  for (const name of ['江省人民医院', '海省肿瘤医院', '东省人民医院', '山省人民医院', '北省妇幼保健院'])
    t.equal(await meantBy(name), undefined, `${name}: several provinces have the character`);
  t.equal(await meantBy('肃省人民医院'), '甘肃省人民医院');
});

t.test('words that several universities have are none of theirs, whichever is on record', async (t) => {
  for (const name of [
    '南大三院',
    '西医大一院',
    '西医科大学第一附属医院',
    '新医三院',
    '南方附一',
    '理工一院',
    '理工肿瘤医院',
    '科技大学一附院',
    '交大一院',
    '大连附院',
  ])
    t.equal(await meantBy(name), undefined, name);
  t.match(
    (await identify({ name: '理工一院' }, reader)).why,
    [{ code: 'name.open-university' }],
    'and it is said that it is a university’s, which is no word of rank',
  );
  t.equal(await matches('新医一院'), 'ambiguous', '新疆医科大学, 新乡医学院');
  t.equal(
    await matches('山大二院'),
    'ambiguous',
    '山东大学, and 山西医科大学, whose first hospital 山大一院 is',
  );
  t.equal(await meantBy('山大二'), undefined, 'nor without the word for a hospital');
  for (const [name, meant] of [
    ['北医三院', '北京大学第三医院'],
    ['新医大一附院', '新疆医科大学第一附属医院'],
    ['安徽理工一院', '安徽理工大学第一附属医院'],
    ['南大鼓楼医院', '南京大学医学院附属鼓楼医院'],
  ] as const)
    t.equal(await meantBy(name), meant, name);
  const { id } = await identify({ name: '交大二附院', city: '西安市' }, reader);
  t.not(id, null, 'its city says which');
});

t.test(
  'the number of a former university’s hospital is no other town’s under the present name',
  async (t) => {
    for (const name of ['泰山医学院第一附属医院', '泰山医学院附属第一医院', '泰医附一'])
      t.equal(await meantBy(name), undefined, `${name}: it was in 泰安, and the first of today is in Jinan`);
    t.equal(await meantBy('泰山医学院附属第二医院'), '山东第一医科大学第二附属医院');
    t.equal(await meantBy('西安医科大学第二附属医院'), '西安交通大学第二附属医院');
  },
);

t.test('a part, a town or a college in short is a choice where another fits it as well', async (t) => {
  for (const [name, why] of [
    ['中山厦门', '厦门大学附属中山医院'],
    ['南充川北', '川北医学院附属医院'],
    ['988医院', 'its record stands where its part in 焦作 does'],
    ['大连大学附属医院', 'it has two, and one was the college’s'],
  ] as const)
    t.equal(await matches(name), 'ambiguous', `${name}: ${why}`);
  for (const name of [
    '上海同济',
    '成都华西',
    '济南齐鲁',
    '904医院',
    '大连大学医学院附属医院',
    '南通大学附属医院',
  ])
    t.equal(await matches(name), 'strong', name);
  t.equal(await meantBy('协和西院'), undefined, '武汉协和医院 has one too, whoever else prints it');
  const { id } = await identify({ name: '988医院', city: '焦作市' }, reader);
  t.not(id, null, 'its city says which');
});

t.test('of a name that each province has none is offered, and nobody twice', async (t) => {
  for (const name of ['省人民医院', '省中医院', '省立医院'])
    t.same((await identify({ name }, reader)).candidates, [], name);
  t.equal((await identify({ name: '省人民医院', city: '杭州市' }, reader)).match, 'strong');
  const { candidates, why } = await identify({ name: '北大医院' }, reader);
  t.equal(new Set(candidates.map(({ id }) => id)).size, candidates.length);
  t.equal(why[0]?.params.count, candidates.length);
});

t.test('a university apart behind its hospital is read before it', async (t) => {
  for (const [name, meant] of [
    ['东方医院 北京中医药大学', '北京中医药大学东方医院'],
    ['人民医院 武汉大学', '武汉大学人民医院'],
    ['第三医院，北京大学', '北京大学第三医院'],
  ] as const)
    t.equal(await meantBy(name), meant, name);
  t.equal(
    await meantBy('瑞金医院 复旦大学'),
    undefined,
    'under a university that is not its own it is nobody',
  );
});

t.test('the very name in Latin letters comes before our words for another’s', async (t) => {
  t.equal(await meantBy('Shanghai Children’s Hospital'), '上海市儿童医院');
  t.equal(await matches('Suzhou Municipal Hospital'), 'ambiguous', 'two towns are spelled so');
  t.equal(await meantBy('北京儿童医院保定医院'), '首都医科大学附属北京儿童医院保定医院');
});

t.test('the sound of a word that no list prints in Latin letters settles nobody', async (t) => {
  t.equal(await meantBy('Taixin Hospital'), undefined, '泰心, 台心');
  t.equal(await meantBy('泰心医院'), '泰达国际心血管病医院');
  for (const name of ['Shuguang Hospital', 'Tiantan Hospital', 'Xinqiao Hospital'])
    t.equal(await matches(name), 'strong', `${name}: lists have it`);
  const { candidates } = await identify({ name: '红会医院' }, reader);
  t.same(candidates, [], 'nor is who was once called so offered for what each town has');
});

t.test('a part, a quarter or a town behind a famous word is no imitation', async (t) => {
  for (const name of ['同仁南区', '同仁亦庄院区', '阜外西区', '华西广安', '朝阳西院'])
    t.equal(await matches(name), 'branch-not-on-record', name);
  for (const name of ['北京鼓楼中医', '北京市鼓楼中医医院', '同仁亦庄', '铁路总医院 哈尔滨'])
    t.equal(await matches(name), 'none', name);
  for (const [english, chinese] of [
    ['West China Xiamen Hospital', '华西厦门医院'],
    ['Sichuan University West China Xiamen Hospital', '四川大学华西厦门医院'],
    ['Huashan Suzhou Hospital', '华山苏州医院'],
  ] as const)
    t.equal(await matches(english), await matches(chinese), `${english} as ${chinese}`);
  for (const name of [
    'Guangzhou Ruijin Hospital',
    '上海华西医院',
    'Xiamen West China Hospital',
    '昆山协和医院',
  ])
    t.equal(await matches(name), 'lookalike', name);
});
