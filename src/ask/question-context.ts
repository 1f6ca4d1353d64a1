import type { Language } from '../../schema/base.ts';
import type { FieldError, ProblemCode } from '../errors.ts';

/** What a caller sent, before anything is believed. */
export type RawQuestion = Readonly<Record<string, unknown>>;

/** What is known about a question besides its fields. */
export type QuestionContext = Readonly<{
  now: Date;
  /** The language used when the question names none. */
  lang: Language;
  via: 'query' | 'body';
  /** JSON Pointer of the question in the body: '' or '/3'. */
  pointer: string;
  /** The newest generation, where it is known: a later one was never published. */
  newest?: number;
}>;

/** Why a question is not answered: every error it holds. */
export type Refused = Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>;

/** The address of a field in a problem document: `?name` in a query, a JSON Pointer in a body. */
export const fieldAddress = (context: QuestionContext, field: string): string =>
  context.via === 'query'
    ? `?${field}`
    : `${context.pointer}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
