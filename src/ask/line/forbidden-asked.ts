import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import { forbiddenIn, isProhibited } from '../../verdict/offer/forbidden.ts';
import type { Facts } from '../facts.ts';
import { bearsTheName } from './bears-name.ts';

/**
 * The facts about a line that asks for what nobody may offer (代孕医院, “organ purchase Tianjin”), with that said; as they are for any other line, and
 * for a hospital that bears the name as it was typed.
 */
export const withForbiddenAsked = ({ institution, service, lang }: Question, facts: Facts): Facts => {
  const { name } = institution;
  const { identification } = facts;
  const isSaid = name === undefined || (service !== undefined && isProhibited(service));
  if (isSaid || bearsTheName(facts) || identification.match === 'exact') return facts;
  const found = forbiddenIn(name);
  if (found === null) return facts;
  const services = found.names.map((one) => one[lang]).join(lang === 'zh' ? '”“' : '”, “');
  const told =
    found.sign === null
      ? reason('name.forbidden-asked', { services })
      : reason('name.warned-asked', { why: found.sign.why[lang] });
  return { ...facts, identification: { ...identification, why: [...identification.why, told] } };
};
