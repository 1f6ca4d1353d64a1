import { placeWords } from '../../../schema/lexicon/places.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { hasHan } from '../../text/han.ts';

const SIGNS = /[,;()（）]/u;
const HOUSE =
  /^(.{0,100}?\b(?:hospital|(?:medical|cancer|heart) cent(?:er|re)|sanatorium))\b\s{1,3}(?!of\b|affiliated\b|attached\b|and\b|at\b|in\b|for\b)(\S.{0,150})$/iu;
const OF_BODY =
  /^(.{0,60}?\b(?:hospital|cent(?:er|re))\s(?:of|affiliated (?:to|with))\s.{0,80}?\b(?:university|college|academy))\s{1,3}(?!of\b|hospital\b|school\b)(\S.{0,100})$/iu;
const BODY_END = /\b(university|college|academy|school of medicine)\b\s{1,3}(?!of\b|hospital\b|and\b)/giu;

const NOWHERE: ReadonlySet<string> = new Set(placeWords.nowhere);

const isPlace = (words: string): boolean =>
  NOWHERE.has(words.toLowerCase()) || provincesOrCitiesSpelled(words.toLowerCase()).length > 0;

/** What a piece behind the house must be for a comma to stand before it: a body or a place, whole. Other words may be a part, a street or another house. */
const BODY = /\b(?:university|college|academy|school of medicine)(?: of [a-z &-]{2,60})?$/iu;
/** A body by its initials counts behind a body alone: HUST behind Tongji Medical College, and no VIP behind a hospital. */
const INITIALS = /^[A-Z]{3,6}$/u;
const areWhole = (pieces: readonly string[]): boolean =>
  pieces.every(
    (one, at) => isPlace(one) || BODY.test(one) || (INITIALS.test(one) && BODY.test(pieces[at - 1] ?? '')),
  );
/** Words behind which a name goes on: "First Affiliated Hospital of University of", Jinan. */
const GOES_ON = /\b(?:of|in|at|and|for|to|the)$/iu;

/** Most words of a place's name: "Inner Mongolia", "P.R. China". */
const MOST = 2;

/** What a text ends in that names a place of China, one behind the other, and what stands before them. */
const placesBehind = (text: string): readonly string[] => {
  const words = text.split(/\s{1,20}/u);
  const places: string[] = [];
  for (let length = MOST; length > 0 && words.length > 0; ) {
    const last = words.slice(-length).join(' ');
    if (words.length >= length && isPlace(last)) {
      places.unshift(last);
      words.length -= length;
      length = MOST;
    } else length -= 1;
  }
  return [words.join(' '), ...places].filter((one) => one !== '');
};

/**
 * A line in Latin letters without a comma, with one behind the hospital, behind each body and between the places at its end: "Huashan Hospital Fudan University Shanghai
 * China". Null for a line that has its own, and where nothing is to be parted.
 */
export const withCommas = (name: string): string | null => {
  if (hasHan(name) || SIGNS.test(name)) return null;
  const line = name.trim();
  const [, head, rest] = HOUSE.exec(line) ?? OF_BODY.exec(line) ?? [];
  const pieces =
    head === undefined || rest === undefined
      ? placesBehind(line)
      : [head, ...placesBehind(rest.trim().replace(BODY_END, '$1,')).flatMap((one) => one.split(','))];
  const [house = '', ...behind] = pieces.map((one) => one.trim()).filter((one) => one !== '');
  if (behind.length === 0 || GOES_ON.test(house) || !areWhole(behind)) return null;
  return [house, ...behind].join(', ');
};
