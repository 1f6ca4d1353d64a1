import { reason, renderReason } from '../../schema/reason.ts';
import type { Identification, Outcome, Reason } from '../../schema/verdict.ts';
import type { GateContext } from './gate-context.ts';
import { renderIdentityReason } from './place-words.ts';

/** What was told beside a name or a number and does not fit, or could not be compared: it stands beside a yes in the first sentence. */
const DOUBTS: ReadonlySet<string> = new Set([
  'number.not-on-record',
  // Beside a yes only in a licence number that begins with PDY.
  'number.check-digit',
  'place.differs',
  'address.differs',
  'website.unknown',
  'name.title-aside',
  'name.words-aside',
  'name.illness-aside',
]);

/** What a line asks for beside a hospital and nobody may offer: said before anything of the hospital, whoever is meant. */
const FORBIDDEN: ReadonlySet<string> = new Set(['name.forbidden-asked', 'name.warned-asked']);

/** Whether a reason of identification says that what a line asks for may not be offered. */
export const isForbiddenAsked = ({ code }: Pick<Reason, 'code'>): boolean => FORBIDDEN.has(code);

/** Whether a reason of identification doubts something that was told beside the name. */
export const isDoubt = ({ code }: Pick<Reason, 'code'>): boolean => DOUBTS.has(code);

/** The first sentence behind what nobody may offer, where the line asks for such a thing. */
const withForbidden = (
  { lang }: Pick<GateContext, 'lang'>,
  { identification }: Readonly<{ identification: Identification }>,
  sentence: string,
): string => {
  const told = identification.why.filter(isForbiddenAsked).map((one) => renderReason(one, lang).text);
  return told.length === 0
    ? sentence
    : renderReason(reason('summary.with-forbidden', { told: told.join(''), sentence }), lang).text;
};

/** A yes with what was told beside the name and does not fit it: whoever borrows a name brings a number, a website or an address along. */
const withUnfit = (
  context: GateContext,
  { outcome, identification }: Readonly<{ outcome: Outcome; identification: Identification }>,
  sentence: string,
): string => {
  const doubts = identification.why.filter(isDoubt);
  if (doubts.length === 0 || (outcome !== 'confirmed' && outcome !== 'limited')) return sentence;
  const said = doubts.map((one) => renderIdentityReason(one, context.lang).text);
  const doubt = said.join(context.lang === 'zh' ? '' : ' ');
  return renderReason(reason('summary.with-doubt', { sentence, doubt }), context.lang).text;
};

/** The first sentence with what else the line or what was told beside the name makes of it. */
export const withDoubts = (
  context: GateContext,
  said: Readonly<{ outcome: Outcome; identification: Identification }>,
  sentence: string,
): string => withForbidden(context, said, withUnfit(context, said, sentence));
