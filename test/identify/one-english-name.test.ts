import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { parseName } from '../../src/names/parse/parse-name.ts';
import { translateName } from '../../src/names/translate/translate-name.ts';
import { hasHan } from '../../src/text/han.ts';

const { rows, reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titlesOf = async (ids: readonly (string | null)[]): Promise<readonly (string | null | undefined)[]> =>
  Promise.all(ids.map(async (id) => (id === null ? null : (await reader.dossier(id))?.title.zh)));

const XIAN = ['西安交通大学第一附属医院', '西安医学院第一附属医院'];
const HENAN = ['郑州大学第一附属医院', '河南医药大学第一附属医院'];
const LHASA = ['西藏自治区人民医院', '拉萨市人民医院'];

t.test('an English name that two Chinese ones give is a choice, however it is spelled', async (t) => {
  for (const [name, titles] of [
    ["The First Affiliated Hospital of Xi'an Medical University", XIAN],
    ['Xian Medical University 1st Affiliated Hospital', XIAN],
    ["The First Affiliated Hospital of Xi'an Medical University, Xi'an, China", XIAN],
    ['First Affiliated Hospital of Henan Medical University', HENAN],
    ['Henan Medical University First Hospital', HENAN],
    ['The Affiliated Hospital of Shandong Medical University', ['山东大学齐鲁医院', '山东医药大学附属医院']],
    ["Lhasa People's Hospital", LHASA],
    ["Lhasa Municipal People's Hospital", LHASA],
    ['Qianjiang Central Hospital', ['重庆市黔江中心医院', '潜江市中心医院']],
    [
      'The First Affiliated Hospital of Hunan Medical College',
      ['中南大学湘雅医院', '湖南医药学院第一附属医院'],
    ],
    ["Bozhou People's Hospital", ['亳州市人民医院', '博尔塔拉蒙古自治州人民医院']],
  ] as const) {
    const { match, candidates } = await identify({ name }, reader);
    t.equal(match, 'ambiguous', name);
    t.strictSame(await titlesOf(candidates.map(({ id }) => id)), titles, name);
  }
});

t.test('a city beside such a name, in it or behind it, settles it', async (t) => {
  for (const [name, city, title] of [
    ['First Affiliated Hospital of Henan Medical University', 'Xinxiang', HENAN[1]],
    ['First Affiliated Hospital of Henan Medical University', 'Zhengzhou', HENAN[0]],
    ['The First Affiliated Hospital of Henan Medical University, Zhengzhou, China', undefined, HENAN[0]],
    ['Qianjiang Central Hospital', 'Chongqing', '重庆市黔江中心医院'],
    ['Qianjiang Central Hospital of Chongqing', undefined, '重庆市黔江中心医院'],
    ['Third Affiliated Hospital of Henan Medical University', undefined, '河南医药大学第三附属医院'],
    ['The First Affiliated Hospital of Zhengzhou University', undefined, HENAN[0]],
    [
      'The First Affiliated Hospital of Jiangxi Medical College, Nanchang University',
      undefined,
      '南昌大学第一附属医院',
    ],
  ] as const)
    t.strictSame(await titlesOf([(await identify({ name, city }, reader)).id]), [title], name);
});

/** Who bears each English name: as ours of a Chinese one that a list prints. */
const bearers = (): ReadonlyMap<string, { english: string; owners: Set<string> }> => {
  const found = new Map<string, { english: string; owners: Set<string> }>();
  for (const { value, kind, institution } of rows) {
    if (!hasHan(value) || (kind !== 'legal' && kind !== 'second')) continue;
    const english = translateName(value);
    if (english === null || hasHan(english)) continue;
    const { full } = nameKeys(english);
    const known = found.get(full) ?? { english, owners: new Set() };
    found.set(full, known);
    known.owners.add(institution);
  }
  return found;
};

t.test(
  'no English name of two hospitals on lists, which says where or whose it is, settles on one',
  async (t) => {
    const shared = [...bearers().values()].filter(({ owners }) => owners.size > 1);
    t.ok(shared.length > 20, `${shared.length} names`);
    const settled: string[] = [];
    for (const { english } of shared) {
      const { places, parent, districts } = parseName(english);
      if (places.length + parent.length + districts.length === 0) continue;
      if ((await identify({ name: english }, reader)).id !== null) settled.push(english);
    }
    t.strictSame(settled, []);
  },
);

t.test('every spelling of maternal and child health is one word for the kind', async (t) => {
  for (const name of [
    'Guiyang Maternal and Child Health Care Hospital',
    'Guiyang Maternity & Child-care Hospital',
    'Guiyang Maternity and Child Healthcare Hospital',
    "Guiyang Maternal and Children's Health Hospital",
  ])
    t.strictSame(await titlesOf([(await identify({ name }, reader)).id]), ['贵阳市妇幼保健院'], name);
});

t.test('what hospitals call themselves in English is whoever our words for it mean', async (t) => {
  for (const [name, title] of [
    ["Yan'an Hospital of Kunming City", '昆明市延安医院'],
    ['Xuzhou Medical University Hospital', '徐州医科大学附属医院'],
  ] as const)
    t.strictSame(await titlesOf([(await identify({ name }, reader)).id]), [title], name);
  for (const name of [
    "Changzhou Women and Children's Hospital",
    'Hebei Medical University Hospital',
    "Shanghai First People's Hospital, Northern",
  ])
    t.equal((await identify({ name }, reader)).id, null, name);
});

t.test('English words left out at the end, and the army before a number, are read as ours', async (t) => {
  for (const [name, title] of [
    ['Second Hospital of Hebei Medical', '河北医科大学第二医院'],
    ['Affiliated Hospital of Xuzhou Medical', '徐州医科大学附属医院'],
    ['Nanchang University Second Affiliated', '南昌大学第二附属医院'],
    ['No. 301 Military Hospital', '中国人民解放军总医院第一医学中心'],
    ['Military Hospital 181', '中国人民解放军联勤保障部队第九二四医院'],
    ['The 920th Hospital of the PLA Joint Logistics Support Force', '中国人民解放军联勤保障部队第九二〇医院'],
    ['The 901st Hospital of PLA', '联勤保障部队第九〇一医院'],
    ['No. 901 Hospital of the PLA Logistic Support Force', '联勤保障部队第九〇一医院'],
    ['The 925th Hospital of PLA', null],
    ['First Affiliated', null],
    ["The First Affiliated Hospital of Xi'an Medical", null],
    ['First Hospital of China Medical', null],
    ['999 Military Hospital', null],
  ] as const)
    t.strictSame(await titlesOf([(await identify({ name }, reader)).id]), [title], name);
});

t.test('a name that a university, a hospital or an open list gives it is one of its own', async (t) => {
  for (const [name, title] of [
    ['The Third Affiliated Hospital of Soochow University', '常州市第一人民医院'],
    ['Zhejiang University Shaoxing Hospital', '绍兴市人民医院'],
    ['郑州儿童医院', '河南省儿童医院郑州儿童医院'],
    [
      "Changzhou No.1 People's Hospital (The Third Affiliated Hospital of Soochow University)",
      '常州市第一人民医院',
    ],
    [
      "Shaoxing People's Hospital (Shaoxing Hospital, Zhejiang University School of Medicine)",
      '绍兴市人民医院',
    ],
    ["Quanzhou Children's Hospital", '泉州市妇幼保健院'],
    ['Qingdao Maternal and Child Health Center', '青岛大学附属妇女儿童医院'],
    ['Fourth Affiliated Hospital of Kunming Medical University', '云南大学附属医院'],
    ['Second Affiliated Hospital of Wenzhou', null],
  ] as const)
    t.strictSame(await titlesOf([(await identify({ name }, reader)).id]), [title], name);
});

t.test('the army of a numbered hospital says nothing of a town that is written like it', async (t) => {
  const { why } = await identify({ name: '解放军304医院' }, reader);
  const { asked, found } = why.find(({ code }) => code === 'part.place.not-said')?.params ?? {};
  t.strictSame({ asked, found }, { asked: '–', found: '北京市' });
});

t.test('a quarter of China in English is the word of its hospitals and universities', async (t) => {
  for (const [name, title] of [
    ['Fuwai Central China Cardiovascular Hospital', '阜外华中心血管病医院'],
    ['South China Hospital of Shenzhen University', '深圳大学附属华南医院'],
    ['East China Hospital', '华东医院'],
    ['East China Sanatorium', '华东疗养院'],
    ['Affiliated Hospital of North China University of Science and Technology', '华北理工大学附属医院'],
    ['The First Affiliated Hospital of University of South China', '南华大学附属第一医院'],
    ['South China Sea Hospital', null],
  ] as const)
    t.strictSame(await titlesOf([(await identify({ name }, reader)).id]), [title], name);
});
