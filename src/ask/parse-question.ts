import { languages } from '../../schema/base.ts';
import { MAX_CLAIMS, type Question } from '../../schema/question.ts';
import type { FieldError, ProblemCode } from '../errors.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import { personalFields } from './personal-fields.ts';
import {
  fieldAddress,
  institutionFields,
  namingFields,
  practitionerFields,
  type QuestionContext,
  questionFields,
  type RawQuestion,
} from './question-fields.ts';
import { claimCode, serviceCode } from './read-codes.ts';
import { readPractitioner } from './read-practitioner.ts';
import { readText } from './read-text.ts';
import { readDay, readGeneration } from './read-when.ts';

export type ParsedQuestion =
  | Readonly<{ question: Question }>
  | Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>;

type Errors = FieldError[];

const refuseUnknown = (raw: RawQuestion, context: QuestionContext, errors: Errors): void => {
  for (const field of Object.keys(raw)) {
    if (questionFields.includes(field)) continue;
    const like = suggestByEditDistance(field, questionFields);
    errors.push({
      field: fieldAddress(context, field.slice(0, 60)),
      problem: 'is not a field of a question',
      expected: `one of ${questionFields.join(', ')}`,
      ...(like.length === 0 ? {} : { nearest: like }),
    });
  }
};

const readFields = <Field extends string>(
  raw: RawQuestion,
  limits: Readonly<Record<Field, number>>,
  context: QuestionContext,
  errors: Errors,
): Partial<Record<Field, string>> => {
  const found: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(limits) as Field[]) {
    if (raw[field] === undefined) continue;
    const read = readText(raw[field], fieldAddress(context, field), limits[field]);
    if ('error' in read) errors.push(read.error);
    else found[field] = read.text;
  }
  return found;
};

const readClaims = (raw: RawQuestion, context: QuestionContext, errors: Errors): string[] => {
  if (raw.claim === undefined) return [];
  const field = fieldAddress(context, 'claim');
  const given = Array.isArray(raw.claim) ? raw.claim : [raw.claim];
  const codes: string[] = [];
  for (const value of given.flatMap((one) => (typeof one === 'string' ? one.split(/[,，]/) : [one]))) {
    const read = readText(value, field, 60);
    const code = 'error' in read ? read : claimCode(read.text, field);
    if ('error' in code) errors.push(code.error);
    else if (!codes.includes(code.code)) codes.push(code.code);
  }
  if (codes.length <= MAX_CLAIMS) return codes;
  errors.push({ field, problem: `holds ${codes.length} claims`, expected: `at most ${MAX_CLAIMS}` });
  return [];
};

const readService = (raw: RawQuestion, context: QuestionContext, errors: Errors): string | undefined => {
  if (raw.service === undefined) return undefined;
  const field = fieldAddress(context, 'service');
  const read = readText(raw.service, field, 60);
  const code = 'error' in read ? read : serviceCode(read.text, field);
  if (!('error' in code)) return code.code;
  errors.push(code.error);
  return undefined;
};

const readLanguage = (raw: RawQuestion, context: QuestionContext, errors: Errors): 'en' | 'zh' => {
  if (raw.lang === undefined) return context.lang;
  const found = languages.find((one) => one === raw.lang);
  if (found !== undefined) return found;
  errors.push({
    field: fieldAddress(context, 'lang'),
    problem: 'is not a language of this service',
    expected: 'en or zh',
  });
  return context.lang;
};

const refusal = (errors: Errors): ParsedQuestion => ({ code: 'LICET_BAD_QUESTION', errors });

/**
 * Reads a flat question (`name`, `uscc`, `claim`, `service`, `asOf` …) from a query or a body.
 * Gives the question, or every error it holds: field, what is wrong, what would be right. Never throws, never repeats a
 * personal number; a field that nobody knows is an error, because a mistyped `service` must not be ignored.
 */
export const parseQuestion = (raw: RawQuestion, context: QuestionContext): ParsedQuestion => {
  const personal = personalFields(raw, context);
  if (personal.length > 0) return { code: 'LICET_PERSONAL_NUMBER', errors: personal };
  const errors: Errors = [];
  refuseUnknown(raw, context, errors);
  const institution = readFields(raw, institutionFields, context, errors);
  const person = readFields(raw, practitionerFields, context, errors);
  const service = readService(raw, context, errors);
  const claims = readClaims(raw, context, errors);
  const asOf = readDay(raw, context, errors);
  const generation = readGeneration(raw, context, errors);
  const lang = readLanguage(raw, context, errors);
  if (errors.length > 0) return refusal(errors);
  const named = namingFields.some((field) => institution[field] !== undefined);
  const read = readPractitioner(raw, person, named, context);
  if ('errors' in read) return read;
  if (!named && person.certificateNumber === undefined) {
    const expected = `one of ${namingFields.join(', ')}`;
    return refusal([{ field: fieldAddress(context, 'name'), problem: 'nobody is named', expected }]);
  }
  const { practitioner } = read;
  return {
    question: {
      institution,
      ...(practitioner === null ? {} : { practitioner }),
      ...(service === undefined ? {} : { service }),
      claims,
      ...(asOf === undefined ? {} : { asOf }),
      ...(generation === undefined ? {} : { generation }),
      lang,
    },
  };
};
