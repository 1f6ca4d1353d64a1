import { z } from 'zod';
import { namingFields, type Question, questionFields } from '../../schema/question.ts';
import type { FieldError } from '../errors.ts';
import { shanghaiDay } from '../text/dates.ts';
import { asEntry } from '../text/list-marks.ts';
import { labelledLine } from './line/labelled.ts';
import { fieldAddress, type QuestionContext, type RawQuestion, type Refused } from './question-context.ts';
import { claimList, serviceCode } from './read-codes.ts';
import { readFields } from './read-fields.ts';
import { readPractitioner } from './read-practitioner.ts';

export type ParsedQuestion = Readonly<{ question: Question }> | Refused;

/** The declared fields, with codes held against the vocabulary. A purpose is read last: only a question about a physician has one. */
const fields = { ...questionFields, service: serviceCode, claim: claimList, purpose: z.unknown() };

const refusal = (errors: readonly FieldError[]): Refused => ({ code: 'LICET_BAD_QUESTION', errors });

/** A question needs an id, a number or a name: a place or a website alone does not single out one institution. */
export const nobodyNamed = (context: QuestionContext): FieldError => ({
  field: fieldAddress(context, 'name'),
  problem: 'is missing: nobody is named',
  expected: `one of ${namingFields.join(', ')}`,
});

/** What a name says with headings, unless a field of its own says of the same thing too: then the name is read as any other line. */
const labelledIn = (
  name: string | undefined,
  given: Question['institution'],
  { now }: QuestionContext,
): ReturnType<typeof labelledLine> => {
  const told = labelledLine(name ?? '', shanghaiDay(now));
  const isGiven = (field: string): boolean => field !== 'name' && Object.hasOwn(given, field);
  return Object.keys(told?.institution ?? {}).some(isGiven) ? null : told;
};

/**
 * Reads a flat question (`name`, `uscc`, `claim`, `service`, `asOf` …) from a query or a body.
 * Gives the question, or every error it holds: field, what is wrong, what would be right. Never throws, never repeats a
 * personal number.
 */
export const parseQuestion = (raw: RawQuestion, context: QuestionContext): ParsedQuestion => {
  const readable = readFields('a question', fields, raw, context);
  if (!('found' in readable)) return readable;
  const { found, errors } = readable;
  if (errors.length > 0) return refusal(errors);
  const { practitioner, certificateNumber, purpose, service, claim, asOf, generation, lang, ...institution } =
    found;
  const { name } = institution;
  const named = namingFields.some((field) => institution[field] !== undefined);
  const read = readPractitioner(raw, { practitioner, certificateNumber }, named, context);
  if ('errors' in read) return read;
  if (!named && certificateNumber === undefined) return refusal([nobodyNamed(context)]);
  const entry = name === undefined ? {} : { name: asEntry(name) };
  const told = labelledIn(entry.name, institution, context);
  return {
    question: {
      institution: { ...institution, ...entry, ...told?.institution },
      practitioner: read.practitioner,
      service,
      claims: claim ?? [],
      asOf: asOf ?? told?.asOf,
      generation,
      lang: lang ?? context.lang,
    },
  };
};
