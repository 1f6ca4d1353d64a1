import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import type { Language } from '../../../schema/base.ts';
import { type LicetError, problems } from '../../errors.ts';

export const FHIR_JSON = 'application/fhir+json; charset=utf-8';

/** True for every address at which FHIR is spoken, known or not: what goes wrong there is said in FHIR too. */
export const isFhirAddress = (url: string): boolean => /^\/fhir(?:[/?]|$)/.test(url);

/** FHIR's own word for what went wrong, by HTTP status. */
const issueCodes: Readonly<Record<number, OperationOutcomeIssue['code']>> = {
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  406: 'not-supported',
  408: 'timeout',
  410: 'deleted',
  413: 'too-long',
  414: 'too-long',
  415: 'not-supported',
  429: 'throttled',
  500: 'exception',
  503: 'transient',
};

/** An outcome that says one thing beside a result, and is no error. */
export const remark = (
  severity: 'information' | 'warning',
  code: OperationOutcomeIssue['code'],
  text: string,
): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, details: { text } }],
});

/** One of our problems as an OperationOutcome: one issue for each thing wrong, each with our own code (docs/errors.md). */
export const outcomeOf = (error: LicetError, lang: Language): OperationOutcome => {
  const { code, fields, statusCode } = error;
  const title = lang === 'zh' ? problems[code].zh : problems[code].title;
  const issue = (diagnostics: string): OperationOutcomeIssue => ({
    severity: 'error',
    code: issueCodes[statusCode] ?? 'invalid',
    details: { coding: [{ system: 'urn:licet:problem', code }], text: title },
    diagnostics,
  });
  const said = fields.map(({ field, problem, expected, nearest = [] }) => {
    const right = expected === undefined ? '' : `; expected: ${expected}`;
    const near = nearest.length === 0 ? '' : `; near: ${nearest.join(', ')}`;
    return issue(`${field} ${problem}${right}${near}`);
  });
  return { resourceType: 'OperationOutcome', issue: said.length === 0 ? [issue(error.message)] : said };
};
