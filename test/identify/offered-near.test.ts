import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const title = async (id: string | undefined): Promise<string | null> =>
  id === undefined ? null : ((await reader.dossier(id))?.title.zh ?? id);

/** Whom a name that settles on nobody is offered. */
const offered = async (name: string): Promise<string | null> => {
  const { id, why, candidates } = await identify({ name }, reader);
  const isOffered = id === null && why.some(({ code }) => code === 'name.nearest');
  return isOffered ? title(candidates[0]?.id) : null;
};
const settled = async (name: string): Promise<string | null> =>
  title((await identify({ name }, reader)).id ?? undefined);

t.test('who stands there and of whom one part alone speaks against is offered', async (t) => {
  for (const [name, whole] of [
    ['Chengdu Women and Children Hospital', '成都市妇女儿童中心医院'],
    ['Hunan Provincial Hospital', '湖南省人民医院'],
    ['Shanghai First Maternity Hospital', '上海市第一妇婴保健院'],
    ['深圳南山医院', '深圳市南山区人民医院'],
    ['高州医院', '高州市人民医院'],
  ] as const)
    t.equal(await offered(name), whole, name);
});

t.test(
  'a slip in a famous word, and work behind a house, are read once more to offer somebody',
  async (t) => {
    for (const [name, whole] of [
      ['Peking Unoin Medical College Hospital', '中国医学科学院北京协和医院'],
      ['Tognji Hospital', '华中科技大学同济医学院附属同济医院'],
      ['Fuwai Hospital Cardiac Surgery', '中国医学科学院阜外医院'],
      ['Wset China Hospital', '四川大学华西医院'],
      ['Chongqing General', '重庆市人民医院'],
    ] as const)
      t.equal(await offered(name), whole, name);
  },
);

t.test('those who bear a protected word are listed as they are known', async (t) => {
  for (const name of ['Xiehe', '协和医院', '协和']) {
    const [first] = (await identify({ name }, reader)).candidates;
    t.equal(await title(first?.id), '中国医学科学院北京协和医院', name);
  }
});

t.test(
  'a Chinese name with a character of the same sound, or one that is doubled, is read once more',
  async (t) => {
    for (const [name, whole] of [
      ['西南医科大学负属医院', '西南医科大学附属医院'],
      ['遵义市第医人民医院', '遵义市第一人民医院'],
      ['宁波达学附属妇女儿童医院', '宁波大学附属妇女儿童医院'],
      ['河北碑方学院附属第二医院', '河北北方学院附属第二医院'],
      ['新余第四四医院', '新余第四医院'],
      ['常州市第二二人民医院', '常州市第二人民医院'],
    ] as const)
      t.equal(await offered(name), whole, name);
    // Another hospital of that university is not quite as unlikely, so that it is a choice.
    const [first] = (await identify({ name: '浙江大学意学院附属第四医院' }, reader)).candidates;
    t.equal(await title(first?.id), '浙江大学医学院附属第四医院');
    // Of a real town whose name sounds so, and without a word of its own, it is another's.
    for (const name of ['台州市中西医结合医院', '北京中海中医医院', '北京西京中医医院'])
      t.equal(await offered(name), null, name);
  },
);

t.test('who is one character off a whole name stands among the near ones', async (t) => {
  const near = async (name: string): Promise<readonly (string | null)[]> =>
    Promise.all((await identify({ name }, reader)).candidates.map(({ id }) => title(id)));
  for (const [name, whole] of [
    ['秦皇岛市第碚医院', '秦皇岛市第一医院'],
    ['佳木斯大学潍属口腔医院', '佳木斯大学附属口腔医院'],
    ['海二省人民医院', '海南省人民医院'],
  ] as const)
    t.ok((await near(name)).includes(whole), name);
  t.notOk(
    (await near('秦皇岛市第九医院')).includes('秦皇岛市第一医院'),
    'another number is another hospital',
  );
});

t.test('a college of medicine that calls itself a university in English is meant by that name', async (t) => {
  for (const [name, whole] of [
    ['Affiliated Hospital of Jining Medical University', '济宁医学院附属医院'],
    ['Affiliated Hospital of Chengde Medical University', '承德医学院附属医院'],
    ['Affiliated Hospital of North Sichuan Medical University', '川北医学院附属医院'],
    ['Affiliated Central Hospital of Shenyang Medical University', '沈阳医学院附属中心医院'],
  ] as const)
    t.equal(await settled(name), whole, name);
  // 四川医学院 is a former name of West China's, and Sichuan Medical University was one of another's.
  for (const name of [
    'Affiliated Hospital of Sichuan Medical University',
    'Affiliated Hospital of Made-up Medical University',
  ])
    t.equal(await settled(name), null, name);
});

t.test(
  'the word for a house in the other script, and a department behind a number, leave the hospital meant',
  async (t) => {
    for (const [name, whole] of [
      ['华山Hospital', '复旦大学附属华山医院'],
      ['北京协和Hospital', '中国医学科学院北京协和医院'],
      ['301Hospital', '中国人民解放军总医院第一医学中心'],
      ['北医三院骨科', '北京大学第三医院'],
      ['浙大一院心内科', '浙江大学医学院附属第一医院'],
    ] as const)
      t.equal(await settled(name), whole, name);
    t.equal(await settled('Parkway Health'), null);
  },
);

t.test(
  'a famous word in Hong Kong, Macau or Taiwan, where our lists hold few, is called no lookalike and settles nobody',
  async (t) => {
    for (const name of ['香港仁济医院', '香港仁濟醫院', '澳门瑞金医院', '台湾协和医院'])
      t.equal((await identify({ name }, reader)).match, 'none', name);
    t.equal((await identify({ name: '成都瑞金医院' }, reader)).match, 'lookalike');
  },
);

t.test('of another word nobody is offered for standing there', async (t) => {
  t.equal(await offered('Hong Kong Ruijin Hospital'), null);
});

t.test('nobody is asked about whose names do not hold what is a name’s own', async (t) => {
  for (const name of [
    'Minhang Hospital',
    'Qi Lu Hospital',
    'Liangxiang Hospital',
    'E-Da Hospital',
    'Wan Fang Hospital',
    '桂医附院',
    '郑州省医',
    '大庆总医院',
    '暨大一院 太原',
    '上海医院',
    '暨大一院',
    '东方红医院',
    '复旦质子中心',
    'Hankou Railway Hospital',
    'Huuashan Hospital Xiamen',
    "St Teresa's Hospital Hong Kong",
    '山西大医院',
  ])
    t.equal(await offered(name), null, name);
  for (const name of ['艺星', '莆田系'])
    t.strictSame((await identify({ name }, reader)).candidates, [], `${name}: nor listed`);
});

t.test('a slip, a sound, initials, another order and a short form are asked about', async (t) => {
  for (const [name, whole] of [
    ['Longfu Hospital', '北京市隆福医院'],
    ['Yangpu Hospital', '上海市杨浦区中心医院'],
    [
      'Frist Affiliated Hospital of Third Military Medical University',
      '中国人民解放军陆军军医大学第一附属医院',
    ],
    ['Ganus Wuwei Cancer Hospital', '甘肃省武威肿瘤医院'],
    ['宁夏附院', '宁夏医科大学总医院'],
    ['南华附一', '南华大学附属第一医院'],
    ['Third Affiliated Hospital, Peking University', '北京大学第三医院'],
    ['石景山医院', '北京市石景山医院'],
  ] as const)
    t.ok([await offered(name), await settled(name)].includes(whole), name);
});
