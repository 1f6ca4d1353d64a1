import { joiningWords } from '../../../schema/lexicon/joining-words.ts';
import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';

const joining = late(() => new Set(Object.values(sentenceWords()).flatMap((words) => words.joining)));

/** Whether a word in small letters alone makes no sentence of a line: the, 的, a sign. */
export const joins = (word: string): boolean => joining().has(word) || /^\P{L}+$/u.test(word);

const cantonese = late(() => {
  const { cantonese: table } = sentenceWords().zh;
  const written = Object.keys(table).toSorted((a, b) => b.length - a.length);
  return { table, pattern: new RegExp(written.join('|'), 'gu') };
});
/** Characters that Cantonese alone writes; none is of a hospital's name. */
const CANTONESE = /[唔冇嘅喺睇佢哋咗嚟搵咩呃]|系咪/u;

/** A sentence in simplified characters with its words of Cantonese in Mandarin: 得唔得 is 行不行, and 唔 denies as 不 does. */
export const inMandarin = (text: string): string => {
  const { table, pattern } = cantonese();
  const said = CANTONESE.test(text) ? text.replace(pattern, (word) => table[word] ?? word) : text;
  return said.replace(ASKS_WHETHER, '吗');
};
/** 有资质没, 能做不: what denies elsewhere asks at the end. */
const ASKS_WHETHER = /(?<=\p{Script=Han})[没不](?=[\s?？!！。]{0,9}$)/u;

const trader = late(() => {
  const { zh, en } = sentenceWords();
  const oneOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
  const inEnglish = `[\\s-]{0,3}(?:${oneOf(en.beforeTraders)}\\s){0,4}${oneOf(en.traders)}`;
  return new RegExp(
    `^(?:${inEnglish}|\\s{0,3}(?:${oneOf(zh.beforeTraders)}\\s{0,3}){0,3}${oneOf(zh.traders)})`,
    'iu',
  );
});

/** Whether what stands behind a name begins with somebody who trades with it: “medical travel agency”, 的官方代理. */
export const begunByTrader = (behind: string): boolean => trader().test(behind);

const DENIED_EN: ReadonlySet<string> = new Set(joiningWords.deniedEn);

/** Whether a word of denial begins at this place of a Chinese text, and no longer word or place that denies nothing: 无锡, 不孕. */
const deniesAt = (text: string, at: number): boolean =>
  joiningWords.deniedZh.some((word) => text.startsWith(word, at)) &&
  !sentenceWords().zh.notDenying.some((word) => text.startsWith(word, at)) &&
  leadingPlace(text.slice(at)) === null;

/** Whether words deny what they are about: what is left of the line is then no question about it, and no more than the hospital is offered. */
export const denies = (words: string): boolean =>
  hasHan(words)
    ? Array.from(words, (_, at) => at).some((at) => deniesAt(words, at))
    : words
        .toLowerCase()
        .split(/[^\p{L}-]+/u)
        .some((word) => DENIED_EN.has(word));

const ANOTHER =
  /(?<![住出入转])院(?![士长])|诊所|門診|门诊|中心|公司|机构|\b(?:hospitals?|clinics?|cent(?:er|re)s?|branch|campus|company|university)\b/iu;

/** Whether words name another house, or a part of one: what is said is not of the hospital named. */
export const isOfAnother = (words: string): boolean => ANOTHER.test(words);
