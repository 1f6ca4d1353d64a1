import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const meant = async (names: readonly string[]): Promise<readonly string[]> => {
  const found = names.map(async (name) => {
    const { id } = await identify({ name }, reader);
    return `${name}: ${id === null ? 'nobody' : ((await reader.dossier(id))?.title.zh ?? '')}`;
  });
  return Promise.all(found);
};

const nobody = (names: readonly string[]): readonly string[] => names.map((name) => `${name}: nobody`);

t.test('a place and the word for a hospital are not the house of a field in that place', async (t) => {
  const names = [
    '房山医院',
    '北京房山医院',
    'Beijing Fangshan Hospital',
    'Beijing Shunyi Hospital',
    '绵阳医院',
  ];
  t.strictSame(await meant(names), nobody(names));
  t.strictSame(await meant(['北京中医药大学房山医院', '房山中医医院', '北京市顺义区医院', '岳阳医院']), [
    '北京中医药大学房山医院: 北京市房山区中医医院',
    '房山中医医院: 北京市房山区中医医院',
    '北京市顺义区医院: 北京市顺义区医院',
    '岳阳医院: 上海中医药大学附属岳阳中西医结合医院',
  ]);
});

t.test('a town and the word for a hospital are not the one that an army had there', async (t) => {
  t.strictSame(await meant(['福州医院', '福州总医院']), [
    '福州医院: nobody',
    '福州总医院: 中国人民解放军联勤保障部队第九〇〇医院',
  ]);
});

t.test('of a name of four characters no other character of the word is a slip', async (t) => {
  const names = ['镇坪医院', '建工医院'];
  t.strictSame(await meant(names), nobody(names));
});

t.test('English words for an alias that may be anybody’s say no more than it does', async (t) => {
  const names = ['Ankang Hospital', '安康医院'];
  t.strictSame(await meant(names), nobody(names));
});

t.test('a word of faith or of a country, as hospitals all over the world have it, is nobody’s', async (t) => {
  const names = [
    'Mercy Hospital',
    'Charity Hospital',
    'Baptist Hospital',
    'French Hospital',
    'Grace Hospital',
  ];
  t.strictSame(await meant(names), nobody(names));
  t.strictSame(await meant(['Hong Kong Baptist Hospital', 'Hangzhou Red Cross Hospital']), [
    'Hong Kong Baptist Hospital: 香港浸信會醫院',
    'Hangzhou Red Cross Hospital: 杭州市红十字会医院',
  ]);
});

t.test('an apostrophe parts a town from one whose letters are the same', async (t) => {
  t.strictSame(
    await meant(["Jin'an People's Hospital", "Ji'nan Central Hospital", "Xi'an Central Hospital"]),
    [
      "Jin'an People's Hospital: nobody",
      "Ji'nan Central Hospital: 济南市中心医院",
      "Xi'an Central Hospital: 西安市中心医院",
    ],
  );
  const { match } = await identify({ name: 'Central Hospital', city: "Jin'an" }, reader);
  t.not(match, 'strong');
});

t.test('an alias whose word no list prints for the house is another town’s or region’s too', async (t) => {
  const names = ['甘泉医院', '普宁医院', '宏恩医院', 'Landseed Hospital'];
  t.strictSame(await meant(names), nobody(names));
  t.strictSame(await meant(['仁济医院', '长海医院', '哈尔滨普宁医院', 'Shanghai Landseed Hospital']), [
    '仁济医院: 上海交通大学医学院附属仁济医院',
    '长海医院: 海军军医大学第一附属医院',
    '哈尔滨普宁医院: 哈尔滨市普宁医院',
    'Shanghai Landseed Hospital: 上海禾新医院',
  ]);
});

t.test('a place with a word that says nothing is not the hospital that is called by the place', async (t) => {
  const names = ['Specialist', 'Care', 'Medical', 'Clinical'].flatMap((word) =>
    ['Beijing', 'Tianjin', 'Zhejiang'].map((place) => `${place} ${word} Hospital`),
  );
  t.strictSame(await meant(names), nobody(names));
  t.strictSame(await meant(['Beijing Hospital', 'Zhejiang Hospital']), [
    'Beijing Hospital: 北京医院',
    'Zhejiang Hospital: 浙江医院',
  ]);
});
