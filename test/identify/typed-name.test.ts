import t, { type Test } from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null | undefined) => (await reader.dossier(id ?? ''))?.title.zh;

t.test(
  'a name on record in another place than was stated is told to be there, and is never a lookalike',
  async (t) => {
    for (const [name, city, chinese] of [
      ['West China Hospital', 'Beijing', '四川大学华西医院'],
      ['华西医院', '北京', '四川大学华西医院'],
      ['Peking University Third Hospital', 'Shanghai', '北京大学第三医院'],
      ["Guangdong Provincial People's Hospital", 'Shenzhen', '广东省人民医院'],
      ['浙大二院', '宁波', '浙江大学医学院附属第二医院'],
    ] as const) {
      const found = await identify({ name, city }, reader);
      t.equal(found.match, 'none', name);
      t.equal(await titleOf(found.candidates[0]?.id), chinese, name);
      t.strictSame(
        found.why.map(({ code }) => code),
        ['place.elsewhere', 'place.differs'],
        name,
      );
    }
    const several = await identify({ name: '协和医院', city: '上海' }, reader);
    t.equal(several.match, 'none');
    t.ok(several.candidates.length >= 3, 'all who bear it elsewhere can be chosen from');
  },
);

t.test(
  'nobody is settled on in a place that is none of China’s, or in two that do not fit together',
  async (t) => {
    for (const [place, why] of [
      [{ city: 'Atlantis' }, 'place.not-understood'],
      [{ city: 'Paris' }, 'place.not-understood'],
      [{ province: 'Bavaria' }, 'place.not-understood'],
      [{ city: 'Guangzhou', province: 'Sichuan' }, 'place.apart'],
    ] as const) {
      const found = await identify({ name: 'West China Hospital', ...place }, reader);
      t.match({ match: found.match, id: found.id }, { match: 'none', id: null }, JSON.stringify(place));
      t.equal(found.why[0]?.code, why);
      t.equal(
        await titleOf(found.candidates[0]?.id ?? null),
        '四川大学华西医院',
        'it is offered all the same',
      );
    }
  },
);

t.test('a place is read as people write it: districts, several words, a slip of the keyboard', async (t) => {
  for (const [name, city, title] of [
    ['West China Hospital', 'Chengdu, Sichuan', '四川大学华西医院'],
    ['West China Hospital', 'Wuhou District, Chengdu', '四川大学华西医院'],
    ['West China Hospital', 'Chegndu', '四川大学华西医院'],
    ['West China Hospital', 'China', '四川大学华西医院'],
    ['West China Hospital', 'n/a', '四川大学华西医院'],
    ['华西医院', '四川成都', '四川大学华西医院'],
    ['Peking University Third Hospital', 'Haidian', '北京大学第三医院'],
    ['北京朝阳医院', '北京朝阳', '首都医科大学附属北京朝阳医院'],
    ['First Affiliated Hospital of Soochow University', 'Suzhou', '苏州大学附属第一医院'],
  ] as const) {
    const { id } = await identify({ name, city }, reader);
    t.equal(await titleOf(id), title, `${name}, ${city}`);
  }
  const mistyped = await identify({ name: 'West China Hospital', city: 'Chegndu' }, reader);
  t.ok(
    mistyped.why.some(({ code }) => code === 'place.mistyped'),
    'a slip is said to have been read as a place',
  );
  for (const asked of [
    { name: '中山医院', city: '中山市' },
    { name: '朝阳医院', city: '朝阳市' },
    { name: '妇幼保健院', city: 'Fuzhou' },
    { name: '中医院', city: 'Taizhou' },
  ])
    t.equal((await identify(asked, reader)).id, null, `${asked.name}, ${asked.city}`);
  const elsewhere = await identify({ name: 'West China Hospital', city: 'Bejing' }, reader);
  t.equal(elsewhere.id, null, 'and is taken at its word');
});

t.test('a bracket that says the same again is set aside, and one that may name a part is not', async (t) => {
  for (const [name, chinese] of [
    ['PLA General Hospital (301 Hospital)', '中国人民解放军总医院第一医学中心'],
    ['PUMCH (Peking Union Medical College Hospital)', '中国医学科学院北京协和医院'],
    ['复旦大学附属华山医院(上海)', '复旦大学附属华山医院'],
  ] as const) {
    const { id } = await identify({ name }, reader);
    t.equal(await titleOf(id), chinese, name);
  }
  for (const name of ['Huashan Hospital (Pudong)', '华山医院（北京）'])
    t.equal((await identify({ name }, reader)).match, 'branch-not-on-record', name);
});

/** Nobody is settled on by this name, and the one who is perhaps meant is named. */
const suggestsOnly = async (t: Test, name: string, chinese: string): Promise<void> => {
  const found = await identify({ name }, reader);
  t.equal(found.match, 'none', name);
  t.equal(await titleOf(found.candidates[0]?.id), chinese, name);
  t.ok(
    found.why.some(({ code }) => code === 'name.nearest'),
    name,
  );
};

t.test('a misspelt city before a famous word is no branch', async (t) => {
  for (const [name, chinese] of [
    ['Bejing Union Hospital', '中国医学科学院北京协和医院'],
    ['Beijng Tiantan Hospital', '首都医科大学附属北京天坛医院'],
    ['Shanghia Huashan Hospital', '复旦大学附属华山医院'],
  ] as const) {
    await suggestsOnly(t, name, chinese);
  }
});

t.test('words that no rule can take apart are not general words', async (t) => {
  const known = await identify({ name: 'Shanghai Ji Ai Genetics & IVF Institute' }, reader);
  t.equal(known.match, 'strong', 'a name that a list states');
  const unknown = await identify({ name: 'Madeup Institute of Hematology' }, reader);
  t.notOk(unknown.why.some(({ code }) => code === 'name.generic-only'));
});

t.test('a name that is a place and nothing else names nobody', async (t) => {
  for (const name of [
    'Beijing',
    'Peking',
    '北京',
    '上海市',
    'Shanghai, China',
    '四川省',
    'hospital in Wuhan',
    'hospitals near Shanghai',
    'Hangzhou hospitals',
    '成都的医院',
    '朝阳区',
  ]) {
    const { match, candidates, why } = await identify({ name }, reader);
    t.same([match, candidates.length, why[0]?.code], ['none', 0, 'name.place-only'], name);
  }
  for (const name of ['朝阳', 'Zhongshan'])
    t.not((await identify({ name }, reader)).match, 'strong', `${name} is also what hospitals are called`);
  for (const name of ['Beijing Hospital', '北京医院', 'Tianjin Hospital', '朝阳医院'])
    t.equal((await identify({ name }, reader)).match, 'strong', name);
  for (const [name, chinese] of [
    ['Tianjin Hospital in Tianjin', '天津市天津医院'],
    ['Tianjin Hospital at Tianjin, China', '天津市天津医院'],
    ['Beijing Hospital in Beijing', '北京医院'],
    ['Ruijin Hospital in Shanghai', '上海交通大学医学院附属瑞金医院'],
  ] as const)
    t.equal(await titleOf((await identify({ name }, reader)).id), chinese, name);
  for (const name of ['Wuhan hospital in Wuhan', 'a hospital in Beijing', 'Suzhou hospital in Suzhou'])
    t.equal((await identify({ name }, reader)).id, null, `${name} names nobody`);
});

t.test(
  'a misspelt place or number is read right once nobody is like the name, and settles nothing',
  async (t) => {
    for (const [name, chinese] of [
      ['Gaungdong Provincial Hospital', '广东省人民医院'],
      ['Heibei Yanda Hospital', '河北燕达医院'],
      ['Zhejaing Cancer Hospital', '浙江省肿瘤医院'],
      ["Nanjign Children's Hospital", '南京市儿童医院'],
      ['Frist Affiliated Hospital of Zhengzhou University', '郑州大学第一附属医院'],
      ['Ruijni Hospital', '上海交通大学医学院附属瑞金医院'],
    ] as const) {
      await suggestsOnly(t, name, chinese);
    }
  },
);

t.test('general words with their city offer those there, and do not ask for the city again', async (t) => {
  for (const [name, city] of [
    ['First Affiliated Hospital', 'Zhengzhou'],
    ['第一附属医院', '郑州'],
    ["Children's Hospital", 'Hangzhou'],
  ] as const) {
    const { match, candidates, why } = await identify({ name, city }, reader);
    t.same([match, why[0]?.code], ['ambiguous', 'name.generic-there'], name);
    for (const { id } of candidates) t.match((await reader.dossier(id))?.place.city, /^(?:郑州|杭州)市$/u);
  }
  t.equal((await identify({ name: '第一附属医院' }, reader)).why[0]?.code, 'name.generic-only');
});
