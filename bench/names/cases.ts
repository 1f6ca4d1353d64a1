import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { hasHan } from '../../src/kit/han.ts';
import { nameKeys } from '../../src/kit/name-key.ts';
import { placeOf } from '../../src/kit/places.ts';
import type { NameRow } from '../../src/store/types.ts';
import { type Labelled, shipped } from './rows.ts';

/** A question no institution answers to. All are made up. */
export type MadeUp = Readonly<{ query: string; madeUp: true; like: string }>;

/** A small generator with a fixed seed: the same cases on every run. */
export const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
};

const pick = <T>(list: readonly T[], next: () => number): T => {
  const one = list[Math.floor(next() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

const labelled = (query: string, target: string, province: string | undefined): Labelled => ({
  query,
  target,
  province: placeOf({ province }).province ?? null,
});

/** English names of real hospitals, each with its Chinese name (names-2026-06.csv). */
export const englishPairs = (): Labelled[] =>
  shipped
    .bilingual()
    .filter((row) => row.name_en !== '')
    .map((row) => labelled(row.name_en ?? '', row.name_zh ?? '', row.province));

/** Chinese aliases that share at least two characters in a row with the registered name: those a comparison can find. */
export const lexicalAliases = (): Labelled[] => {
  const register = new Map(shipped.register().map((row) => [row.record_no, row]));
  return shipped.aliases().flatMap((row) => {
    const owner = register.get(row.record_no ?? '');
    const alias = row.alias ?? '';
    const target = (owner?.name ?? '').split(/[（(]/u)[0] ?? '';
    if (owner === undefined || !hasHan(alias) || (owner.name ?? '').includes(alias)) return [];
    const core = alias.replace(/医院|大学|附属|人民|省|市/gu, '');
    const shares = [...core].some((_, at) => at > 0 && target.includes(core.slice(at - 1, at + 1)));
    return shares ? [labelled(alias, target, owner.province)] : [];
  });
};

/** Affiliation lines of papers, labels checked by hand (16 wrong ones of the upstream sets left out). */
export const affiliations = (): Labelled[] =>
  shipped
    .affiliations()
    .map((row) => ({ query: row.query ?? '', target: row.name_zh ?? '', province: null }));

const traditional = Converter({ from: 'cn', to: 'tw' });
const spoken = (name: string, glue: string): string =>
  pinyin(name, { toneType: 'none', type: 'array' }).join(glue);

const swapped = (name: string, next: () => number): string => {
  const at = 2 + Math.floor(next() * Math.max(1, name.length - 5));
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
};

/** Changes people make to a real name, which must not change who is meant. */
const perturbations: Readonly<Record<string, (name: string, next: () => number) => string | null>> = {
  traditional: (name) => traditional(name),
  spaced: (name) => [...name].join(' '),
  'full width and brackets': (name) => `「${name}」`,
  'digits for numerals': (name) =>
    /第一|第二|第三/u.test(name)
      ? name.replace('第一', '第1').replace('第二', '第2').replace('第三', '第3')
      : null,
  'pinyin with spaces': (name) => (name.length <= 10 ? spoken(name, ' ') : null),
  'toned pinyin': (name) => (name.length <= 8 ? pinyin(name, { type: 'array' }).join(' ') : null),
  'letters swapped': (name, next) => (name.length >= 9 ? swapped(name, next) : null),
  'character lost': (name, next) =>
    name.length >= 9 ? name.slice(0, 3) + name.slice(4 + Math.floor(next())) : null,
  'city without 市': (name) => (/市/u.test(name) ? name.replace('市', '') : null),
  'department added': (name) => (name.endsWith('医院') ? `${name}心内科` : null),
};

/** Perturbed forms of real names, `each` of every kind. */
export const perturbed = (rows: readonly NameRow[], each: number): Readonly<Record<string, Labelled[]>> => {
  const legal = rows.filter(
    (row) => row.kind === 'legal' && row.value.endsWith('医院') && row.value.length >= 5,
  );
  const out: Record<string, Labelled[]> = {};
  for (const [kind, change] of Object.entries(perturbations)) {
    const next = random(kind.length * 7919);
    const list: Labelled[] = [];
    for (let tries = 0; list.length < each && tries < each * 30; tries += 1) {
      const row = pick(legal, next);
      const query = change(row.value, next);
      if (query !== null && query !== row.value)
        list.push({ query, target: row.value, province: row.province });
    }
    out[kind] = list;
  }
  return out;
};

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
  const known = new Set(rows.map((row) => nameKeys(row.value).full));
  const next = random(20200529);
  const out = new Map<string, MadeUp>();
  const put = (query: string, like: string): void => {
    if (!known.has(nameKeys(query).full) && query !== like) out.set(query, { query, madeUp: true, like });
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
