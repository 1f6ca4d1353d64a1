import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';
import { saidAbroad } from '../../src/places/abroad.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const codesOf = async (name: string, city?: string) =>
  (await identify({ name, city }, reader)).why.map(({ code }) => code);

t.test(
  'a hospital outside China, or a name with a place there, is told that China’s are spoken of',
  async (t) => {
    for (const name of [
      'Mayo Clinic',
      'The Mayo Clinic, Rochester',
      'Massachusetts General Hospital',
      'Samsung Medical Center',
      'Johns Hopkins Hospital',
      'Seoul National University Hospital',
      'Charité – Universitätsmedizin Berlin',
      'Great Ormond Street Hospital',
      '梅奥诊所',
      '克利夫蘭診所',
      'MD安德森癌症中心',
      '丹娜–法伯癌症研究院',
      '康民医院',
    ])
      t.strictSame(await codesOf(name), ['name.not-found', 'name.abroad'], name);
    for (const name of ['泰国试管婴儿中心', '日本东京大学医院', 'Dubai Fertility House'])
      t.strictSame(await codesOf(name), ['name.not-found', 'name.place-abroad'], name);
  },
);

t.test('it is never said of a hospital on record, nor where a place of China is said', async (t) => {
  for (const [name, city] of [
    ['Queen Mary Hospital'],
    ['Kawakita Hospital'],
    ['中日友好医院'],
    ['American-Sino Hospital'],
    ['Cleveland Clinic', '上海'],
    ['Mayo Clinic Shanghai'],
    ['上海德国医疗中心'],
    ['Union Hospital'],
    ['Xiamen Humanity Hospital'],
    ['Inner Mongolia Cancer Hospital'],
    ['Affiliated Hospital of Inner Mongolia Medical University dermatology'],
  ] as const)
    t.notOk(
      (await codesOf(name, city)).some((code) => code === 'name.abroad' || code === 'name.place-abroad'),
      name,
    );
});

t.test(
  'a hospital outside China that is said to be here is told that no list names a house of it',
  async (t) => {
    for (const [name, city, known] of [
      ['Mayo Clinic', '北京', 'Mayo Clinic'],
      ['Cleveland Clinic Shanghai', undefined, 'Cleveland Clinic'],
      ['Massachusetts General Hospital China', undefined, 'Massachusetts General Hospital'],
      ['Charité Berlin Clinic Shanghai', undefined, 'Charite Berlin'],
      ['中国梅奥诊所', undefined, '梅奥诊所'],
      ['广州MD安德森癌症中心', undefined, 'MD安德森癌症中心'],
    ] as const) {
      const { match, why } = await identify({ name, city }, reader);
      t.equal(match, 'none', name);
      t.strictSame(why.find(({ code }) => code === 'name.abroad-here')?.params, { known }, name);
    }
  },
);

t.test('a word of a country inside a place of China is of that place', (t) => {
  for (const [name, said] of [
    ['Inner Mongolia Cancer Hospital', null],
    ['Hospital of inner-mongolia', null],
    ['Inner Mongolia Autonomous Region Example Hospital', null],
    ['内蒙古肿瘤医院', null],
    ['Macau Example Hospital', null],
    ['Mongolia General Hospital', 'Mongolia'],
    ['Outer Mongolia Hospital', 'Mongolia'],
    ['Inner Mongolia Hospital, Mongolia', 'Mongolia'],
    ['Inner Japan Hospital', 'Japan'],
    ['Georgia Shanghai Hospital', 'Georgia'],
    ['Hospital of Mongolia City', 'Mongolia'],
    ['蒙古国立医院', '蒙古'],
  ] as const)
    t.equal(saidAbroad(name), said, name);
  t.end();
});
