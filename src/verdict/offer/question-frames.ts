import { joiningWords } from '../../../schema/lexicon/joining-words.ts';
import { hasHan } from '../../text/han.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import { namesHouse } from '../vocabulary/treatments.ts';
import { bare } from './treatment-at.ts';

/** A line read as a question: the words that are asked for, and the name of whoever is asked about. */
type Framed = Readonly<{ name: string; words: string }>;

/** Most words of what is asked for, and most characters of it in Chinese. */
const MOST_WORDS = 8;
const MOST_HAN = 16;

const SIGNS: ReadonlySet<string> = new Set(' ?？!！。.');
const AT: ReadonlySet<string> = new Set(joiningWords.atEn);
const FOR: ReadonlySet<string> = new Set(joiningWords.forEn);
/** Words that begin a question: an article begins a name as well (“The Hospital for Women”). */
const ASKS: ReadonlySet<string> = new Set(
  joiningWords.en.filter((one) => !joiningWords.articlesEn.includes(one)),
);
const PEOPLE: ReadonlySet<string> = new Set(joiningWords.peopleEn);

/** Whether words may be what is asked for at a hospital: neither a house, nor somebody or some place of it. */
const mayBeAsked = (words: string): boolean =>
  words.length > 1 &&
  words.length <= (hasHan(words) ? MOST_HAN : 80) &&
  !namesHouse(words) &&
  !/\d/u.test(words) &&
  !joiningWords.peopleZh.some((one) => words.includes(one)) &&
  !words
    .toLowerCase()
    .split(/[^a-z]+/u)
    .some((one) => PEOPLE.has(one));

const framed = (name: string, words: string): readonly Framed[] => {
  const [own, asked] = [bare(name), bare(words)];
  return own.length > 1 && mayBeAsked(asked) ? [{ name: own, words: asked }] : [];
};

/** “my father has Parkinson's, we were offered stem cells”, “can a foreigner with HIV get surgery”: what is asked for stands behind the last sign, and the last word for having it. */
const lastClause = (text: string): string =>
  text.split(/[,;!?] |(?<=\p{L}{4})\. | (?:get|have|receive|undergo|need) /u).at(-1) ?? text;

const inEnglish = (text: string): readonly Framed[] => {
  const all = text.split(/\s+/u);
  return all.flatMap((word, at) => {
    const [head, tail] = [all.slice(0, at).join(' '), all.slice(at + 1).join(' ')];
    if (AT.has(word.toLowerCase())) return at > MOST_WORDS + 4 ? [] : framed(tail, lastClause(head));
    return FOR.has(word.toLowerCase()) &&
      ASKS.has((all[0] ?? '').toLowerCase()) &&
      namesHouse(head) &&
      all.length - at <= MOST_WORDS
      ? framed(head, tail)
      : [];
  });
};

/** 做个肠镜, 做一次核磁. */
const COUNTED = /^(?:一[个次台回]|个(?!体|性|人))/u;

const inChinese = (text: string): readonly Framed[] =>
  joiningWords.framesZh.flatMap((frame) => {
    const at = text.indexOf(frame);
    return at < 2 ? [] : framed(text.slice(0, at), text.slice(at + frame.length).replace(COUNTED, ''));
  });

/**
 * The readings of a line that is put as a question, by the words between what is asked for and the hospital: “Can I get X at Y”, “Can I trust Y for X”,
 * Y有没有X资质, Y能做X吗. Whatever stands there is asked for, whether or not a list is about it.
 */
export const questionFrames = (line: string): readonly Framed[] => {
  const text = trimSigns(line, SIGNS);
  return hasHan(text) ? inChinese(text) : inEnglish(text);
};
