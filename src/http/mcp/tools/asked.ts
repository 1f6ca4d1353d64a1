import { z } from 'zod';
import { assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import { institutionFields, questionFields } from '../../../../schema/question.ts';
import type { QuestionContext } from '../../../ask/question-context.ts';
import type { McpDeps } from '../deps.ts';

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional();

/** Who is meant, as a tool takes it: the fields of every question about an institution. */
export const whoFields = {
  name: optional(institutionFields.name),
  province: optional(institutionFields.province),
  city: optional(institutionFields.city),
  address: optional(institutionFields.address),
  website: optional(institutionFields.website),
  id: optional(institutionFields.id),
  licenceNumber: optional(institutionFields.licenceNumber),
  uscc: optional(institutionFields.uscc),
};

/** Most marks of one question: with more an answer no longer fits what a model is told. */
export const MOST_MARKS = 3;
const LONGEST_MARK = 60;

type Finding = Readonly<{ input?: unknown }>;

/** How a value is told that is not of the kind a field wants. */
const otherKind = ({ input }: Finding): string => {
  if (input === null || input === undefined) return input === null ? 'is null' : 'is missing';
  if (Array.isArray(input)) return 'is a list';
  return typeof input === 'string' ? 'is a text' : `is a ${typeof input}`;
};

const outside = { error: ({ input }: Finding) => `is ${String(input)}` };

const whole = (found: Finding): string =>
  typeof found.input === 'number' ? outside.error(found) : otherKind(found);

/** A whole number from 1 to `most`; what is not one is told with these bounds. */
export const wholeNumber = (most: number) =>
  z.number({ error: whole }).min(1, outside).max(most, outside).int(outside);

const mark = z
  .string({ error: (found) => `holds what ${otherKind(found)}` })
  .max(LONGEST_MARK, { error: ({ input }) => `holds a text of ${String(input).length} characters` });
const marks = z.array(mark, { error: otherKind }).max(MOST_MARKS, {
  error: ({ input }) => `holds ${Array.isArray(input) ? input.length : 0} marks`,
});

/** What is asked besides who is meant. No field is about a physician. */
export const aboutFields = {
  service: optional(questionFields.service),
  claim: marks.describe(assistantWords.fields.claim).optional(),
  asOf: optional(questionFields.asOf),
};

export const langField = { lang: optional(questionFields.lang) };

/** A question of a tool is read by the one reader of all questions, as a body is. */
export const contextOf = ({ clock, reader }: McpDeps): QuestionContext => ({
  now: clock(),
  lang: 'en',
  via: 'body',
  pointer: '',
  newest: reader().generation,
});
