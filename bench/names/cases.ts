import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { canonicalZh } from '../../src/name-keys/keys.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { syllables } from '../../src/text/pinyin.ts';
import type { Labelled } from './rows.ts';
import { pick, random } from './seeded.ts';

const traditional = Converter({ from: 'cn', to: 'tw' });
const spoken = (name: string, glue: string): string =>
  pinyin(name, { toneType: 'none', type: 'array' }).join(glue);

const swapped = (name: string, next: () => number): string => {
  const at = 2 + Math.floor(next() * Math.max(1, name.length - 5));
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
};

/** Characters of names by their sound, and all of them: what stands for another by a slip. */
type Characters = Readonly<{ bySound: ReadonlyMap<string, readonly string[]>; all: readonly string[] }>;

const charactersOf = (rows: readonly NameRow[]): Characters => {
  const all = [...new Set(rows.flatMap(({ value }) => [...value].filter((one) => HAN.test(one))))];
  return { all, bySound: Map.groupBy(all, (one) => syllables(one).join(' ')) };
};
const HAN = /\p{Script=Han}/u;

/** The name with the character at a place, which is not of its house at the end, put otherwise; null where nothing else fits there. */
const otherwise = (
  name: string,
  next: () => number,
  instead: (character: string) => readonly string[],
): string | null => {
  const at = Math.floor(next() * (name.length - 2));
  const character = name.charAt(at);
  const others = instead(character).filter((one) => one !== character);
  return others.length === 0 ? null : name.slice(0, at) + pick(others, next) + name.slice(at + 1);
};

type Change = (name: string, next: () => number, characters: Characters) => string | null;

/** Changes people make to a real name, which must not change who is meant. */
const perturbations: Readonly<Record<string, Change>> = {
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
  'character of its sound': (name, next, { bySound }) =>
    otherwise(name, next, (one) => bySound.get(syllables(one).join(' ')) ?? []),
  'character wrong': (name, next, { all }) => otherwise(name, next, () => all),
  'character doubled': (name, next) => otherwise(name, next, (one) => [one + one]),
  'city without 市': (name) => (/市/u.test(name) ? name.replace('市', '') : null),
  'department added': (name) => (name.endsWith('医院') ? `${name}心内科` : null),
};

/** Perturbed forms of real names, `each` of every kind; a form that is itself a registered name of another is no question. */
export const perturbed = (rows: readonly NameRow[], each: number): Readonly<Record<string, Labelled[]>> => {
  const legal = rows.filter(
    (row) => row.kind === 'legal' && row.value.endsWith('医院') && row.value.length >= 5,
  );
  const bearers = new Map(rows.map((row) => [canonicalZh(row.value), row.institution]));
  const taken = (query: string, row: NameRow): boolean =>
    (bearers.get(canonicalZh(query)) ?? row.institution) !== row.institution;
  const characters = charactersOf(rows);
  const out: Record<string, Labelled[]> = {};
  for (const [kind, change] of Object.entries(perturbations)) {
    const next = random(kind.length * 7919);
    const list: Labelled[] = [];
    for (let tries = 0; list.length < each && tries < each * 30; tries += 1) {
      const row = pick(legal, next);
      const query = change(row.value, next, characters);
      if (query !== null && query !== row.value && !taken(query, row))
        list.push({ query, target: row.value, province: row.province });
    }
    out[kind] = list;
  }
  return out;
};

/** A letter of a distinctive word lost, doubled or exchanged with the next, as English names are mistyped: Shangai, Ruijjin. */
export const mistyped = (name: string, common: ReadonlySet<string>, next: () => number): string | null => {
  const words = name.split(' ');
  const own = words.findIndex((word) => word.length >= 5 && !common.has(word.toLowerCase()));
  const word = words[own];
  if (word === undefined || !/^[A-Za-z]+$/u.test(word)) return null;
  const at = 1 + Math.floor(next() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const slips = [
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
  ];
  const slip = slips[Math.floor(next() * slips.length)] ?? word;
  return slip === word ? null : words.with(own, slip).join(' ');
};
