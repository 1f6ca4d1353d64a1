import type { InstitutionQuestion } from '../../../schema/question.ts';
import { flagsInWords } from '../../text/flags.ts';
import { withAddressApart } from '../address-in-name.ts';
import { departmentApart } from './department-apart.ts';
import { withPlaceApart } from './place-in-other-script.ts';
import { titleApart } from './title-apart.ts';
import { withoutAsking } from './without-asking.ts';

/**
 * The question with what was typed into its name besides as what it is: flags as countries, words that only ask, a department, an address, a place in
 * the other script.
 */
export const takenApart = (question: InstitutionQuestion): InstitutionQuestion => {
  const { name } = question;
  const worded =
    name === undefined
      ? question
      : { ...question, name: departmentApart(titleApart(withoutAsking(flagsInWords(name)))) };
  return withPlaceApart(withAddressApart(worded));
};
