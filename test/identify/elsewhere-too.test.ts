import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null | undefined): Promise<string | null> =>
  id == null ? null : ((await reader.dossier(id))?.title.zh ?? null);
const settledOn = async (name: string): Promise<string | null> =>
  titleOf((await identify({ name }, reader)).id);

t.test(
  'a bare name that is as likely of a house elsewhere settles nobody, and who is called like it stands beside',
  async (t) => {
    for (const [name, title] of [
      // Quarters and counties, and hospitals of that word in another town.
      ['Kowloon Hospital', '苏州九龙医院'],
      ['九龍醫院', '苏州九龙医院'],
      ['阜康医院', '西藏阜康医院'],
      ['南城医院', '东莞市南城医院'],
      ['Siming Hospital', '上海中医药大学附属曙光医院'],
      ['Lianhua Hospital', '厦门莲花医院'],
      ['Shenzhou Hospital', '沈阳医学院附属第二医院'],
      // Towns of several cities that are spelled alike.
      ["Ji'an Hospital", '集安市医院'],
      ['Jinjiang Hospital', '晋江市医院'],
      // Words turned round.
      ['Sino-American Hospital', '上海美华妇儿医院'],
      // A famous word that is a part of another's.
      ['China-Japan Union Hospital', '吉林大学中日联谊医院'],
      // A body of the same sound, and the university of another town.
      ['济南大学第一附属医院', '暨南大学附属第一医院'],
      ['First Affiliated Hospital of University of Jinan', '暨南大学附属第一医院'],
      // A street.
      ['Ruijin Hospital Street', '上海交通大学医学院附属瑞金医院'],
    ] as const) {
      const { match, candidates } = await identify({ name }, reader);
      t.equal(match, 'none', name);
      t.equal(await titleOf(candidates[0]?.id), title, name);
    }
  },
);

t.test('such a name with its town, or of one known by its word, settles', async (t) => {
  for (const [name, title] of [
    ['苏州九龙医院', '苏州九龙医院'],
    ['Suzhou Kowloon Hospital', '苏州九龙医院'],
    ['中日联谊医院', '吉林大学中日联谊医院'],
    ['China-Japan Union Hospital of Jilin University', '吉林大学中日联谊医院'],
    ['龙南医院', '大庆龙南医院'],
    ['Yanbian Hospital', '延边大学附属医院'],
    ['Jianhua Hospital', '齐齐哈尔建华医院'],
    ['朝阳医院', '首都医科大学附属北京朝阳医院'],
    ['暨南大学第一附属医院', '暨南大学附属第一医院'],
    ['The First Affiliated Hospital of Jinan University', '暨南大学附属第一医院'],
    ['徐州医学院附属医院', '徐州医科大学附属医院'],
  ] as const)
    t.equal(await settledOn(name), title, name);
});

t.test('a town’s and a county’s hospital, and those of districts of one name, are a choice', async (t) => {
  for (const [name, titles] of [
    ['南昌人民医院', ['南昌市人民医院', '南昌县人民医院']],
    ['湘潭妇幼保健院', ['湘潭市妇幼保健院', '湘潭县妇幼保健院']],
    ['普陀区人民医院', ['上海市普陀区人民医院', '舟山市普陀区人民医院']],
    ['普陀医院', ['舟山市普陀区人民医院', '上海市普陀区人民医院', '上海市普陀区中心医院']],
    // 遂宁 and 睢宁, 丽水 and 溧水, 吴忠 and 吴中.
    ["Suining People's Hospital", ['遂宁市中心医院', '睢宁县人民医院']],
    ["Lishui People's Hospital", ['丽水市人民医院', '南京市溧水区人民医院']],
    ["Wuzhong People's Hospital", ['吴忠市人民医院', '苏州市吴中人民医院']],
  ] as const) {
    const { match, candidates } = await identify({ name }, reader);
    t.equal(match, 'ambiguous', name);
    t.strictSame(await Promise.all(candidates.map(({ id }) => titleOf(id))), titles, name);
  }
  for (const [name, title] of [
    ['南昌市人民医院', '南昌市人民医院'],
    ['南昌县人民医院', '南昌县人民医院'],
    // Only a directory knows the county's.
    ['安阳人民医院', '安阳市人民医院'],
    ["Wuxi People's Hospital", '无锡市人民医院'],
    ['Lishui Central Hospital', '丽水市中心医院'],
  ] as const)
    t.equal(await settledOn(name), title, name);
  t.equal(
    await titleOf((await identify({ name: '普陀区人民医院', city: '上海' }, reader)).id),
    '上海市普陀区人民医院',
  );
});

t.test(
  'a body that no table knows, or a town’s own university, beside a hospital’s own body settles nobody',
  async (t) => {
    for (const [name, words] of [
      ['Peking University Third Hospital, Yale School of Medicine', 'Yale School of Medicine'],
      [
        'First Affiliated Hospital of Sun Yat-sen University, Harvard Medical School',
        'Harvard Medical School',
      ],
      ['Ruijin Hospital, Shanghai Jiao Tong University and Shanghai University', 'Shanghai University'],
    ] as const) {
      const { id, why } = await identify({ name }, reader);
      t.equal(id, null, name);
      t.match(why, [{ code: 'name.clause-unread', params: { words } }], name);
    }
    for (const [name, title] of [
      ['Peking University Third Hospital, Peking University Health Science Center', '北京大学第三医院'],
      ['Qilu Hospital of Shandong University, Cheeloo College of Medicine, Jinan', '山东大学齐鲁医院'],
      [
        'Sir Run Run Shaw Hospital, Zhejiang University School of Medicine, Hangzhou',
        '浙江大学医学院附属邵逸夫医院',
      ],
    ] as const)
      t.equal(await settledOn(name), title, name);
  },
);
