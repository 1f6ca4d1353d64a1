import type { Language } from '../../schema/base.ts';
import { MAX_NAME } from '../../schema/question.ts';

/** The fields of a question as a caller writes them, flat, in a query and in a body alike. */
export const institutionFields = {
  id: 40,
  licenceNumber: 40,
  uscc: 40,
  name: MAX_NAME,
  province: 40,
  city: 60,
  address: 300,
  website: 300,
  campus: 120,
} as const;

/** Only in a body: a physician's name has no place in an address that logs and histories keep. */
export const practitionerFields = { practitioner: 100, certificateNumber: 40 } as const;

export const questionFields: readonly string[] = [
  ...Object.keys(institutionFields),
  ...Object.keys(practitionerFields),
  'service',
  'claim',
  'asOf',
  'generation',
  'lang',
  'purpose',
];

/** Fields of which at least one says who is meant. */
export const namingFields = ['id', 'licenceNumber', 'uscc', 'name'] as const;

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

/** The address of a field in a problem document: `?name` in a query, a JSON Pointer in a body. */
export const fieldAddress = (context: QuestionContext, field: string): string =>
  context.via === 'query'
    ? `?${field}`
    : `${context.pointer}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What a caller sent, before anything is believed. */
export type RawQuestion = Readonly<Record<string, unknown>>;
