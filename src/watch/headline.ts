import type { HeadlineBasis, HeadlineChange } from '../../schema/headline.ts';
import type { Dossier } from '../../schema/institution.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { StoredHeadline } from '../store/service/headlines.ts';
import { summariseInstitution } from '../verdict/summary.ts';
import { toldOf } from './told.ts';

/** What is told of an institution now, with the sentences of its reasons. */
type Headline = StoredHeadline & Readonly<{ texts: readonly Readonly<{ code: string; text: string }>[] }>;

/** What a verdict that asks nothing but the institution is kept as. */
export const headlineOf = (institution: string, verdict: Verdict): Headline => {
  const { outcome, licence, reasons } = toldOf(verdict);
  const { result, status } = licence;
  return { institution, outcome, result, status, reasons: reasons.map(({ code }) => code), texts: reasons };
};

const shown = (one: StoredHeadline | undefined): HeadlineChange['before'] =>
  one === undefined
    ? null
    : {
        outcome: one.outcome as NonNullable<HeadlineChange['before']>['outcome'],
        licence: { result: one.result, status: one.status },
      };

const movedBetween = (before: HeadlineBasis | null, after: HeadlineBasis): HeadlineChange['why']['moved'] => [
  ...(before?.generation === after.generation ? [] : (['generation'] as const)),
  ...(before?.policyVersion === after.policyVersion ? [] : (['policy'] as const)),
  ...(before?.day === after.day ? [] : (['day'] as const)),
];

const whyOf = (
  had: StoredHeadline | undefined,
  has: Headline | undefined,
): Pick<HeadlineChange['why'], 'reasons' | 'gone'> => {
  const came = (has?.texts ?? []).filter(({ code }) => had?.reasons.includes(code) !== true);
  const gone = (had?.reasons ?? []).filter((code) => has?.reasons.includes(code) !== true);
  return { reasons: [...(came.length + gone.length === 0 ? (has?.texts ?? []) : came)], gone };
};

type Between = Readonly<{
  id: string;
  before: StoredHeadline | undefined;
  after: Headline | undefined;
  dossier: Dossier | undefined;
  mergedInto: string | null;
}>;

/** The change that two headlines of one institution call for; null where outcome and licence line are the same. */
export const headlineChangeOf = (
  { id, before, after, dossier, mergedInto }: Between,
  basis: HeadlineBasis,
  against: HeadlineBasis | null,
): HeadlineChange | null => {
  if (JSON.stringify(shown(before)) === JSON.stringify(shown(after))) return null;
  return {
    ...basis,
    id,
    institution: dossier === undefined ? null : summariseInstitution(dossier),
    mergedInto,
    before: shown(before),
    after: shown(after),
    why: { moved: movedBetween(against, basis), ...whyOf(before, after) },
  };
};
