import { englishPhraseList, englishNameWords as WORDS } from '../../../schema/lexicon/name-words.ts';
import { plainLatin } from '../../name-keys/english-keys.ts';
import { neighboursExchanged, shortLevenshtein } from '../../text/edit-distance.ts';
import { remembered } from '../../text/remembered.ts';
import { pinyinWords, spelledInPinyin } from './sound.ts';

/** Most words that are remembered. */
const KEPT = 20_000;
const known = new Set(WORDS.flatMap((one) => [one, `${one}s`]));

/** A word of at least six letters, corrected where one letter (two in words of nine) makes it a common word of hospital names. */
const correctWord = remembered(KEPT, (word): string => {
  if (known.has(word) || spelledInPinyin(word)) return word;
  const near = (most: number) =>
    WORDS.find(
      (one) => one[0] === word[0] && (neighboursExchanged(one, word) || shortLevenshtein(one, word) <= most),
    );
  return near(1) ?? (word.length >= 9 ? near(2) : undefined) ?? word;
});

const INNER =
  /(?<!\b(?:school|college|faculty))\s(?:of|affiliated (?:to|with)|at|under|in)\s(?:the\s)?|(?<=\b(?:hospital|cent(?:er|re)))\s(?:with|to)\s(?:the\s)?/u;

/** English phrases and variants → words of the name lexicon, each set off by spaces. Read in this order. */
const englishPhrases = englishPhraseList.map(
  ({ phrase, words }) => [new RegExp(`\\b(?:${phrase})(?![a-z])`, 'gu'), ` ${words} `] as const,
);

/** Text with each phrase of the lexicon written as one word, in the spelling of `name-lexicon.ts`. */
const joinPhrases = (text: string): string => {
  let out = ` ${text} `
    .replace(/\b(?:no|number|nr)\s{0,3}\.?\s{0,3}(\d{1,3})\b/gu, ' $1th ')
    .replace(/\b(\d{1,2}) (?=(?:people|hospital|affiliated|central))/gu, '$1th ')
    .replace(/[^\p{L}\p{N}.&-]+/gu, ' ')
    .replace(/[-.]+/gu, ' ')
    .replace(/[a-z]{6,}/gu, correctWord);
  for (const [pattern, put] of englishPhrases) out = out.replace(pattern, put);
  return out.replace(/\s+/gu, ' ').trim();
};

/** Words a second name cannot begin with: "Women and Children", "Chinese and Western", "Obstetrics and Gynecology". */
const GOES_ON =
  /^(?:child|infant|western|gyn|obstet|throat|blood|tech|science|institute\b|health|trauma|reproduct|hospital\b|surger|research|neck|vascular|ent\b|chinese)/u;
const NAMES_BODY =
  /^(?:the )?(?:college|school|faculty|department|institute of|key|state key|national|research|cent(?:er|re) )/u;

/** "… Hospital and Yuying Children's Hospital": two names, or a name and a school, joined by "and". */
const splitAnd = (clause: string): string[] => {
  const at = clause.indexOf(' and ');
  if (at < 0) return [clause];
  const [left, right] = [clause.slice(0, at), clause.slice(at + 5)];
  const house = /\bhospital\b/u.test(left);
  const schooled = /\b(?:school|college|university|faculty|department)\b/u.test(left);
  const apart =
    !GOES_ON.test(right) &&
    ((house && (/\bhospital\b/u.test(right) || NAMES_BODY.test(right))) ||
      (!house && schooled && /\bhospital\b/u.test(right)));
  if (apart) return [left, ...splitAnd(right)];
  const [next = '', ...more] = splitAnd(right);
  return [`${left} and ${next}`, ...more];
};

/** A hyphen after a hospital's name begins another body's. */
const splitHyphen = (clause: string): string[] =>
  clause.split(
    /(?<=\bhospital)\s*-\s*(?!affiliated)|(?<=\bhospital\b.*)-(?=.*\b(?:cent(?:er|re)|lab\w*|society|institute)\b)/u,
  );

/** "Department of Cardiology of Huashan Hospital": what a department is of is no part of the hospital's name. */
const DEPARTMENT_OF =
  /^((?:the )?(?:department|dept\.?|division|section|ward|unit|laboratory|lab) of [a-z &-]{3,60}?) (?:of|at|in) (?=[^,;()]{2,80}\bhospital\b)/u;

const MOST = 20;

/** The clauses of a line, at its commas, brackets, dashes and where "and" begins another name. */
export const clausesOf = (name: string): string[] =>
  pinyinWords(plainLatin(name))
    .replace(/[\u2010-\u2015]/gu, '-')
    // "Ruijin's Hainan branch"
    .replace(/^(\w{4,})s ((?:\w+ )?(?:branch|campus))$/u, '$1 hospital $2')
    // "Eye, Ear, Nose and Throat Hospital" names one house.
    .replace(/,\s{0,3}(?=(?:ear|nose|(?:and )?throat)\b)/gu, ' ')
    .replace(/\(([^()]{2,30})\)(?=[^,;()]*\bhospital\b)/gu, ' $1 ')
    .replace(DEPARTMENT_OF, '$1, ')
    // "Coal Industry Group Co., Ltd. General Hospital" is one name.
    .replace(/\bco\.?,? ?ltd\.?(?= [a-z])/gu, 'company')
    .replace(/\s+/gu, ' ')
    .split(/[,;:()[\]/|]|\s-\s/u)
    .slice(0, MOST)
    .flatMap(splitHyphen)
    .flatMap(splitAnd)
    .slice(0, MOST);

/** "Sichuan University Moon Lake Branch": a body, and a part of the hospital that a line names behind it. */
const BODY_AND_PART = /^(.{3,80}\b(?:university|academy|medicalcollege)) (\S.{0,40}\bbranch)$/u;
const partApart = (piece: string): readonly string[] => {
  const [, body, part] = BODY_AND_PART.exec(piece) ?? [];
  return body === undefined || part === undefined || /\bhospital\b/u.test(piece) ? [piece] : [body, part];
};

/** Pieces of a clause: the hospital, and what it is "of". */
export const piecesOf = (clause: string): string[] =>
  clause
    .replace(/\b(university|academy) of /gu, '$1 ')
    .split(INNER)
    .map(joinPhrases)
    .flatMap(partApart)
    .filter((piece) => piece !== '');

/**
 * An English name in two, at the word for its house: West China Hospital, and Cardiology. What a house is "of" or "for" is its own name; '' where
 * nothing stands behind.
 */
export const atHouse = (name: string): readonly [string, string] => {
  const at = /\bhospital (?!of |for )/iu.exec(name)?.index;
  if (at === undefined) return [name, ''];
  const end = at + 'hospital'.length;
  return [name.slice(0, end), name.slice(end).trim()];
};
