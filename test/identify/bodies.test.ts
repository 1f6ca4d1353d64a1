import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { universities } from '../../schema/lexicon/universities.ts';
import { identify } from '../../src/identify/identify.ts';
import { compareNames } from '../../src/names/compare/compare.ts';
import { formerNames, isSharedShort, universitiesMeant } from '../../src/names/compare/short-parent.ts';
import { parseHanName } from '../../src/names/parse/parse-han.ts';
import { parseLatinName } from '../../src/names/parse/parse-latin.ts';
import { onlyOnRecord } from './only-on-record.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (name: string, city?: string): Promise<string | null> => {
  const { id } = await identify({ name, ...(city === undefined ? {} : { city }) }, reader);
  return id === null ? null : ((await reader.dossier(id))?.title.zh ?? null);
};

t.test('a university takes on the hospitals of its province, and lists say so later', async (t) => {
  for (const [name, title] of [
    ['复旦大学附属上海市第八人民医院', '上海市第八人民医院'],
    ["Suzhou Ninth People's Hospital Affiliated to Nanjing Medical University", '苏州市第九人民医院'],
    ["Wuxi Second People's Hospital, Nanjing Medical University", '无锡市第二人民医院'],
  ] as const)
    t.equal(await titleOf(name), title, name);
});

t.test(
  'a university of another province, one that nobody has, or one beside the hospital’s own does not',
  async (t) => {
    for (const name of [
      '北京大学附属上海市第八人民医院',
      '编造大学附属上海市第八人民医院',
      '复旦大学附属瑞金医院',
      "Suzhou Ninth People's Hospital Affiliated to Fudan University",
    ])
      t.equal(await titleOf(name), null, name);
  },
);

t.test('general words of a university are its hospital in the city that is said beside them', async (t) => {
  t.equal(await titleOf('医科大学附属肿瘤医院', '哈尔滨'), '哈尔滨医科大学附属肿瘤医院');
  t.equal(await titleOf('177医院', '广州'), '广东省第二人民医院');
});

t.test('a place’s own university keeps the shortest form', (t) => {
  for (const short of ['武大', '北大', '深大', '河南大']) t.notOk(isSharedShort(short), short);
  for (const short of ['南大', '广医', '河大']) t.ok(isSharedShort(short), short);
  t.end();
});

t.test('the school that a university teaches in is its hospital, by specialty or number', (t) => {
  const read = (name: string) =>
    parseLatinName(name).map(({ parent, specialties, ordinal }) => [
      parent.join(' '),
      specialties.join(),
      ordinal,
    ])[0];
  t.strictSame(read('Peking University School of Oncology'), ['beijing university', 'cancer', null]);
  t.strictSame(read('First Clinical College of Nanjing Medical University'), [
    'nanjing medical university',
    '',
    1,
  ]);
  t.strictSame(read('Zhongshan Six Hospital')?.[2], 6);
  t.strictSame(read('Jiangsu Institute of Cancer Research')?.[1], 'cancer');
  t.not(read('School of Public Health, Fudan University')?.[1], 'publichealth', 'which is no hospital');
  t.end();
});

t.test(
  'a town, or general words, before the number of a university’s hospital are no university',
  async (t) => {
    const nanchang = onlyOnRecord('南昌医学院第一附属医院', '江西省', '南昌市');
    t.equal((await identify({ name: '南昌一附院', city: '南昌' }, nanchang)).id, null);
    t.equal(
      (await identify({ name: '医大一院' }, onlyOnRecord('安徽医科大学第一附属医院', '安徽省', '合肥市'))).id,
      null,
    );
  },
);

t.test('a district before a word is where it stands, and another county makes it another', (t) => {
  const coreOf = (name: string): string => {
    const row = { province: '广东省', city: '广州市', district: '番禺区' };
    const core = compareNames(parseHanName(name), parseHanName('编祈医院'), row).parts[0];
    return `${core?.code} ${core?.detail ?? ''}`.trim();
  };
  t.equal(coreOf('番禺编祈医院'), 'core.equal');
  t.equal(coreOf('余干编祈医院'), 'core.part elsewhere');
  t.equal(coreOf('从化编祈医院'), 'core.part elsewhere', 'nor another district of the city');
  t.end();
});

t.test('words mean a university only by characters that its names have', async (t) => {
  const names = universities.withHospitals.flatMap((one) => [one, ...formerNames(one)]);
  const words = new Set(
    names.flatMap((name) =>
      [2, 3, 4].flatMap((length) => [0, 1, 2].map((at) => name.slice(at, at + length))),
    ),
  );
  const others: string[] = [];
  let meant = 0;
  for (const one of words)
    for (const university of universitiesMeant(one)) {
      meant += 1;
      const its = [university, ...formerNames(university)].join('');
      if (![...one].every((char) => its.includes(char))) others.push(`${one}: ${university}`);
    }
  t.ok(meant > 1_000, `${meant} meant`);
  t.strictSame(others, []);
  // 岳 stands in none of their names.
  t.strictSame(universitiesMeant('仙岳'), []);
  t.ok(universitiesMeant('浙大').includes('浙江大学'));
});
