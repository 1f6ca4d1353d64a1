import { nameKeys } from '../../src/name-keys/keys.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { pick, random } from './seeded.ts';

/** A question no institution answers to. All are made up. */
export type MadeUp = Readonly<{ query: string; madeUp: true; like: string }>;

const WORDS = ['协和', '谐和', '同济', '华山', '湘雅', '华西', '齐鲁', '天坛', '协合', '湘亚'];
const TAILS = [
  '男科医院',
  '妇科医院',
  '中西医结合医院',
  '医美门诊部',
  '肿瘤专科医院',
  '整形医院',
  '不孕不育医院',
  '肝病医院',
  '皮肤病医院',
  '脑科医院',
];
const TOWNS = [
  '北京',
  '上海',
  '武汉',
  '长沙',
  '成都',
  '济南',
  '福州',
  '广州',
  '厦门',
  '贵阳',
  '临沂',
  '海口',
];

const twins: readonly (readonly [RegExp, string])[] = [
  [/第一/u, '第九'],
  [/第二/u, '第十一'],
  [/第三/u, '第十七'],
  [/人民医院$/u, '人民中医院'],
  [/中医医?院$/u, '西医院'],
  [/妇幼保健院$/u, '妇幼肿瘤医院'],
  [/附属医院$/u, '附属第十五医院'],
  [/肿瘤医院$/u, '口腔肿瘤医院'],
  [/儿童医院$/u, '第六儿童医院'],
];

/** Names that look like a real one and belong to nobody: borrowed famous words, and twins with another number, kind or town. All made up. */
export const lookalikes = (rows: readonly NameRow[], count: number): MadeUp[] => {
  // Another army number may be a real hospital's (第一六三 → 第九六三, which stands on the list as 联勤保障部队第九六三医院): not made up.
  const coded = (name: string): string =>
    /\d{3}(?=\p{Script=Han}*医院)/u.exec(nameKeys(name).short ?? '')?.[0] ?? '';
  const codes = new Set(rows.map((row) => coded(row.value)).filter((code) => code !== ''));
  // 苏州第九人民医院 is no made-up name where 苏州市第九人民医院 is registered.
  const bare = (name: string): string => nameKeys(name).full.replace(/[省市区县]/gu, '');
  const known = new Set(rows.map((row) => bare(row.value)));
  const next = random(20200529);
  const out = new Map<string, MadeUp>();
  const put = (query: string, like: string): void => {
    if (!known.has(bare(query)) && !codes.has(coded(query)) && query !== like)
      out.set(query, { query, madeUp: true, like });
  };
  for (let at = 0; at < count / 3; at += 1) {
    const word = pick(WORDS, next);
    put(`${pick(TOWNS, next)}${word}${pick(TAILS, next)}`, word);
  }
  const legal = rows.filter((row) => row.kind === 'legal' && /医院|保健院$/u.test(row.value));
  for (let tries = 0; out.size < count && tries < count * 60; tries += 1) {
    const row = pick(legal, next);
    const [pattern, put2] = pick(twins, next);
    if (pattern.test(row.value)) put(row.value.replace(pattern, put2), row.value);
    const town = /^(\p{Script=Han}{2})市/u.exec(row.value)?.[1];
    if (town !== undefined && tries % 3 === 0)
      put(row.value.replace(`${town}市`, `${pick(TOWNS, next)}编造县`), row.value);
  }
  return [...out.values()].slice(0, count);
};

const SYLLABLES = '珂璟曜岚沐晗翎澜昀霁澍珩瑄琮璨翊旻昕洛曦'.split('');
const LATIN = [
  'Veltra',
  'Quornby',
  'Zelmira',
  'Ostrand',
  'Ilvane',
  'Marwick',
  'Tollen',
  'Brasko',
  'Ferrin',
  'Ulmeth',
];
const GENERIC = [
  '医院',
  '人民医院',
  '第一医院',
  'Hospital',
  'The First Affiliated Hospital',
  '中医院',
  '附属医院',
  "People's Hospital",
  '妇幼保健院',
  'No. 2 Hospital',
  '北京',
  '上海市',
  '😀',
  '13',
  '第',
  '?',
  '医',
];

/** Names of nothing: invented words, and generic words alone. */
export const nothing = (rows: readonly NameRow[], count: number): MadeUp[] => {
  const text = rows.map((row) => row.value).join('\n');
  const next = random(818);
  const out = new Map<string, MadeUp>();
  for (const query of GENERIC) out.set(query, { query, madeUp: true, like: '' });
  while (out.size < count) {
    const core = pick(SYLLABLES, next) + pick(SYLLABLES, next);
    const han = `${next() < 0.6 ? pick(TOWNS, next) : ''}${core}${pick(['医院', '国际医院', '康复医院', '眼科医院'], next)}`;
    const latin = `${pick(LATIN, next)} ${pick(LATIN, next)} ${pick(['Hospital', 'Medical Centre', 'Eye Hospital'], next)}`;
    const query = next() < 0.7 ? han : latin;
    if (!text.includes(core)) out.set(query, { query, madeUp: true, like: '' });
  }
  return [...out.values()];
};
