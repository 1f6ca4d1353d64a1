import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { splitJoinedNames } from '../../src/names/index/joined-names.ts';
import { parseName } from '../../src/names/parse/parse-name.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

/** The registered names of the institution that is settled on, or comes first. */
const first = async (name: string): Promise<readonly string[]> => {
  const found = await identify({ name }, reader);
  const dossier = await reader.dossier(found.id ?? found.candidates[0]?.id ?? '');
  return dossier?.names.map(({ value }) => value) ?? [];
};

const finds = async (
  test: Readonly<{ ok: typeof t.ok }>,
  asked: readonly (readonly [string, string])[],
): Promise<void> => {
  for (const [name, chinese] of asked) test.ok((await first(name)).includes(chinese), `${name}: ${chinese}`);
};

t.test('the chief hospital of a province or city is found by whatever English calls it', async (t) => {
  await finds(t, [
    ['Gansu Provincial Hospital', '甘肃省人民医院'],
    ['Jiangsu Province Hospital', '南京医科大学第一附属医院'],
    ['Hebei General Hospital', '河北省人民医院'],
    ["Henan Provincial People's Hospital", '河南省人民医院'],
  ]);
});

t.test('of two towns spelled alike the better known goes first, and neither is sure', async (t) => {
  const found = await identify({ name: 'Suzhou Municipal Hospital' }, reader);
  t.equal(found.match, 'ambiguous');
});

t.test('a line of a paper is read clause by clause, and departments are set aside', async (t) => {
  await finds(t, [
    [
      "Department of Laboratory Medicine, The Second Affiliated Hospital and Yuying Children's Hospital of Wenzhou Medical University, Wenzhou, China",
      '温州医科大学附属第二医院',
    ],
    [
      'National Clinical Research Center for Obstetrics and Gynecology, Peking University Third Hospital, Beijing, China',
      '北京大学第三医院',
    ],
    [
      'Department of Urology, Xiangya Hospital, Central South University, Changsha, Hunan, 410008, P.R. China',
      '中南大学湘雅医院',
    ],
  ]);
});

t.test('a line that names two hospitals settles on none of them', async (t) => {
  const name =
    'Beijing Anzhen Hospital, Capital Medical University, and Peking University Third Hospital, China';
  const found = await identify({ name }, reader);
  t.equal(found.match, 'ambiguous');
  t.ok(found.candidates.length >= 2);
});

t.test('a slip of the pen, pinyin in pieces and translated words are understood', async (t) => {
  await finds(t, [
    ['The Second Affilated Hosptial of Chongqing Medical Univeristy', '重庆医科大学附属第二医院'],
    ['Běijīng Cháoyáng Yīyuàn', '首都医科大学附属北京朝阳医院'],
    ['Peking University Cancer Hospital & Institute', '北京肿瘤医院'],
    ['Hunan Provincial Maternal and Child Health Hospital', '湖南省妇幼保健院'],
    ['The University of Hong Kong-Shenzhen Hospital', '香港大学深圳医院'],
    ['Suzhou Science and Technology Town Hospital', '苏州科技城医院'],
    ['Beijing Tsinghua Changgung Hospital', '北京清华长庚医院'],
  ]);
});

t.test('第十 is ten and 第十一 eleven, 和 begins a name, and 千佛山 holds no 佛山', async (t) => {
  t.equal(parseName('上海市第十人民医院').ordinal, 10);
  t.equal(parseName('上海市第十一人民医院').ordinal, 11);
  t.same(parseName('和祐医院').core, ['heyou']);
  t.same(parseName('山东省千佛山医院').places, ['山东省']);
});

t.test('Fengxian District is no county, and a town after the name counts as its place', async (t) => {
  t.same(parseName("Fengxian District People's Hospital").districts, ['fengxian:q']);
  t.same(parseName("People's Hospital, Jinjiang").core, ['jinjiang']);
  t.same(parseName("The People's Hospital of Pixian County").districts, ['pidu:o']);
});

const sameFull = (test: Readonly<{ equal: typeof t.equal }>, names: readonly string[]): void => {
  const keys = new Set(names.map((name) => nameKeys(name).full));
  test.equal(keys.size, 1, [...keys].join(' | '));
};

t.test(
  'one Chinese place in several spellings has one key, and places beside each other have two',
  async (t) => {
    sameFull(t, ['阿坝藏族羌族自治州人民医院', '阿坝州人民医院', '阿坝自治州人民医院']);
    sameFull(t, ['阜新蒙古族自治县人民医院', '阜新蒙古自治县人民医院', '阜新县人民医院']);
    sameFull(t, ['呼和浩特市编造医院', '呼市编造医院', '呼和浩特编造医院']);
    sameFull(t, ['铜梁县铜梁县人民医院', '铜梁县人民医院', '重庆铜梁县人民医院']);
    sameFull(t, ['杭州市余杭区区第二人民医院', '余杭区第二人民医院']);
    sameFull(t, ['中国人民解放军第一五七医院', '解放军第157医院', '解放军一五七医院', '解放军第一5七医院']);
    sameFull(t, ['解放军第八一医院', '解放军第81医院', '解放军第八十一医院']);
    sameFull(t, ['编造大学一附院', '编造大学附一院', '编造大学第一附属医院']);
    for (const [one, other] of [
      ['铜山县人民医院', '铜山区人民医院'],
      ['阜新县人民医院', '阜新市人民医院'],
      ['赣州地区人民医院', '赣州市人民医院'],
      ['沈阳市铁西区医院', '铁西区医院'],
      ['济南市市中区医院', '济南市中区医院'],
    ] as const)
      t.not(nameKeys(one).full, nameKeys(other).full, one);
  },
);

const chineseRows = [
  ['铜山区编造医院', '江苏省', '徐州市'],
  ['铜山区人民医院', '江苏省', '徐州市'],
  ['赣州市人民医院', '江西省', '赣州市'],
  ['天津市公安局编造安康医院', '天津市', '天津市'],
  ['双辽市铁路医院', '吉林省', '四平市'],
  ['赣州市编造精神病院赣州市编造安康医院', '江西省', '赣州市'],
] as const;
const chinese = memoryReader(
  chineseRows.map(([value, province, city]) => ({
    institution: value,
    value,
    kind: 'legal',
    language: 'zh',
    province,
    city,
    district: null,
    official: false,
  })),
);

t.test(
  'a former place, a founder left out or a longer name finds the hospital and never settles it',
  async (t) => {
    const first: Readonly<Record<string, string>> = {
      铜山县人民医院: '铜山区人民医院',
      赣州地区人民医院: '赣州市人民医院',
      天津市编造安康医院: '天津市公安局编造安康医院',
      编造大学附属赣州市人民医院: '赣州市人民医院',
      赣州市人民医院编造院区: '赣州市人民医院',
    };
    for (const [name, id] of Object.entries(first)) {
      const found = await identify({ name }, chinese);
      t.equal(found.candidates[0]?.id, id, name);
      t.not(found.match, 'strong', name);
    }
  },
);

t.test(
  'a place beside general words finds the hospital of the place, and a place does not mend a name',
  async (t) => {
    const beside = { province: '江西省', city: '赣州市' };
    const general = await identify({ name: '人民医院', ...beside }, chinese);
    t.equal(general.id, '赣州市人民医院');
    t.equal((await identify({ name: '人民医院' }, chinese)).match, 'none');
    const other = await identify({ name: '江西省人民医院', ...beside }, chinese);
    t.not(other.match, 'strong', 'the province’s hospital is not the city’s');
  },
);

t.test('two names printed as one are two, unless the second is a branch of another town', async (t) => {
  t.equal(
    (await identify({ name: '赣州市编造安康医院' }, chinese)).id,
    '赣州市编造精神病院赣州市编造安康医院',
  );
  t.same(splitJoinedNames('上海交通大学医学院附属瑞金医院海南医院'), []);
  t.same(splitJoinedNames('北京编造医院赣州市编造儿童医院'), ['赣州市编造儿童医院']);
});

t.test(
  'a distinctive name of a county that became a district finds that hospital, and another town is another',
  async (t) => {
    const { id, candidates } = await identify({ name: '铜山县编造医院' }, chinese);
    t.equal(id ?? candidates[0]?.id, '铜山区编造医院');
    t.not((await identify({ name: '沛县编造医院' }, chinese)).match, 'strong');
  },
);

t.test('a place that is written apart from a Chinese name says where it stands', async (t) => {
  for (const [name, chinese] of [
    ['华西医院 成都', '四川大学华西医院'],
    ['协和医院，武汉', '华中科技大学同济医学院附属协和医院'],
    ['瑞金医院（上海）', '上海交通大学医学院附属瑞金医院'],
    ['北京的协和医院', '北京协和医院'],
  ] as const) {
    await finds(t, [[name, chinese]]);
    t.equal((await identify({ name }, reader)).match, 'strong', name);
  }
});
