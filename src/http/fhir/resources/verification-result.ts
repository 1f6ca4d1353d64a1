import type { CodeableConcept, VerificationResult, VerificationResultPrimarySource } from 'fhir/r4.js';
import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import type { Question } from '../../../../schema/question.ts';
import { authoritativeKinds } from '../../../../schema/source.ts';
import type { Outcome, Result, Verdict } from '../../../../schema/verdict.ts';
import { answerPage } from '../../mcp/short/links.ts';
import type { Way } from '../deps.ts';
import { versioned } from '../version.ts';
import { encodeAsked } from './asked.ts';

/** FHIR's status for each outcome. Where nobody is meant (`ambiguous`) there is nothing to verify. */
const statusOf: Readonly<Record<Exclude<Outcome, 'ambiguous'>, VerificationResult['status']>> = {
  confirmed: 'validated',
  limited: 'attested',
  unknown: 'req-revalid',
  refuted: 'val-fail',
};

const TERMS = 'http://terminology.hl7.org/CodeSystem';
const term = (system: string, code: string): CodeableConcept => ({
  coding: [{ system: `${TERMS}/${system}`, code }],
});

const validationOf: Readonly<Record<Result, string>> = {
  met: 'successful',
  'not-met': 'failed',
  unknown: 'unknown',
};
/** Where a list stands behind several checks, the one that says least good of it counts. */
const WORST: readonly Result[] = ['not-met', 'unknown', 'met'];

type Read = Readonly<{ result: Result; kind: string; asOf: string | null; authority: string; title: string }>;

/** Every list that was searched or cited, with the result of what rests on it; texts of law are no source about a hospital. */
const listsRead = ({ checks, searched }: Verdict): ReadonlyMap<string, Read> => {
  const read = new Map<string, Read>();
  for (const { source, title, authority, asOf } of searched)
    read.set(source, { result: 'unknown', kind: 'searched', asOf, authority, title });
  for (const { result, evidence } of checks)
    for (const { source, kind, authority, asOf, fresh } of evidence) {
      if (kind === 'law') continue;
      const before = read.get(source);
      const said = fresh ? result : 'unknown';
      const cited = before !== undefined && before.kind !== 'searched';
      const worst = cited ? (WORST.find((one) => one === said || one === before.result) ?? said) : said;
      read.set(source, { result: worst, kind, asOf, authority, title: before?.title ?? source });
    }
  return read;
};

const sourceOf = ({ result, kind, asOf, authority, title }: Read): VerificationResultPrimarySource => ({
  who: { display: `${authority} · ${title}` },
  ...(kind === 'primary-register'
    ? { type: [term('primary-source-type', 'reg-auth')] }
    : kind === 'official-list'
      ? { type: [term('primary-source-type', 'auth-source')] }
      : {}),
  validationStatus: term('validation-status', validationOf[result]),
  ...(asOf === null ? {} : { validationDate: asOf }),
});

/** How many lists of authorities decided: none, one, or several. */
const validationType = (read: Iterable<Read>): 'nothing' | 'primary' | 'multiple' => {
  const authoritative: readonly string[] = authoritativeKinds;
  const deciding = [...read].filter(
    ({ kind, result }) => result !== 'unknown' && authoritative.includes(kind),
  );
  return deciding.length === 0 ? 'nothing' : deciding.length === 1 ? 'primary' : 'multiple';
};

/** Our own word for the outcome and the sentence, which FHIR's status cannot say; and the page with the whole answer. */
export const verdictExtension = (verdict: Verdict, question: Question, { root, base }: Way) => ({
  url: `${root}/StructureDefinition/verdict`,
  extension: [
    { url: 'outcome', valueCode: verdict.outcome },
    { url: 'sentence', valueString: verdict.summary },
    { url: 'asOf', valueDate: verdict.asOf },
    { url: 'page', valueUrl: answerPage(base, question) },
  ],
});

/** A verdict about one institution as FHIR's resource for it; null where no institution is meant. */
export const verificationResult = (
  verdict: Verdict,
  question: Question,
  way: Way,
): VerificationResult | null => {
  const { outcome, identity, asOf, nextDue, answeredAt, generation } = verdict;
  const who = identity.institution;
  if (who === null || outcome === 'ambiguous') return null;
  const read = listsRead(verdict);
  const type = validationType(read.values());
  const primarySource = [...read.values()].map(sourceOf);
  return versioned<VerificationResult>(
    {
      resourceType: 'VerificationResult',
      id: encodeAsked({ id: who.id, service: question.service, claim: question.claims[0] }),
      extension: [verdictExtension(verdict, question, way)],
      target: [{ reference: `Organization/${who.id}`, display: who.name.zh ?? who.name.en ?? who.id }],
      need: term('need', 'periodic'),
      status: statusOf[outcome],
      statusDate: asOf,
      validationType: term('validation-type', type),
      ...(type === 'nothing'
        ? {}
        : { validationProcess: [term('validation-process', type === 'primary' ? 'primary' : 'multi')] }),
      lastPerformed: answeredAt,
      ...(nextDue === null ? {} : { nextScheduled: nextDue }),
      failureAction: term('failure-action', 'warn'),
      ...(primarySource.length === 0 ? {} : { primarySource }),
      validator: [{ organization: { display: fhirWords.publisher } }],
    },
    { generation, at: answeredAt },
    who.test === true,
  );
};
