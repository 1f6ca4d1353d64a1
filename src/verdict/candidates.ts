import type { Language } from '../../schema/base.ts';
import type { Dossier } from '../../schema/institution.ts';
import { reason, renderReason } from '../../schema/reason.ts';
import type { Identification, Identity, Reason } from '../../schema/verdict.ts';
import { placeTitle, placeTitleWithLevel } from '../places/english-title.ts';
import type { GateContext } from './gate-context.ts';
import { licenceLineOf } from './lines.ts';
import { outcomeOf } from './outcome.ts';
import { renderIdentityReason } from './place-words.ts';
import { runGates } from './run-gates.ts';
import { summariseInstitution } from './summary.ts';

/** Nobody is likelier than not where nobody is settled, whatever the model says of each; and who is offered could be meant. */
const [MOST_UNSETTLED, LEAST_OFFERED] = [0.5, 0.01];

/** How likely a candidate is, as it is told where nobody is settled: a tool that matches by score alone then takes none. */
export const scoreOffered = (score: number): number =>
  Math.max(LEAST_OFFERED, Math.min(MOST_UNSETTLED, score));

type Candidate = Identity['candidates'][number];

/** Whether each of several that one line names is meant, so that nothing settles on one of them. */
const namesSeveral = (why: readonly Reason[] = []): boolean =>
  why.some(({ code }) => code === 'name.names-several');

/** What two institutions of like name can be told apart by, the easiest to say first. */
const details = {
  city: ({ place }: Dossier) => place.city ?? place.province,
  district: ({ place }: Dossier) => place.district,
  address: ({ addresses }: Dossier) => addresses[0]?.address,
  number: ({ identifiers }: Dossier) =>
    identifiers.find(({ scheme }) => scheme === 'licence-number')?.value ?? identifiers[0]?.value,
} as const;
type Detail = keyof typeof details;
const order = Object.keys(details) as readonly Detail[];

const shown = (lang: Language, detail: Detail, value: string): string => {
  if (lang === 'zh') return value;
  if (detail === 'city') return placeTitle(value);
  return detail === 'district' ? placeTitleWithLevel(value) : value;
};

/**
 * The first detail that no other of the candidates shares; none where they differ by their full name alone, where there is no other, or where
 * the name is a lookalike's or the line names several: none of them is meant then, or each, and nothing shall invite to choose one.
 */
const apartOf = (context: GateContext, one: Dossier, all: readonly Dossier[]): readonly Reason[] => {
  if (all.length < 2 || context.match === 'lookalike' || namesSeveral(context.why)) return [];
  for (const detail of order) {
    const value = details[detail](one);
    if (value === undefined) continue;
    const shared = all.some((other) => other !== one && details[detail](other) === value);
    if (!shared) return [reason(`candidate.${detail}`, { value: shown(context.lang, detail, value) })];
  }
  return [];
};

/** How many candidates an answer about this detail would leave, on average. */
const left = (detail: Detail, all: readonly Dossier[]): number => {
  const groups = Map.groupBy(all, (one) => details[detail](one) ?? '');
  return [...groups].reduce(
    (sum, [value, group]) => sum + group.length * (value === '' ? all.length : group.length),
    0,
  );
};

/** The one detail that was not said and would settle most, with what it may be; null for fewer than two candidates. */
const settleBy = (context: GateContext, all: readonly Dossier[]): Reason | null => {
  if (all.length < 2) return null;
  const given = context.question.institution.city !== undefined;
  const open = given ? order.filter((detail) => detail !== 'city') : order;
  const best = open.reduce((a, b) => (left(b, all) < left(a, all) ? b : a));
  const values = [...new Set(all.flatMap((one) => details[best](one) ?? []))];
  if (values.length < 2) return reason('settle.name');
  const list = values
    .map((value) => shown(context.lang, best, value))
    .join(context.lang === 'zh' ? '、' : ', ');
  return reason(`settle.${best}`, { values: list });
};

/** Who else could be meant: each told apart from the others and, where nobody is settled, with its own answer to the question. */
const candidateOf = (
  context: GateContext,
  dossier: Dossier,
  found: Identification['candidates'][number],
  all: readonly Dossier[],
): Candidate => {
  const words = (reasons: readonly Reason[]) => reasons.map((one) => renderIdentityReason(one, context.lang));
  const common = {
    ...summariseInstitution(dossier),
    score: context.dossier === null ? scoreOffered(found.score) : found.score,
    why: words(found.why),
    address: dossier.addresses[0]?.address ?? null,
    apart: words(apartOf(context, dossier, all)),
  };
  if (context.dossier !== null) return common;
  const meant = { ...context, dossier };
  const findings = runGates(meant);
  const outcome = outcomeOf({ match: 'exact', settled: true, findings });
  const { result, sentence, asOf, ageDays } = licenceLineOf(meant, findings[0]);
  return { ...common, outcome, licence: { result, sentence, asOf, ageDays } };
};

/** The candidates of an answer, and what would settle between them. */
export const candidatesOf = (
  context: GateContext,
  { candidates, match, why }: Identification,
  dossiers: ReadonlyMap<string, Dossier>,
): Pick<Identity, 'candidates' | 'settle'> => {
  const known = candidates.flatMap((found) => {
    const dossier = dossiers.get(found.id);
    return dossier === undefined ? [] : [{ found, dossier }];
  });
  const all = known.map(({ dossier }) => dossier);
  const settle = match === 'ambiguous' && !namesSeveral(why) ? settleBy(context, all) : null;
  return {
    candidates: known.map(({ found, dossier }) => candidateOf(context, dossier, found, all)),
    ...(settle === null ? {} : { settle: renderReason(settle, context.lang) }),
  };
};
