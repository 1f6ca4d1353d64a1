import { isUniversity, presentUniversity } from '../name-keys/universities.ts';
import { placeNamed } from '../places/place-names.ts';
import { hasHan } from '../text/han.ts';

/** What stands before a bracket that ends a name, and what stands in it; brackets of Chinese text count as well. */
type TrailingBracket = Readonly<{ before: string; inside: string }>;

/** Takes a bracket at the end off a name: 瑞金医院（上海） → 瑞金医院, 上海. Null where the name ends with none. */
export const trailingBracket = (name: string): TrailingBracket | null => {
  const text = name.trim().replaceAll('（', '(').replaceAll('）', ')');
  const at = text.lastIndexOf('(');
  return at < 1 || !text.endsWith(')')
    ? null
    : { before: text.slice(0, at).trim(), inside: text.slice(at + 1, -1).trim() };
};

const HOUSE = /医院|醫院|保健院|[一二三四五六七八九十]院|中心/gu;

/** A Chinese name cut behind each of its words for a house but the last characters: 华山医院虹桥院区 → 华山医院, 虹桥院区. */
export const behindHouses = (text: string): readonly Readonly<{ house: string; behind: string }>[] =>
  [...text.matchAll(HOUSE)]
    .map((hit) => hit.index + hit[0].length)
    .filter((end) => end < text.length)
    .map((end) => ({ house: text.slice(0, end), behind: text.slice(end) }));

/** A bracket with a district names a part of the hospital (浙大二院（滨江）); one with a city or a province says where it stands. */
const CITY = 2;
const DISTRICT = 3;

type Apart = Readonly<{ place: string; rest: string; deepest: number }>;

const SEPARATORS = /[\s,，、;；]+/u;

/** A word apart at the end: 华西医院 成都; 协和医院，武汉. */
const atTheEnd = (name: string): Apart | null => {
  const words = name.split(SEPARATORS);
  const place = words.at(-1) ?? '';
  return words.length < 2 ? null : { place, rest: words.slice(0, -1).join(' '), deepest: DISTRICT };
};

/** A word in brackets at the end: 瑞金医院（上海）. */
const inBrackets = (name: string): Apart | null => {
  const apart = trailingBracket(name);
  return apart === null ? null : { place: apart.inside, rest: apart.before, deepest: CITY };
};

/** 北京的协和医院. */
const asOwner = (name: string): Apart | null => {
  const at = name.indexOf('的');
  return at < 1 ? null : { place: name.slice(0, at), rest: name.slice(at + 1), deepest: DISTRICT };
};

/**
 * A Chinese name whose place is written apart from it, put in the order in which names are registered: 华西医院 成都 → 成都华西医院.
 * or the university whose it is: 东方医院 北京中医药大学. Null where no such word is a place of China by its whole name, or a university's.
 */
export const placeToFront = (name: string): string | null => {
  const text = name.trim();
  if (!hasHan(text)) return null;
  for (const apart of [atTheEnd(text), inBrackets(text), asOwner(text)]) {
    const place = apart === null ? null : placeNamed(apart.place);
    if (apart !== null && place !== null && place.level <= apart.deepest) return apart.place + apart.rest;
    // 东方医院 北京中医药大学.
    if (apart !== null && apart.deepest === DISTRICT && isUniversity(presentUniversity(apart.place)))
      return apart.place + apart.rest;
  }
  return null;
};
