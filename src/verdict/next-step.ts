import { namedAfter } from '../../schema/lexicon/in-sentence.ts';
import { nextSteps, type StepKind } from '../../schema/lexicon/next-steps.ts';
import type { Match } from '../../schema/verdict.ts';
import type { NextStep } from '../../schema/verdict-lines.ts';
import { remembered } from '../text/remembered.ts';
import { licenceRegister, lookupsFor } from './evidence/look-ups.ts';
import { type Finding, type GateContext, localise } from './gate-context.ts';
import { askedTitle } from './vocabulary/asked-title.ts';

/** The step towards who is meant, by how far identification came. */
const whoIsMeant: Readonly<Record<Match, StepKind>> = {
  exact: 'choose',
  strong: 'choose',
  ambiguous: 'choose',
  'branch-not-on-record': 'branch',
  lookalike: 'lookalike',
  none: 'none',
};

/** The step that fits why nobody is settled on, the first that applies. */
const BY_WHY = Object.entries({
  'place.elsewhere': 'elsewhere',
  'place.apart': 'elsewhere',
  'place.not-understood': 'elsewhere',
  'name.clause-unread': 'elsewhere',
  'name.abroad': 'abroad',
  'name.place-abroad': 'abroad',
  'name.named-beside': 'partner',
  'name.names-several': 'one-by-one',
  'name.beside-another': 'one-by-one',
  'name.beside-together': 'one-by-one',
  'name.beside-unlisted': 'unlisted',
  'name.beside-illness': 'alone',
  'name.beside-mistyped': 'alone',
  'name.beside-several': 'one-by-one',
  'name.words-unread': 'alone',
  'name.illness-alone': 'name-one',
  'name.treatment-alone': 'name-one',
  'name.which-asked': 'name-one',
} as const);

const byWhy = (why: GateContext['why'] = []): StepKind | undefined =>
  BY_WHY.find(([code]) => why.some((one) => one.code === code))?.[1];

/** Where a gate's rule asks for something else than its papers. */
const ofRule = ({ gate, status, reasons }: Finding): StepKind | null => {
  const says = (code: string): boolean => reasons.some((one) => one.code === code);
  if (gate === 'prohibited-technology') return 'prohibited-not-settled';
  if (status === 'not-an-accreditation') return 'no-mark';
  if (says('research.translation-needs-approval')) return 'translation';
  return says('restricted.not-on-list-then') ? 'not-restricted-then' : null;
};

/** A Chinese name as a licence prints it: long enough to be looked up, and ending with a house. */
const FULL = /^[\p{Script=Han}（）()·]{5,}(?:医院|门诊部|诊所|中心|卫生院|保健院|疗养院)$/u;

const unsettled = ({ match = 'ambiguous', why, question }: GateContext, { gate }: Finding): StepKind => {
  // A mark is looked up in its issuer's directory, whoever bears it.
  if (gate === 'accreditation' && match === 'none') return gate;
  const isFull = match === 'none' && FULL.test(question.institution.name ?? '');
  return byWhy(why) ?? (isFull ? 'look-up' : whoIsMeant[match]);
};

const kindOf = (context: GateContext, found: Finding): StepKind => {
  const { gate, result } = found;
  if (gate === 'prohibited-technology' && result === 'not-met') return gate;
  // A physician is looked up by name and hospital, whichever hospital it is.
  if (gate === 'practitioner') return result === 'not-met' ? 'ended' : gate;
  if (context.dossier === null) return unsettled(context, found);
  if (context.dossier.place.region !== 'mainland' && gate !== 'accreditation') return 'outside';
  if (result === 'not-met') return 'ended';
  const own = ofRule(found);
  if (own !== null) return own;
  return gate === 'practice-licence' && context.dossier.traits.military === true ? 'military' : gate;
};

/** A text of a step, cut where what was asked about stands; there are fewer. */
const cut = remembered(1_000, (text) => text.split('{ask}'));

/** A text with what was asked about put in. */
const filled = (text: string, ask: string): string =>
  cut(text).reduce((before, after) => before + namedAfter(before, ask) + after);

/** The page to open: of the finding itself where it is known who is meant, or where its register needs no more than a name. */
const lookFor = (context: GateContext, found: Finding, kind: StepKind) => {
  if (kind === 'look-up') return licenceRegister(context);
  // Each province announces its grades by itself; the lists that imply one are no place to look it up.
  if (kind === 'grade') return undefined;
  const byItself = context.dossier !== null || kind === 'practitioner' || kind === 'accreditation';
  return byItself ? lookupsFor(context, found)[0] : undefined;
};

/**
 * The one step that fits a finding, and the one page to open for it: what a reader can do in under ten minutes. Null for a
 * `met`, which needs none.
 */
export const nextStepFor = (context: GateContext, found: Finding): NextStep | null => {
  if (found.result === 'met') return null;
  const kind = kindOf(context, found);
  const { text, show } = nextSteps[kind];
  const look = lookFor(context, found, kind);
  const ask = askedTitle(found.ask);
  return {
    text: filled(localise(context, text), ask?.[context.lang] ?? ''),
    url: look?.url ?? null,
    type: look?.type ?? null,
    show: show === null ? null : filled(show, ask?.zh ?? ''),
  };
};
