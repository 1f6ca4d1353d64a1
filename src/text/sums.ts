import { besideNameWords } from '../../schema/lexicon/words-beside.ts';

const money = besideNameWords.money.toSorted((a, b) => b.length - a.length).join('|');

/** Digits with what a sum is written with before and behind them: 30万, 20多万块钱, $80000, “300,000 RMB”, “80k”. Without any of it they are a number. */
const written = `(?:[¥￥$€]\\s?)?\\d[\\d.,]{0,12}(?:\\s?k(?![a-z]))?[多几来]?\\s?(?:[万千百]{1,2}[多来]?)?(?:\\s?(?:${money})(?![a-z]))?`;
const HERE = new RegExp(written, 'iuy');
const ALL = new RegExp(written, 'giu');
/** 65多岁 and 从301来 are no sums. */
const WITH_MORE = /[^\d.,\s多几来]/u;

/** A sum that is written as nothing but digits: 80000, and neither a part (2) nor a telephone (021, 64370045). */
const BARE = /^[1-9]\d{3,6}$/u;

/** Whether a word of digits, be they grouped (300,000), is so much that it is a sum. */
export const isBareSum = (text: string): boolean => BARE.test(text.replace(/[,，\s]/gu, ''));

/** Where a sum that begins at this place of a text ends; the place itself for none. */
export const sumEnd = (text: string, start: number): number => {
  HERE.lastIndex = start;
  const [sum = ''] = HERE.exec(text) ?? [];
  return WITH_MORE.test(sum) ? start + sum.trimEnd().length : start;
};

/** A text without the sums in it. */
export const withoutSums = (text: string): string =>
  text.replace(ALL, (sum) => (WITH_MORE.test(sum) ? ' ' : sum));

/** Whether a sum stands in a text. */
export const holdsSum = (text: string): boolean => withoutSums(text) !== text;

/** Whether a text is a sum and nothing else: 50万, 约50万-80万, 80000. */
export const isSum = (text: string): boolean =>
  isBareSum(text) || (holdsSum(text) && /^[\s~约,，-]*$/u.test(withoutSums(text)));
