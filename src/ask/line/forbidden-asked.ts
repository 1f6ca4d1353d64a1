import type { Question } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import { isForbiddenAsked } from '../../verdict/doubts.ts';
import { forbiddenIn, isProhibited } from '../../verdict/offer/forbidden.ts';
import type { Sign } from '../../verdict/offer/rules.ts';
import { unreadTreatments } from '../../verdict/offer/treatment-line.ts';
import { signOfAsked } from '../../verdict/offer/unlawful.ts';
import type { Facts } from '../facts.ts';
import { bearsTheName } from './bears-name.ts';

/** What says that words beside a name were not understood. */
const UNREAD: ReadonlySet<string> = new Set([
  'name.words-unread',
  'name.clause-unread',
  'name.beside-unlisted',
]);

/** The warning sign of words beside a name that were not understood, as a thing that is warned of by its bare name is (外泌体, NMN); null for none. */
const signBeside = ({ identification: { id, why } }: Facts, name: string, asks: boolean): Sign | null => {
  const words = why.find(({ code }) => UNREAD.has(code))?.params.words;
  if (typeof words === 'string') return signOfAsked(words);
  if (asks && id === null) return signOfAsked(name);
  // Nobody is known by the name: “Made-up Medical Center Beijing stem cells for ALS”.
  const asked = why[0]?.code === 'name.not-found' ? unreadTreatments(name, false)[0]?.words : undefined;
  return asked === undefined ? null : signOfAsked(asked);
};

/**
 * The facts about a line that asks for what nobody may offer (代孕医院, “organ purchase Tianjin”), with that said; as they are for any other line, and
 * for a hospital that bears the name as it was typed. `line`: the question as it was typed; `asked`: what was read of it.
 */
export const withForbiddenAsked = (
  line: Pick<Question, 'institution'>,
  { service, lang }: Question,
  facts: Facts,
): Facts => {
  const { name } = line.institution;
  const { identification } = facts;
  const isSaid = name === undefined || (service !== undefined && isProhibited(service));
  if (isSaid || bearsTheName(facts) || identification.match === 'exact') return facts;
  const found = forbiddenIn(name);
  const sign = found === null ? signBeside(facts, name, service !== undefined) : found.sign;
  const saidBefore = identification.why.some(isForbiddenAsked);
  if (saidBefore || (found === null && sign === null)) return facts;
  const services = found?.names.map((one) => one[lang]).join(lang === 'zh' ? '”“' : '”, “') ?? '';
  const told =
    sign === null
      ? reason('name.forbidden-asked', { services })
      : reason('name.warned-asked', { why: sign.why[lang] });
  return { ...facts, identification: { ...identification, why: [...identification.why, told] } };
};
