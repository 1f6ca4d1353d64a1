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
  'address.unknown',
  'website.unknown',
]);

/** What contradicts the record under a yes: a caveat of it, beside those of the lists. Whoever borrows a name stands in another house. */
const CAVEATS: ReadonlySet<string> = new Set(['address.differs', 'place.differs', 'number.check-digit']);

/** What stands beside a yes and is no caveat of it, by what a version of the rules makes of contradictions. */
const BESIDE_YES = { caveat: DOUBTS.difference(CAVEATS), told: DOUBTS } as const;

/** What was told beside the name and does not fit the one that is meant, as caveats of a yes. */
export const identityCaveats = ({ why }: Pick<Identification, 'why'>): readonly Reason[] =>
  why.filter(({ code }) => CAVEATS.has(code));

/** The caveats that a first sentence holds: those of what was told beside the name, and the first of what the lists say. */
export const firstCaveats = (
  { lang }: Pick<GateContext, 'lang'>,
  identification: Identification,
  caveats: readonly Reason[],
): string =>
  caveats
    .slice(0, identityCaveats(identification).length + 1)
    .map((one) => renderIdentityReason(one, lang).text)
    .join(lang === 'zh' ? '' : ' ');

/** What of a line was set aside, and is not answered. */
const ASIDE: ReadonlySet<string> = new Set([
  'name.title-aside',
  'name.body-aside',
  'name.second-name',
  'name.department-aside',
  'name.words-aside',
  'name.illness-aside',
  'name.number-aside',
  'name.day-aside',
]);

/** What is told of what a line asks besides, whatever the outcome. */
const TOLD: ReadonlySet<string> = new Set([
  'name.ownership-army',
  'name.ownership-public',
  'name.ownership-private',
  'name.ownership-unknown',
  'name.fraud-asked',
  'name.price-asked',
  'name.conduct-asked',
  'name.visit-asked',
  'name.treatment-asked',
  'name.operation-asked',
]);

/** What a line asks for beside a hospital and nobody may offer: said before anything of the hospital, whoever is meant. */
const FORBIDDEN: ReadonlySet<string> = new Set(['name.forbidden-asked', 'name.warned-asked']);

/** Whether a reason of identification says that what a line asks for may not be offered. */
export const isForbiddenAsked = ({ code }: Pick<Reason, 'code'>): boolean => FORBIDDEN.has(code);

/** Whether a reason tells what is known of what a line asks besides, or that a part of the line is not answered. */
export const isToldBesides = ({ code }: Pick<Reason, 'code'>): boolean => TOLD.has(code) || ASIDE.has(code);

/** Whether a reason of identification doubts something that was told beside the name. */
export const isDoubt = ({ code }: Pick<Reason, 'code'>): boolean =>
  DOUBTS.has(code) || ASIDE.has(code) || TOLD.has(code);

/** The first sentence behind what nobody may offer, where the line asks for such a thing. */
const withForbidden = (
  { lang }: Pick<GateContext, 'lang'>,
  { identification }: Readonly<{ identification: Identification }>,
  sentence: string,
): string => {
  if (!identification.why.some(isForbiddenAsked)) return sentence;
  const told = identification.why.filter(isForbiddenAsked).map((one) => renderReason(one, lang).text);
  return renderReason(reason('summary.with-forbidden', { told: told.join(''), sentence }), lang).text;
};

/**
 * A yes with what was told beside the name and does not fit it: whoever borrows a name brings a number, a website or an address along. Any answer with what is known of what
 * its line asks besides, and what of the line is not answered.
 */
const withUnfit = (
  context: GateContext,
  { outcome, identification }: Readonly<{ outcome: Outcome; identification: Identification }>,
  sentence: string,
): string => {
  if (!identification.why.some(isDoubt)) return sentence;
  const isYes = outcome === 'confirmed' || outcome === 'limited';
  const inWords = (codes: ReadonlySet<string>): readonly string[] =>
    identification.why
      .filter(({ code }) => codes.has(code))
      .map((one) => renderIdentityReason(one, context.lang).text);
  const gap = context.lang === 'zh' ? '' : ' ';
  const beside = [sentence, ...inWords(ASIDE), ...inWords(TOLD)].join(gap);
  const doubts = isYes ? inWords(BESIDE_YES[context.policy.contradictions]) : [];
  if (doubts.length === 0) return beside;
  return renderReason(
    reason('summary.with-doubt', { sentence: beside, doubt: doubts.join(gap) }),
    context.lang,
  ).text;
};

/** The first sentence with what else the line or what was told beside the name makes of it. */
export const withDoubts = (
  context: GateContext,
  said: Readonly<{ outcome: Outcome; identification: Identification }>,
  sentence: string,
): string => withForbidden(context, said, withUnfit(context, said, sentence));
