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
