import { hasHan, simplify } from '../../text/han.ts';
import { syllables } from '../../text/pinyin.ts';
import { standsIn } from '../../text/stands-in.ts';
import { namesOfBearer } from '../model/house-of.ts';
import type { Likely } from '../model/likelihood.ts';
import type { Search } from '../search.ts';

const DIRECTIONS = { north: '北', south: '南', east: '东', west: '西' } as const;
const PART = /\b(?:branch|campus|site|district|division|hospital|the)\b/giu;
/** What a part is called besides its own word: 北院, 卢湾分院. */
const ENDING = /(?:院区|分院|医院|院|区|部)$/u;
/** Fewest letters of a place that are looked for by their sound. */
const FEWEST_LETTERS = 4;
/** More names of one institution, and more parts of it, are not looked at. */
const MOST = 20;

/** Whether what stands behind a hospital's name in that of its part is what was asked for: 北院 or "North Branch", 卢湾分院 or "Luwan Branch". */
const isCalled = (rest: string, words: string): boolean => {
  const own = rest.replace(ENDING, '');
  if (own === '') return false;
  if (hasHan(words)) return own === simplify(words).replace(ENDING, '');
  const letters = words.toLowerCase().replace(PART, '').trim();
  const direction = Object.entries(DIRECTIONS).find(([word]) => word === letters)?.[1];
  const sound = letters.replace(/[^a-z]/gu, '');
  return direction === undefined
    ? sound.length >= FEWEST_LETTERS && standsIn(syllables(own), sound)
    : own === direction;
};

/**
 * A part of an institution that is on record by itself, under a name of the institution with the words for the part behind it: 上海交通大学医学院附属仁济医院南院 for 仁济南院 or
 * "Renji Hospital South Campus". Null for none, and where two are called so.
 */
export const partOnRecord = ({ finder, place }: Search, of: Likely, words: string): Likely | null => {
  const { index } = finder;
  const names = namesOfBearer(index, of.name)
    .slice(0, MOST)
    .map((one) => index.names.at(one))
    .filter(hasHan);
  const parts = names
    .flatMap((name) => finder.likely(`${name}${asked(words)}`, place).likely)
    .filter(({ institution, name }) => {
      const whole = index.names.at(name);
      const own = names.find((one) => whole.startsWith(one) && whole.length > one.length);
      return institution !== of.institution && own !== undefined && isCalled(whole.slice(own.length), words);
    });
  const [only, ...more] = new Map(parts.map((one) => [one.id, one])).values();
  return only === undefined || more.length > 0 ? null : only;
};

/** The words for a part in Chinese, as far as they are known: by them and the hospital's name its parts are found. */
const asked = (words: string): string => {
  if (hasHan(words)) return words;
  const direction = Object.entries(DIRECTIONS).find(([word]) => words.toLowerCase().includes(word));
  return direction === undefined ? '分院' : `${direction[1]}院`;
};
