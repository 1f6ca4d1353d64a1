import { denyingWords, namedBesideWords } from '../../../schema/lexicon/other-languages.ts';
import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import { besideNameWords } from '../../../schema/lexicon/words-beside.ts';
import { ordinalOf } from '../../name-keys/generic-words.ts';
import { placeNamed } from '../../places/place-names.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan, latinWords } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { isSum } from '../../text/sums.ts';
import { isTitledPerson } from './clauses-beside.ts';
import { isDepartmentWord, isHanDepartment } from './departments.ts';

const { partEndings, notParts, persons } = besideNameWords;
const PARTS: ReadonlySet<string> = new Set(partEndings.en);
const NO_PARTS: ReadonlySet<string> = new Set([
  ...notParts.en,
  ...namedBesideWords.enBehind,
  ...denyingWords.en,
]);
const NO_PARTS_ZH = [
  ...notParts.zh,
  ...namedBesideWords.zhBefore,
  ...namedBesideWords.zhBehind,
  ...denyingWords.zh,
];

/** Most characters of a person's name before a title: 欧阳娜娜医生. */
const LONGEST_NAME = 4;

/** 的国际部, "– West Campus": without what joins it to the name. */
const bare = (words: string): string =>
  words.replace(/(?<=.)[（(][^（）()]{0,20}[）)]$/u, '').replace(/[\s的·•、,，/|（(）)-]/gu, '');

/** "in Guangzhou", "Pudong": a place of China. */
export const isTown = (words: string): boolean => {
  const { places, unread, mistyped } = statedPlaces({ city: words.replace(/^(?:in|at|of)\s/iu, '') });
  return places.length > 0 && unread === null && mistyped === null;
};

/** A house of its own, though its name begins with the hospital's: 瑞金医院海南医院. */
const isHouse = (text: string): boolean => text.endsWith('医院');

/**
 * Whether words beside a hospital's name say what a part of a hospital is called: a campus, a building, a ward, a department, a number, a place. Not what is near it, who sells
 * it or is said to come from it, nor another hospital.
 */
export const isPart = (words: string): boolean => {
  if (!hasHan(words)) {
    const all = latinWords(words);
    if (all.some((word) => NO_PARTS.has(word))) return false;
    return (
      all.every((word) => ordinalOf(word) !== null) || all.some((word) => PARTS.has(word)) || isTown(words)
    );
  }
  const text = bare(words);
  if (isHouse(text) || NO_PARTS_ZH.some((word) => text.includes(word))) return false;
  if (/科室?$/u.test(text)) return isHanDepartment(text);
  return (
    partEndings.zh.some((ending) => text.endsWith(ending)) ||
    isHanDepartment(text) ||
    placeNamed(text) !== null
  );
};

/** 前主任, 退休张主任, 冒牌医生: nobody who works there. */
const NOBODY_THERE = NO_PARTS_ZH.filter((word) => word !== '专家' && !persons.includes(word));
const FORMER = /^(?:前|原$)/u;

/** 李医生, 骨科张主任: a person by a title, with or without a department before. */
const isPerson = (text: string): boolean => {
  const title = persons
    .filter((word) => text.endsWith(word) && text.length > word.length)
    .toSorted((a, b) => b.length - a.length)[0];
  const named = title === undefined ? '' : text.slice(0, -title.length);
  if (named === '' || FORMER.test(named) || NOBODY_THERE.some((word) => named.includes(word))) return false;
  for (let length = 1; length <= Math.min(LONGEST_NAME, named.length); length += 1) {
    const before = named.slice(0, named.length - length);
    if (before === '' || isHanDepartment(before)) return true;
  }
  return false;
};

const asking = late(() => new Set([...sentenceWords().zh.askingBehind, ...sentenceWords().zh.askingBefore]));
/** 特需, 血液科: words for a department of a hospital in Chinese, and no others. */
export const isDepartment = (words: string): boolean => isHanDepartment(bare(words));

/** "Cardiac Surgery": work in Latin letters, of a department or of a hospital that is called after it. */
export const isWork = (words: string): boolean => !hasHan(words) && latinWords(words).every(isDepartmentWord);

/** 编造明 主任医师: the blank before a title parts nothing. */
const BEFORE_TITLE = new RegExp(`(?<=\\p{Script=Han})\\s(?=(?:${persons.join('|')})(?:\\s|$))`, 'gu');

/** Whether words beside a hospital's name are a person, a sum or a question, none of which makes another hospital of it. */
export const saysNoHouse = (words: string): boolean => {
  const pieces = words
    .replace(BEFORE_TITLE, '')
    .split(/[\s,，、;；。.!！?？]+(?![\d])/u)
    .map((piece) => (hasHan(piece) ? bare(piece) : piece))
    .filter((piece) => piece !== '');
  if (isTitledPerson(words.trim().toLowerCase())) return true;
  return (
    pieces.length > 0 &&
    pieces.every((piece) => asking().has(piece) || isPerson(piece) || isSum(piece) || isDepartment(piece))
  );
};
