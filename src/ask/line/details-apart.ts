import { lineDetails } from '../../../schema/lexicon/line-details.ts';
import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { late } from '../../text/remembered.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import type { Facts } from '../facts.ts';
import { listed } from './words-of-sentence.ts';

/** A word in Latin letters is a whole one, others stand where they are found. */
const oneOf = (words: readonly string[]): string =>
  `(?:${words.map((word) => (/[a-z]$/u.test(word) ? `(?<![\\p{L}])${word}(?!\\p{L})` : word)).join('|')})`;

/** Not within another number, nor behind a letter of one: numbers of registers are longer, and hold letters. */
const ALONE = ['(?<![\\p{Script=Latin}\\d.+-])', '(?![\\d-]*\\p{Script=Latin}|[\\d-]*\\d)'] as const;
const alone = (number: string): string => `${ALONE[0]}${number}${ALONE[1]}`;

const YEAR = '20\\d\\d';
const patterns = late(() => {
  const { phone, reference, coded, number, months, roads, before } = lineDetails();
  const month = oneOf(months);
  const behind = (words: readonly string[]): string => `(?:${oneOf(words)}[\\s.:：]{0,3})?`;
  const mobile = '1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}';
  const landline = '(?:0\\d{2,3}[ -]?[2-8]\\d{6,7}|[48]00[ -]?\\d{3}[ -]?\\d{4})';
  const abroad = '\\+\\d{1,3}(?:[ -]?\\d{1,5}){2,4}';
  const called = `${oneOf(phone)}[\\s.:：]{0,3}${alone('\\d(?:[ -]?\\d){5,13}')}`;
  const day = `(?:[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?)`;
  const inEnglish = `(?:\\d{1,2} )?${month}\\.?(?: \\d{1,2},?)? ${YEAR}`;
  const inMonth = `(?<!\\p{L})in ((?:(?:early|mid|late)[ -])?${month})(?!\\.? ?\\d)`;
  const inChinese = `${YEAR} ?年(?:\\d{1,2}月份?(?:\\d{1,2}[日号])?)?`;
  return {
    phones: new RegExp(
      `${called}|${behind(phone)}(?:${alone(`(?:86[ -]?)?(?:${mobile}|${landline})`)}|${abroad}(?!\\d))`,
      'giu',
    ),
    references: new RegExp(
      `[(（]\\s*\\d{5,9}\\s*[)）]$|(?:${oneOf(reference)}[\\s.:：]{0,2}(?:${oneOf(number)}|#)|${oneOf(coded)})[\\s.:：#]{0,3}(?=[\\p{L}-]{0,4}\\d)[\\p{Script=Latin}\\d.-]{3,20}`,
      'giu',
    ),
    days: new RegExp(
      `(?:${oneOf(before)} ?)?(${inChinese}|${inEnglish}|(?<!第)${alone(`${YEAR}${day}?`)}(?! ?(?:号|弄|元|rmb|yuan|usd)| [^,]{2,60}${oneOf(roads)}))|${inMonth}`,
      'giu',
    ),
  };
});

/** What stands between the parts of a line. */
const SIGNS: ReadonlySet<string> = new Set(' ,，、;；:：|/-–—');

/** A question without the numbers in its line that say neither who is meant nor what is asked, and what is told of these. */
type Apart = Readonly<{ question: Question; told: readonly Reason[] }>;

/** Nothing but a number is one by which somebody is looked for. */
const LETTER = /\p{L}{2}/u;

/**
 * The question without what of its line is a telephone number, the number of an invoice or a policy, or a date: no list of hospitals holds the first two, which may be somebody's own and are
 * not repeated, and an answer is for a day of its own (`asOf`). A number behind 第 is that of a house. As it is for a line without them.
 */
export const detailsApart = (question: Question): Apart => {
  const { institution, asOf, lang } = question;
  const line = institution.name ?? '';
  if (!/\d{3}|\bin\b/iu.test(line)) return { question, told: [] };
  const { phones, references, days } = patterns();
  const said: string[] = [];
  const numbered = line.replace(references, ' ').replace(phones, ' ');
  const left = numbered.replace(days, (_, day: string | undefined, month: string) => {
    said.push(day ?? month);
    return ' ';
  });
  const name = trimSigns(
    left
      .replace(/[(（]\s*[)）]/gu, ' ')
      .replace(/ {2,}/gu, ' ')
      .trim(),
    SIGNS,
  );
  if (left === line || !LETTER.test(name)) return { question, told: [] };
  const told = [
    ...(numbered === line ? [] : [reason('name.number-aside')]),
    ...(said.length === 0 || asOf !== undefined
      ? []
      : [reason('name.day-aside', { words: listed(said, lang) })]),
  ];
  return { question: { ...question, institution: { ...institution, name } }, told };
};

/** The facts with what is told of the numbers that were taken from the line. */
export const withDetails = (facts: Facts, told: readonly Reason[]): Facts => {
  const { identification } = facts;
  return told.length === 0
    ? facts
    : { ...facts, identification: { ...identification, why: [...identification.why, ...told] } };
};
