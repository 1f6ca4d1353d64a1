import type { PartialDate } from '../../schema/base.ts';
import { reason, renderReason } from '../../schema/reason.ts';
import { authoritativeKinds } from '../../schema/source.ts';
import type { Evidence, Outcome } from '../../schema/verdict.ts';
import type { AskedLine, LastKnown, LicenceLine, LicenceResult } from '../../schema/verdict-lines.ts';
import { type Finding, type GateContext, localise } from './gate-context.ts';
import { impliesLicence } from './gates/implied-licence.ts';
import { nextStepFor } from './next-step.ts';
import { isAsked } from './outcome.ts';

/** The word for a physician among the things asked; every other thing has a code. */
const PHYSICIAN = 'practitioner';

/** What a finding says, in one sentence: gates give their deciding reason first. */
const sentenceOf = (context: GateContext, { reasons }: Finding): string => {
  const [first] = reasons;
  return first === undefined ? '' : renderReason(first, context.lang).text;
};

/** Evidence about the hospital itself: a text of law says nothing of it. */
const own = ({ evidence }: Finding): readonly Evidence[] => evidence.filter(({ kind }) => kind !== 'law');

const age = (found: Finding): Readonly<{ asOf: PartialDate | null; ageDays: number | null }> => {
  const [first] = own(found);
  return { asOf: first?.asOf ?? null, ageDays: first?.ageDays ?? null };
};

const licenceResult = (licence: Finding): LicenceResult =>
  licence.result === 'unknown' && impliesLicence(licence) ? 'implied' : licence.result;

/** The practice licence in one line: what is known of it, of which date, and where to look. */
export const licenceLineOf = (context: GateContext, licence: Finding): LicenceLine => ({
  result: licenceResult(licence),
  status: licence.status,
  sentence: sentenceOf(context, licence),
  ...age(licence),
  evidence: own(licence).map(({ url }) => url),
  next: nextStepFor(context, licence),
});

const rank = { 'not-met': 0, unknown: 1, met: 2 } as const;

/** Where one thing asked needs several checks, the one that decides: `not-met` first, then `unknown`, then `met` with most caveats. */
const deciding = (findings: readonly Finding[]): Finding | undefined =>
  findings.toSorted((a, b) => rank[a.result] - rank[b.result] || b.caveats.length - a.caveats.length)[0];

/** Each thing asked in one line, in the order of the question: a treatment that needs two permissions is one thing. */
export const askedLinesOf = (context: GateContext, findings: readonly Finding[]): AskedLine[] => {
  const [licence, ...rest] = findings;
  const byAsk = Map.groupBy(rest.filter(isAsked), ({ ask }) => ask ?? PHYSICIAN);
  const lines = [...byAsk].flatMap(([ask, group]): AskedLine[] => {
    const found = deciding(group);
    return found === undefined
      ? []
      : [
          {
            ask,
            result: found.result,
            status: found.status,
            sentence: sentenceOf(context, found),
            ...age(found),
            next: nextStepFor(context, found),
          },
        ];
  });
  if (licence === undefined || licence.ask === null) return lines;
  const { result, status, sentence, asOf, ageDays, next } = licenceLineOf(context, licence);
  return [{ ask: licence.ask, result, status, sentence, asOf, ageDays, next }, ...lines];
};

/** True for evidence that would decide were it newer. */
const isTooOld = ({ fresh, ageDays, freshnessDays }: Evidence): boolean =>
  !fresh && ageDays !== null && freshnessDays !== null && ageDays > freshnessDays;

/** The newest statement of an authority about what is asked that is too old to decide; null where there is none, or something decides. */
export const lastKnownOf = (
  context: GateContext,
  outcome: Outcome,
  findings: readonly Finding[],
): LastKnown | null => {
  if (outcome !== 'unknown' || context.dossier === null) return null;
  const asked = findings.filter(
    (found) => isAsked(found) && found.result === 'unknown' && found.status !== 'ended',
  );
  const about = asked.length > 0 ? asked : findings.slice(0, 1);
  const old = about.flatMap((found) =>
    own(found)
      .filter((evidence) => authoritativeKinds.includes(evidence.kind) && isTooOld(evidence))
      .map((evidence) => ({ found, evidence })),
  );
  const [newest] = old.toSorted((a, b) => (a.evidence.ageDays ?? 0) - (b.evidence.ageDays ?? 0));
  if (newest === undefined) return null;
  const { found, evidence } = newest;
  const { asOf, ageDays, source, authority, kind, url } = evidence;
  const title = context.reference.sources.get(source)?.descriptor.title;
  if (asOf === null || ageDays === null) return null;
  const list = title === undefined ? source : localise(context, title);
  const params = { list, asOf, days: ageDays };
  // Row 0 cites a whole list: what is known is that the hospital was not on it.
  const said = evidence.row === 0 ? reason('last-known.absent', params) : reason('last-known.list', params);
  const { text } = renderReason(said, context.lang);
  return {
    gate: found.gate,
    ask: found.ask,
    source,
    list,
    authority,
    kind,
    asOf,
    ageDays,
    sentence: text,
    evidence: url,
  };
};
