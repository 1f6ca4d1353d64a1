import { reason, renderReason } from '../../schema/reason.ts';
import type { Identification, Outcome, Reason } from '../../schema/verdict.ts';
import { type Finding, type GateContext, localise } from './gate-context.ts';
import { findGrade } from './vocabulary/claims.ts';
import { findProgramme, findScheme } from './vocabulary/schemes.ts';
import { findService } from './vocabulary/services.ts';

const nameOf = (context: GateContext, dossier = context.dossier): string => {
  const title = dossier?.title;
  const own = context.lang === 'zh' ? (title?.zh ?? title?.en) : (title?.en ?? title?.zh);
  const name = own ?? context.question.institution.name ?? '–';
  const translation = context.lang === 'en' ? title?.translation : undefined;
  return translation === undefined ? name : `${name} (${translation}, our translation)`;
};

/** What was asked, as a person would say it. */
const askedName = (context: GateContext, ask: string | null): string => {
  if (ask === null) return '–';
  const known = findService(ask) ?? findScheme(ask) ?? findProgramme(ask) ?? findGrade(ask);
  return known === undefined ? ask : localise(context, known.name);
};

const refuted = (context: GateContext, name: string, findings: readonly Finding[]): Reason => {
  const no = findings.filter(({ result, refutes }) => result === 'not-met' && refutes);
  const prohibited = no.find(({ gate }) => gate === 'prohibited-technology');
  if (prohibited !== undefined)
    return reason('summary.refuted-prohibited', { ask: askedName(context, prohibited.ask) });
  const licence = no.find(({ gate }) => gate === 'practice-licence');
  if (licence !== undefined) return reason('summary.refuted-licence', { name });
  if (no[0]?.gate === 'practitioner') return reason('summary.refuted-practitioner', { name });
  return reason('summary.refuted', { name, ask: askedName(context, no[0]?.ask ?? null) });
};

const limited = (name: string, findings: readonly Finding[]): Reason => {
  const [licence, ...asked] = findings;
  const allMet = asked.every(({ result }) => result === 'met');
  if (licence?.result === 'met')
    return allMet ? reason('summary.limited-met', { name }) : reason('summary.limited-licensed', { name });
  return allMet
    ? reason('summary.limited-implied', { name })
    : reason('summary.limited-implied-asked', { name });
};

/** Nobody is settled on: says whom the name may have meant, where identification offers somebody. */
const nobody = (context: GateContext, { why }: Identification): Reason => {
  const id = why.find(({ code }) => code === 'name.nearest')?.params.id;
  const offered = typeof id === 'string' ? context.candidates.get(id) : undefined;
  return offered === undefined
    ? reason('summary.unknown-nobody')
    : reason('summary.suggestion', { known: nameOf(context, offered), id: offered.id });
};

/** The verdict in one plain sentence, in the language of the question. */
export const sentenceFor = (
  context: GateContext,
  identification: Identification,
  outcome: Outcome,
  findings: readonly Finding[],
): string => {
  const name = nameOf(context);
  const pick = (): Reason => {
    if (outcome === 'refuted') return refuted(context, name, findings);
    if (outcome === 'confirmed') return reason('summary.confirmed', { name });
    if (outcome === 'limited') return limited(name, findings);
    if (outcome === 'ambiguous')
      return reason('summary.ambiguous', { count: identification.candidates.length });
    if (identification.match === 'branch-not-on-record') {
      const parent = identification.why.find(({ code }) => code === 'name.branch')?.params.known ?? '–';
      return reason('summary.branch', { known: parent });
    }
    if (identification.match === 'lookalike') return reason('summary.lookalike');
    return context.dossier === null ? nobody(context, identification) : reason('summary.unknown', { name });
  };
  return renderReason(pick(), context.lang).text;
};
