import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

t.test(
  'a name of a place in Hong Kong, Macau or Taiwan that nobody there bears is told where to look, and nobody elsewhere is offered',
  async (t) => {
    for (const [name, city, code] of [
      ['台北仁爱医院', undefined, 'name.few-held-taiwan'],
      ['臺北仁愛醫院', undefined, 'name.few-held-taiwan'],
      ['Taipei City Hospital Heping', undefined, 'name.few-held-taiwan'],
      ['花莲慈济医院', undefined, 'name.few-held-taiwan'],
      ['彰化基督教医院', undefined, 'name.few-held-taiwan'],
      ['Mackay Memorial Hospital Taipei', undefined, 'name.few-held-taiwan'],
      ['香港仁济医院', undefined, 'name.few-held-hong-kong'],
      ['仁济医院', '香港', 'name.few-held-hong-kong'],
      ['Caritas Medical Centre, Hong Kong', undefined, 'name.few-held-hong-kong'],
      ['Tuen Mun Hospital', undefined, 'name.few-held-hong-kong'],
      ['屯门医院', undefined, 'name.few-held-hong-kong'],
      ['Made-up Hospital of Macau', undefined, 'name.few-held-macau'],
    ] as const) {
      const { match, why, candidates } = await identify({ name, city }, reader);
      t.equal(match, 'none', name);
      t.ok(
        why.some((one) => one.code === code),
        `${name}: ${why.map((one) => one.code).join(' ')}`,
      );
      for (const one of candidates)
        t.match((await reader.dossier(one.id))?.place.province, /香港|澳门|台湾/u, name);
    }
  },
);

t.test(
  'who is on record there is meant, and a famous hospital’s name there is said to be no known part of it',
  async (t) => {
    for (const [name, title] of [
      ['台大医院', '台大醫院'],
      ['Macau Kiang Wu Hospital', '鏡湖醫院'],
      ['林口长庚医院', '林口長庚紀念醫院'],
    ] as const) {
      const { id } = await identify({ name }, reader);
      t.equal(id && (await reader.dossier(id))?.title.zh, title, name);
    }
    const { match, why } = await identify({ name: 'Huashan Hospital Hong Kong' }, reader);
    t.equal(match, 'branch-not-on-record');
    t.ok(why.some(({ code }) => code === 'name.few-held-hong-kong'));
  },
);

t.test(
  'a street called after such a place, and a name with a town of the mainland, are none of there',
  async (t) => {
    for (const [name, city] of [
      ['高雄路医院', undefined],
      ['台北路医院', undefined],
      ['澳门路社区医院', undefined],
      ['香港东路医院', '青岛'],
      ['Taiwan Road Hospital', undefined],
      ['Hong Kong Road Hospital Qingdao', undefined],
      ['Shenzhen Nantou Hospital', undefined],
      ['Kowloon Road Hospital, Suzhou', undefined],
      ['香港中文大学（深圳）附属第二医院', undefined],
      ['香港医学中心', '深圳'],
      ['Hong Kong Medical Clinic', 'Shenzhen'],
    ] as const) {
      const { why } = await identify({ name, city }, reader);
      t.notOk(
        why.some(({ code }) => code.startsWith('name.few-held')),
        name,
      );
    }
    for (const name of ['Taipei Zhongshan Hospital', '台北中山医院', '台北市立联合医院中兴院区'])
      t.ok(
        (await identify({ name }, reader)).why.some(({ code }) => code === 'name.few-held-taiwan'),
        name,
      );
  },
);

t.test(
  'a name of a hospital there without its place, written as there, settles on nobody of the mainland',
  async (t) => {
    for (const [name, code] of [
      // Borne by a hospital of the mainland too, well known or not.
      ['東華醫院', 'name.few-held-hong-kong'],
      ['仁濟醫院', 'name.of-region-too'],
      ['陽明醫院', 'name.few-held-taiwan'],
      ['宏恩醫院', 'name.of-region-too'],
      ['博仁醫院', 'name.few-held-taiwan'],
      ['聯新國際醫院', 'name.few-held-taiwan'],
      ['博愛醫院', 'name.few-held-hong-kong'],
      // In simplified characters, where it is no whole name of the mainland's.
      ['东华医院', 'name.of-region-too'],
      ['阳明医院', 'name.of-region-too'],
      // Borne by nobody.
      ['馬偕醫院', 'name.few-held-taiwan'],
      ['奇美醫院', 'name.few-held-taiwan'],
      ['Mackay Memorial Hospital', 'name.few-held-taiwan'],
      ['Caritas Medical Centre', 'name.few-held-hong-kong'],
      ['Hong-En Hospital', 'name.of-region-too'],
    ] as const) {
      const { id, why } = await identify({ name }, reader);
      t.equal(id, null, name);
      t.ok(
        why.some((one) => one.code === code),
        `${name}: ${why.map((one) => one.code).join(' ')}`,
      );
    }
    // No list names a hospital of that name there: the mainland's is not known by its word.
    t.equal((await identify({ name: '禾新醫院' }, reader)).id, null);
  },
);

t.test(
  'a well-known mainland hospital in traditional characters, and one with its town, is settled',
  async (t) => {
    for (const [question, title] of [
      [{ name: '瑞金醫院' }, '上海交通大学医学院附属瑞金医院'],
      [{ name: '華西醫院' }, '四川大学华西医院'],
      [{ name: '宣武醫院' }, '首都医科大学宣武医院'],
      [{ name: '仁济医院' }, '上海交通大学医学院附属仁济医院'],
      [{ name: '仁濟醫院', city: '上海' }, '上海交通大学医学院附属仁济医院'],
      [{ name: '東莞東華醫院' }, '东莞东华医院'],
      [{ name: '鏡湖醫院' }, '鏡湖醫院'],
      [{ name: '三軍總醫院' }, '三軍總醫院'],
    ] as const) {
      const { id } = await identify(question, reader);
      t.equal(id && (await reader.dossier(id))?.title.zh, title, question.name);
    }
  },
);

t.test('a name that hospitals of other countries bear too is settled with its place only', async (t) => {
  for (const name of ['Queen Elizabeth Hospital', 'Prince of Wales Hospital', '伊丽莎白医院']) {
    const { id, why, candidates } = await identify({ name }, reader);
    t.equal(id, null, name);
    t.equal(why[0]?.code, 'name.elsewhere-too', name);
    t.equal(candidates.length, 1, name);
    t.equal((await identify({ name, province: '香港' }, reader)).id, candidates[0]?.id, name);
  }
});
