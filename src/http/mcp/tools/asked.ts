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

/** What is asked besides who is meant. No field is about a physician. */
export const aboutFields = {
  service: optional(questionFields.service),
  claim: z.array(z.string().max(60)).max(MOST_MARKS).describe(assistantWords.fields.claim).optional(),
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
