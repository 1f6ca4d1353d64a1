import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { englishKeys } from '../../src/name-keys/english-keys.ts';
import { translateName } from '../../src/names/translate/translate-name.ts';
import { placesSpelled } from '../../src/places/english-names.ts';
import { placeTitle, placeTitleWithLevel } from '../../src/places/english-title.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

t.test('a Chinese name is put into English part by part', async (t) => {
  const said = {
    长沙市第一医院: 'Changsha First Hospital',
    湖南省肿瘤医院: 'Hunan Cancer Hospital',
    湖南省人民医院: "Hunan Provincial People's Hospital",
    苏州市立医院: 'Suzhou Municipal Hospital',
    浙江省立同德医院: 'Zhejiang Provincial Tongde Hospital',
    郑州大学第一附属医院: 'The First Affiliated Hospital of Zhengzhou University',
    哈尔滨医科大学附属第二医院: 'The Second Affiliated Hospital of Harbin Medical University',
    复旦大学附属华山医院: 'Huashan Hospital, Fudan University',
    大连医科大学附属口腔医院: 'Stomatological Hospital of Dalian Medical University',
    广东省中医院: 'Guangdong Provincial Hospital of Traditional Chinese Medicine',
    阿拉善盟蒙医医院: 'Alxa League Hospital of Mongolian Medicine',
    长汀县古城卫生院: 'Changting County Gucheng Health Center',
    中国人民解放军联勤保障部队第九〇〇医院: 'The 900th Hospital of PLA Joint Logistic Support Force',
    瑞安市人民医院温州医学院附属第三医院:
      "Rui'an People's Hospital, The Third Affiliated Hospital of Wenzhou Medical College",
    公安县二人民医院: "Gong'an County Second People's Hospital",
    '编造示意医院（长沙）': 'Bianzaoshiyi Hospital (Changsha)',
  };
  for (const [zh, en] of Object.entries(said)) t.equal(translateName(zh), en);
  t.equal(translateName('Made-up Hospital'), null, 'what holds no Chinese is not translated');
});

t.test(
  'most English names on record of ordinary city hospitals are the ones that the parts give',
  async (t) => {
    const known = {
      嘉兴市第一医院: 'First Hospital of Jiaxing',
      常州市第二人民医院: "Changzhou No.2 People's Hospital",
      安徽省儿童医院: "Anhui Provincial Children's Hospital",
      中山大学附属第八医院: 'Eighth Affiliated Hospital of Sun Yat-sen University',
      内江市第一人民医院: "The First People's Hospital of Neijiang",
      梧州市红十字会医院: 'Wuzhou Red Cross Hospital',
    };
    for (const [zh, en] of Object.entries(known))
      t.equal(englishKeys(translateName(zh) ?? '').full, englishKeys(en).full, zh);
  },
);

t.test('places have their English names, and irregular readings are found both ways', async (t) => {
  t.same(['呼和浩特市', '乌鲁木齐市', '拉萨市', '西安', '陕西省', '六安市', '吕梁市'].map(placeTitle), [
    'Hohhot',
    'Ürümqi',
    'Lhasa',
    "Xi'an",
    'Shaanxi',
    "Lu'an",
    'Lüliang',
  ]);
  t.equal(placeTitleWithLevel('恩施土家族苗族自治州'), 'Enshi Tujia and Miao Autonomous Prefecture');
  const found = (word: string) => [...placesSpelled(word, 'city'), ...placesSpelled(word, 'county')];
  for (const [word, place] of [
    ["Lu'an", '六安市'],
    ["Liu'an", '六安市'],
    ['Bengbu', '蚌埠市'],
    ['Yueqing', '乐清市'],
    ['Leqing', '乐清市'],
    ['Hohhot', '呼和浩特市'],
    ['Huhehaote', '呼和浩特市'],
    ['Ürümqi', '乌鲁木齐市'],
    ['Bose', '百色市'],
  ] as const)
    t.ok(found(word).includes(place), word);
  t.same(found('Lishui'), ['丽水市'], 'a further reading takes no name away from the place that bears it');
});

t.test(
  'an institution without an English name has a translation beside its title, marked as ours',
  async (t) => {
    const toy = await openToy(t.testdir());
    t.teardown(() => toy.store.close());
    const place = { province: '湖南省', city: '长沙市' };
    const english = { value: 'Made-up Hospital', kind: 'english', language: 'en' } as const;
    const legal = { value: '长沙市示意医院', kind: 'legal', language: 'zh' } as const;
    await toy.night([
      toySource(toy.root, [
        toyRecord('长沙市第九示意医院', place),
        toyRecord('长沙市示意医院', place, { names: [legal, english] }),
      ]),
    ]);
    const titles = [];
    for (const id of await toy.store.reader().institutionIds(null, 10))
      titles.push((await toy.store.reader().dossier(id))?.title);
    t.ok(titles.some((title) => title?.en === 'Made-up Hospital' && title.translation === undefined));
    t.same(
      titles.find((title) => title?.en === null),
      { zh: '长沙市第九示意医院', en: null, translation: 'Changsha Ninth Shiyi Hospital' },
    );
    const found = await identify({ name: 'The 9th Shiyi Hospital of Changsha' }, toy.store.reader());
    t.match(
      found,
      { match: 'strong', why: [{ code: 'name.translation.equal' }] },
      'in whatever order of words',
    );
    const kinds = [];
    for await (const name of toy.store.reader().names()) kinds.push(name.kind);
    t.same(kinds.sort(), ['english', 'legal', 'legal'], 'and a translation is no name on record');
  },
);

t.test('a word that a longer one begins in does not cut it short', (t) => {
  t.equal(translateName('编造华中心血管病医院'), 'Bianzaohuazhong Cardiovascular Hospital');
  t.equal(translateName('编造华中心医院'), 'Bianzaohua Central Hospital');
  t.end();
});

t.test('a short place within a longer word is spelled with it, and an academy is called one', (t) => {
  for (const [name, english] of [
    ['北京市和平里医院', 'Beijing Hepingli Hospital'],
    ['中国中医科学院广安门医院', "Guang'anmen Hospital, China Academy of Chinese Medical Sciences"],
    ['大连港医院', 'Dalian Gang Hospital'],
    ['山西大医院', 'Shanxi Da Hospital'],
    ['广东省医学科学院', 'Guangdong Academy of Medical Sciences'],
    ['山西省预防医学科学院', 'Shanxi Academy of Preventive Medicine'],
  ] as const)
    t.equal(translateName(name), english, name);
  t.end();
});
