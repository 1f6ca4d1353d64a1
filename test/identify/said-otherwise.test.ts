import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const title = async (id: string | null): Promise<string | null> =>
  id === null ? null : ((await reader.dossier(id))?.title.zh ?? id);
const says = async (question: Parameters<typeof identify>[0], code: string): Promise<boolean> =>
  (await identify(question, reader)).why.some((one) => one.code === code);

t.test('a word for a hospital in another language settles nobody and is told how to ask', async (t) => {
  for (const name of [
    'Rumah Sakit Huashan',
    'Krankenhaus Ruijin',
    'Hôpital Ruijin',
    'Ruijin Hôpital',
    'Hopital Ruijin',
    'Clinique Jiahui',
    '華山病院',
    '明德病院',
    'Kinderkrankenhaus Ruijin',
    'Tongji-Poliklinik',
  ]) {
    const found = await identify({ name }, reader);
    t.equal(found.match, 'none', name);
    t.ok(
      found.why.some(({ code }) => code === 'name.other-language'),
      name,
    );
  }
  for (const name of ['Krankenhaus Ruijin', 'Ruijin Ziekenhuis']) {
    const { candidates } = await identify({ name }, reader);
    t.equal(await title(candidates[0]?.id ?? null), '上海交通大学医学院附属瑞金医院', `${name}: offered`);
  }
});

t.test('letters that are not read are said, whoever stands in the place that is read there', async (t) => {
  for (const name of ['Фуда Гуанчжоу', 'Военный госпиталь 301'])
    t.ok(await says({ name }, 'name.other-letters'), name);
});

t.test('a letter lost in “Hospital” behind the name is a slip, as another letter would be', async (t) => {
  for (const name of ['Ruijin Hopital', 'Ruijin Hosptial', 'Ruijin Hospitl'])
    t.equal(await title((await identify({ name }, reader)).id), '上海交通大学医学院附属瑞金医院', name);
});

t.test(
  'an illness in a name is no word of another language, and neither is what is on record so',
  async (t) => {
    const names = [
      ['昆明市传染病院', '昆明市第三人民医院'],
      ['Hospital Conde S. Januário', '仁伯爵綜合醫院'],
      ['巴彦淖尔市传染病院', '巴彦淖尔市传染病院'],
    ] as const;
    for (const [name, whole] of names)
      t.equal(await title((await identify({ name }, reader)).id), whole, name);
    for (const name of ['精神病院', '北京肾病院', '大连骨病院', '长春肝病院', '白癜风病院'])
      t.notOk(await says({ name }, 'name.other-language'), name);
  },
);

t.test('letters that are not read are told so, in a name and in a place', async (t) => {
  for (const name of ['Больница Жуйцзинь', 'مستشفى رويجين', 'โรงพยาบาลรุ่ยจิน', '루이진 병원'])
    t.ok(await says({ name }, 'name.other-letters'), name);
  for (const name of ['瑞金医院', 'Ruijin Hospital']) {
    t.ok(await says({ name, city: 'เซี่ยงไฮ้' }, 'place.other-letters'), name);
    t.equal((await identify({ name, city: 'เซี่ยงไฮ้' }, reader)).id, null, name);
  }
  const [here, elsewhere] = [{ city: 'Шанхай' }, { city: 'Пекин' }];
  t.type((await identify({ name: '瑞金医院', ...here }, reader)).id, 'string', 'as Shanghai');
  t.equal((await identify({ name: '瑞金医院', ...elsewhere }, reader)).id, null, 'as Beijing');
});

t.test('what says of itself that it is not a hospital is not that hospital', async (t) => {
  for (const name of ['Fake Huashan Hospital', 'Not Huashan Hospital', '假华山医院', '不是华山医院']) {
    const found = await identify({ name }, reader);
    t.equal(found.match, 'lookalike', name);
    t.ok(
      found.why.some(({ code }) => code === 'name.denied'),
      name,
    );
  }
  t.equal((await identify({ name: 'Fake Zhengzhou Central Hospital' }, reader)).match, 'none');
});

t.test('a line that names several hospitals is to be asked one at a time', async (t) => {
  for (const [name, least] of [
    ['Huashan Hospital and Ruijin Hospital', 2],
    ['Huashan Hospital or Ruijin Hospital', 2],
    ['Huashan Hospital / Ruijin Hospital', 2],
    ['华山医院和瑞金医院', 2],
    ['华山医院、瑞金医院、龙华医院', 3],
    ['协和医院和同济医院', 4],
    ['Huashan Hospital Ruijin Hospital', 2],
    ['West China Hospital Xiangya Hospital', 2],
    ['West China Hospital West China Second Hospital', 2],
    ['Tongji Hospital Union Hospital', 3],
  ] as const) {
    const found = await identify({ name }, reader);
    t.equal(found.match, 'ambiguous', name);
    t.equal(found.why[0]?.code, 'name.names-several', name);
    t.ok(found.candidates.length >= least, name);
  }
  t.equal(await title((await identify({ name: '华山医院 复旦大学附属华山医院' }, reader)).id), null);
  t.notOk(await says({ name: '华山医院 复旦大学附属华山医院' }, 'name.names-several'));
  // A part of a house is called so as well.
  for (const name of [
    'Ruijin Hospital North Hospital',
    'Nanfang Hospital Baiyun Hospital',
    'Fuwai Hospital Shenzhen Hospital',
  ])
    t.notOk(await says({ name }, 'name.names-several'), name);
});

t.test('a doctor or the centre for reproduction behind a hospital leaves the hospital meant', async (t) => {
  for (const [name, whole] of [
    ['Huashan Hospital Dr. Wang', '复旦大学附属华山医院'],
    ['Huashan Hospital Prof. Li Ming', '复旦大学附属华山医院'],
    ['北医三院生殖中心', '北京大学第三医院'],
    ['湘雅医院生殖医学中心', '中南大学湘雅医院'],
    ['华山医院 生殖中心', '复旦大学附属华山医院'],
  ] as const)
    t.equal(await title((await identify({ name }, reader)).id), whole, name);
  t.equal((await identify({ name: 'Ruijin Hospital Prof. Bangkok Thailand' }, reader)).id, null);
});

t.test(
  'English words that are written short are read in full, and a body in a bracket as behind a comma',
  async (t) => {
    for (const [name, whole] of [
      ['Peking Union Med. Coll. Hosp.', '中国医学科学院北京协和医院'],
      ["Guangdong Prov. People's Hosp.", '广东省人民医院'],
      ['First Affil. Hosp., Zhejiang Univ. Sch. of Med.', '浙江大学医学院附属第一医院'],
      ['Cancer Inst. & Hosp., Chinese Acad. Med. Sci.', '中国医学科学院肿瘤医院'],
      ['Anzhen Hosp. (Capital Med Univ)', '首都医科大学附属北京安贞医院'],
      ['Ruijin Hosp., Fudan Univ.', null],
      ['Ruijin Hospital (Fudan University)', null],
    ] as const)
      t.equal(await title((await identify({ name }, reader)).id), whole, name);
  },
);

t.test('a place in a name takes none away that is said beside it', async (t) => {
  for (const [name, city] of [
    ['天津环湖医院', '北京市'],
    ['天津市环湖医院', '北京市'],
    ['四川华西', '北京市'],
    ['协和医院北京', '上海市'],
    ['北京北医三院', '上海市'],
    ['杭州邵逸夫医院', '上海市'],
    ['杭州市一', '北京市'],
  ] as const)
    t.equal((await identify({ name, city }, reader)).id, null, `${name} in ${city}`);
  t.equal(
    await title((await identify({ name: '天津环湖医院', city: '天津市' }, reader)).id),
    '天津市环湖医院',
  );
});
