import type { InstitutionQuestion } from '../../schema/question.ts';
import { reason } from '../../schema/reason.ts';
import { type IdentifierScheme, officialSchemes } from '../../schema/record.ts';
import type { Reason } from '../../schema/verdict.ts';
import { explainIdentifier } from '../identifiers/explain-identifier.ts';
import { normaliseIdentifier } from '../identifiers/identifier.ts';
import type { Reader } from '../store/registry-reader.ts';

/** A number as asked, and the institutions that hold it. */
export type NumberFound = Readonly<{
  field: 'licenceNumber' | 'uscc' | 'name';
  value: string;
  scheme: IdentifierScheme | null;
  institutions: readonly string[];
}>;

const FILING = /^药临床机构备字\d{10}$/u;

/** Whether a text typed as a name is an official number instead: long, no words, mostly digits. */
export const looksLikeNumber = (text: string): boolean => {
  const value = normaliseIdentifier(text);
  if (FILING.test(value)) return true;
  return /^[0-9A-Z]{8,30}$/u.test(value) && (value.match(/\d/gu)?.length ?? 0) >= 6;
};

const lookUp = async (field: NumberFound['field'], text: string, reader: Reader): Promise<NumberFound> => {
  const value = normaliseIdentifier(text);
  const hits = (await reader.findIdentifier(value)).filter((hit) => officialSchemes.includes(hit.scheme));
  return {
    field,
    value,
    scheme: hits[0]?.scheme ?? null,
    institutions: [...new Set(hits.map((hit) => hit.institution))].sort(),
  };
};

/** Every official number of the question, looked up. A number typed into `name` counts too. */
export const findNumbers = async (question: InstitutionQuestion, reader: Reader): Promise<NumberFound[]> => {
  const asked: [NumberFound['field'], string][] = [];
  if (question.licenceNumber !== undefined) asked.push(['licenceNumber', question.licenceNumber]);
  if (question.uscc !== undefined) asked.push(['uscc', question.uscc]);
  if (question.name !== undefined && looksLikeNumber(question.name)) asked.push(['name', question.name]);
  const found: NumberFound[] = [];
  for (const [field, text] of asked) found.push(await lookUp(field, text, reader));
  return found;
};

const spelling = (found: NumberFound): Reason[] => {
  const said = explainIdentifier(found.value);
  if (said.state === 'malformed') return [reason('number.malformed', { value: found.value })];
  if (said.state === 'explained' && said.checkDigit === 'differs')
    return [reason('number.check-digit', { value: found.value })];
  return [];
};

/** What the look-up of one number says; of an unknown one, also whether it is written as such numbers are. */
export const numberReasons = (found: NumberFound): Reason[] =>
  found.institutions.length === 0
    ? [reason('number.not-on-record', { value: found.value }), ...spelling(found)]
    : [reason('number.equal', { value: found.value, scheme: found.scheme ?? 'number' })];
