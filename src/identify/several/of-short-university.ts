import type { Identification } from '../../../schema/verdict.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { shortens, universitiesMeant } from '../../names/compare/short-parent.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { inFull, spelledOut } from '../../names/parse/spelled-out.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import type { Step } from '../search.ts';
import { calledSoBesides, KIND, PROVINCE } from '../short-of-several.ts';

/** Characters of a university in short: 川大, 西安交大. */
const SHORT = { least: 2, most: 4 };
/** Universities of one short form that are looked up. */
const MOST = 6;
const HOUSE = /(?:医院|院)$/u;
const NUMBER = /^([一二三四五六七八九])(?:医?院)?$/u;
/** 南华附属…: no county has such a one. */
const AFFILIATED = /^附属/u;
/** 上海医科大学附属…: the name of a university goes on; 北京大 | 学医学 parts 大学. */
const WITHIN = /^学|大学|学院|.附属/u;

/** What follows a university in short as the end of a name in full: 华西医院 and 附属华西医院 for 华西, 附属第三医院 for 附三 and 三院. */
const endsInFull = (rest: string): readonly string[] => {
  const [, number] = NUMBER.exec(rest) ?? [];
  const own =
    number === undefined ? (inFull(rest) ?? (HOUSE.test(rest) ? rest : `${rest}医院`)) : `第${number}医院`;
  return AFFILIATED.test(own) ? [own] : [`附属${own}`, own];
};

/** The universities that the beginning of a name may be in short; none for a place or a part of one (黑龙 of 黑龙江), and for words that many have. */
const universitiesOf = (short: string, rest: string): readonly string[] => {
  const level = placeNamed(short)?.level;
  const isWithinPlace = (leadingPlace(short + rest)?.length ?? 0) > short.length;
  const isPlace = isWithinPlace || (level !== undefined && !(level === 3 && AFFILIATED.test(rest)));
  return isPlace || rest === '' || PROVINCE.test(short) || KIND.test(short) ? [] : universitiesMeant(short);
};

/**
 * How hospitals of universities that a short form may mean are called in full; none where several universities may be meant and only a number says which hospital, unless the city
 * is said as well (广医三院 in 广州), and where only a field does: 复大肿瘤 is no hospital of 复旦大学.
 */
const namesInFull = (text: string, length: number, city: string | null): readonly string[] => {
  const [short, rest] = [text.slice(0, length), text.slice(length)];
  const universities = universitiesOf(short, rest);
  const { core, ordinal, parentText } = parseName(rest);
  if (parentText !== '' || WITHIN.test(rest) || (core.length === 0 && ordinal === null)) return [];
  const today = universities.filter((one) => one.startsWith(short) || shortens(short, one));
  const isOne = universities.length === 1 || city !== null;
  const meant = core.length > 0 ? universities : isOne ? today : [];
  return meant.slice(0, MOST).flatMap((one) => endsInFull(rest).map((end) => one + end));
};

/**
 * 川大华西, 华科同济医院, 南华附一: a hospital of a university in short. Each university that may be called so is written out; whoever alone is settled on then is meant. Where only a
 * number tells which hospital, one university alone must be called so by its name of today, or have that hospital in the city that is said beside it. Null for any other name.
 */
export const ofShortUniversity: Step = async (search) => {
  const { name, place } = search;
  const text = hasHan(name) ? spelledOut(canonicalZh(name)) : '';
  for (let length = SHORT.most; length >= SHORT.least; length -= 1) {
    const found = new Map<string, Identification>();
    for (const one of namesInFull(text, length, place.city)) {
      const answer = await search.ask(one, place, true);
      if (answer.id !== null) found.set(answer.id, answer);
    }
    const [first, ...others] = found.values();
    if (first === undefined) continue;
    const isShared = place.city === null && calledSoBesides(search, text.slice(0, length)).length > 0;
    return others.length === 0 && !isShared ? first : null;
  }
  return null;
};
