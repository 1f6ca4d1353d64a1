import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';
import { shortName } from '../../src/places/short-name.ts';

const { reader, rows, close } = await measuredRegistry(undefined);
t.teardown(close);

const settled = async (name: string, city?: string): Promise<string | null> => {
  const { match, id } = await identify({ name, city }, reader);
  return match !== 'strong' || id === null ? null : ((await reader.dossier(id))?.title.zh ?? null);
};

t.test('a hospital’s whole name with its own city or province behind it is that hospital', async (t) => {
  for (const [name, zh] of [
    ['中山大学附属第一医院 广州', '中山大学附属第一医院'],
    ['广东省中医院 广州', '广东省中医院'],
    ['昆山市第一人民医院（昆山）', '昆山市第一人民医院'],
    ['义乌市中心医院，义乌', '义乌市中心医院'],
    ['Beijing Chest Hospital, Beijing', '首都医科大学附属北京胸科医院'],
    ['Zhengzhou Central Hospital, Zhengzhou, China', '郑州市中心医院'],
    ['Suzhou Municipal Hospital (Jiangsu)', '苏州市立医院'],
    ['is Hunan Cancer Hospital in Changsha a real hospital?', '湖南省肿瘤医院'],
    ['Guangdong Provincial Hospital of Chinese Medicine, Guangzhou', '广东省中医院'],
    ['Taizhou Hospital of Zhejiang Province', '浙江省台州医院'],
    ["Yichun People's Hospital of Jiangxi Province", '宜春市人民医院'],
    ["People's Hospital of Gansu Province", '甘肃省人民医院'],
    ["Fifth People's Hospital of Gansu Province", null],
    ['Taizhou Hospital of Jiangsu Province', null],
    ['Tongde Hospital of Zhejiang Province', '浙江省立同德医院'],
  ] as const)
    t.equal(await settled(name), zh, name);
});

t.test('a province’s hospital is not the city’s own that has the city behind it', async (t) => {
  t.equal(await settled('河南省第二人民医院 郑州'), '河南省第二人民医院');
  t.equal(await settled('Henan Provincial Second People’s Hospital, Zhengzhou'), '河南省第二人民医院');
  t.equal(await settled('Yunnan Provincial Maternal and Child Health Hospital, Kunming'), null);
});

t.test('a place said in a field and behind the name is said once', async (t) => {
  for (const [name, city, zh] of [
    [
      "The Second Affiliated Hospital of Shandong First Medical University, Tai'an",
      '泰安市',
      '山东第一医科大学第二附属医院',
    ],
    [
      'Affiliated Hospital of Youjiang Medical University for Nationalities, Baise',
      'Baise',
      '右江民族医学院附属医院',
    ],
    ['Zhengzhou Central Hospital, Zhengzhou, China', 'Luoyang', null],
  ] as const)
    t.equal(await settled(name, city), zh, name);
});

t.test('a town behind a hospital elsewhere, or a district, may be that of a part of it', async (t) => {
  for (const name of ['广东省中医院（珠海）', '华西医院 厦门', '瑞金医院 嘉定', 'Huashan Hospital, Hongqiao'])
    t.equal(await settled(name), null, name);
});

t.test(
  'a hospital’s own word with its city behind it, in English, is read as its hospital there',
  async (t) => {
    for (const [name, meant] of [
      ['Lihuili Ningbo', '宁波市医疗中心李惠利医院'],
      ['Shengjing Shenyang', '中国医科大学附属盛京医院'],
      ['Changgung Beijing', '北京清华长庚医院'],
      ['Yanda Langfang', '河北燕达医院'],
      ['Puren Wuhan', '武汉市普仁医院'],
      ['Zhujiang Guangzhou', '南方医科大学珠江医院'],
    ] as const)
      t.equal(await settled(name), meant, name);
    for (const name of [
      'Ruijin Guangzhou',
      'Tiantan Shanghai',
      'Aier Changsha',
      'Xiaoshan Hangzhou',
      'Hotel Beijing',
    ])
      t.equal(await settled(name), null, name);
  },
);

t.test(
  'a name with its city behind it means what it means with the city in a field of its own',
  async (t) => {
    const drawn = rows.filter(
      ({ city, language }, at) => at % 97 === 0 && city !== null && language === 'zh',
    );
    const others: string[] = [];
    let same = 0;
    for (const { value, city } of drawn) {
      if (city === null) continue;
      const apart = await identify({ name: value, city }, reader);
      for (const line of [`${value} ${shortName(city)}`, `${value}（${shortName(city)}）`]) {
        const { id } = await identify({ name: line }, reader);
        if (id === apart.id) same += 1;
        else if (id !== null) others.push(`${line}: ${id}, ${apart.id} with a city`);
      }
    }
    t.ok(drawn.length > 40, `${drawn.length} names`);
    t.strictSame(others, [], 'none means another');
    t.ok(same >= 1.9 * drawn.length, `${same} lines of ${drawn.length} names, each asked twice`);
  },
);
