import { languages } from '../../schema/base.ts';
import { MAX_CLAIMS, type Question } from '../../schema/question.ts';
import type { FieldError, ProblemCode } from '../errors.ts';
import { isDay, shanghaiDay } from '../kit/dates.ts';
import { nearest } from './nearest.ts';
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
import { readText } from './read-text.ts';

export type ParsedQuestion =
  | Readonly<{ question: Question }>
  | Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>;

type Errors = FieldError[];

const refuseUnknown = (raw: RawQuestion, context: QuestionContext, errors: Errors): void => {
  for (const field of Object.keys(raw)) {
    if (questionFields.includes(field)) continue;
    const like = nearest(field, questionFields);
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

const readDay = (raw: RawQuestion, context: QuestionContext, errors: Errors): string | undefined => {
  if (raw.asOf === undefined) return undefined;
  const field = fieldAddress(context, 'asOf');
  const today = shanghaiDay(context.now);
  const day = raw.asOf;
  const expected = `a day as YYYY-MM-DD, ${today} or earlier`;
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    errors.push({ field, problem: 'is not a day', expected });
  } else if (!isDay(day)) {
    errors.push({ field, problem: 'is a day that does not exist in the calendar', expected });
  } else if (day > today) {
    errors.push({ field, problem: 'lies in the future (today is meant in Asia/Shanghai)', expected });
  } else return day;
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

const practitionerProblem = (
  person: Readonly<Partial<Record<'practitioner' | 'certificateNumber', string>>>,
  named: boolean,
  context: QuestionContext,
): ParsedQuestion | null => {
  const field = fieldAddress(
    context,
    person.practitioner === undefined ? 'certificateNumber' : 'practitioner',
  );
  const given = person.practitioner !== undefined || person.certificateNumber !== undefined;
  if (given && context.via === 'query') {
    const problem = 'must not stand in an address, which histories and logs keep';
    return refusal([{ field, problem, expected: 'the same question as POST /v1/verify' }]);
  }
  if (person.practitioner === undefined || named || person.certificateNumber !== undefined) return null;
  const expected = 'the institution (name, uscc, licenceNumber or id) or certificateNumber as well';
  return { code: 'LICET_PRACTITIONER_NAME_ALONE', errors: [{ field, problem: 'stands alone', expected }] };
};

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
  const lang = readLanguage(raw, context, errors);
  if (errors.length > 0) return refusal(errors);
  const named = namingFields.some((field) => institution[field] !== undefined);
  const problem = practitionerProblem(person, named, context);
  if (problem !== null) return problem;
  if (!named && person.certificateNumber === undefined) {
    const expected = `one of ${namingFields.join(', ')}`;
    return refusal([{ field: fieldAddress(context, 'name'), problem: 'nobody is named', expected }]);
  }
  const practitioner = practitionerOf(person);
  return {
    question: {
      institution,
      ...(practitioner === null ? {} : { practitioner }),
      ...(service === undefined ? {} : { service }),
      claims,
      ...(asOf === undefined ? {} : { asOf }),
      lang,
    },
  };
};

const practitionerOf = (
  person: Readonly<Partial<Record<'practitioner' | 'certificateNumber', string>>>,
): Question['practitioner'] | null => {
  const { practitioner, certificateNumber } = person;
  if (practitioner === undefined && certificateNumber === undefined) return null;
  return {
    ...(practitioner === undefined ? {} : { name: practitioner }),
    ...(certificateNumber === undefined ? {} : { certificateNumber }),
  };
};
