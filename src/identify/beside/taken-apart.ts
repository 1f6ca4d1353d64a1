import type { InstitutionQuestion } from '../../../schema/question.ts';
import { inFull } from '../../names/translate/other-english.ts';
import { flagsInWords } from '../../text/flags.ts';
import { withAddressApart } from '../address-in-name.ts';
import { departmentApart } from './department-apart.ts';
import { ofItsProvince } from './of-its-province.ts';
import { withPlaceApart } from './place-in-other-script.ts';
import { titleApart } from './title-apart.ts';
import { withoutAsking } from './without-asking.ts';

/** 华山Hospital, 301Hospital: the word for a house in the other script, without a blank between; and what a stroke parts from one in Latin letters, or a body in a bracket behind it, as a clause. */
const houseInHan = (name: string): string =>
  name
    .replace(/^(\p{Script=Han}[\p{Script=Han}\d]{1,20}) ?hospital$/iu, '$1医院')
    .replace(/^(\d{2,3})hospital$/iu, '$1 Hospital')
    // "Henan Cancer Hospital/Affiliated Cancer Hospital of Zhengzhou University": two names of one.
    .replace(/\b(hospital|cent(?:er|re)) ?\/ ?(?=[a-z])/giu, '$1, ')
    .replace(/ \(([^()]{3,60}\b(?:university|college))\)$/iu, ', $1');

/** A number in one piece, as registers write them: nothing stands in it besides. */
const NUMBER_ALONE = /^[A-Z]{0,3}\d[0-9A-Z]{7,29}$/u;

/** A question with what was typed into its name besides as what it is; `title`: a title of state or a grade that stood before the name, '' for none. */
type TakenApart = Readonly<{ question: InstitutionQuestion; title: string }>;

/**
 * The question with what was typed into its name besides as what it is: English words in full, flags as countries, words that only ask, a title, a department, the province that a
 * town's 省 means, an address, a place in the other script.
 */
export const takenApart = (question: InstitutionQuestion): TakenApart => {
  const { name } = question;
  if (name === undefined) return { question: withPlaceApart(withAddressApart(question)), title: '' };
  if (NUMBER_ALONE.test(name)) return { question, title: '' };
  const { title, own } = titleApart(withoutAsking(houseInHan(inFull(flagsInWords(name)))));
  return {
    question: withPlaceApart(withAddressApart(ofItsProvince({ ...question, name: departmentApart(own) }))),
    title,
  };
};
