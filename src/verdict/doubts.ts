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
]);

/** Whether a reason of identification doubts something that was told beside the name. */
export const isDoubt = ({ code }: Pick<Reason, 'code'>): boolean => DOUBTS.has(code);

/** A yes with what was told beside the name and does not fit it: whoever borrows a name brings a number, a website or an address along. */
export const withDoubts = (
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
