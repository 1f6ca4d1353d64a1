import type { CallToolResult } from '@modelcontextprotocol/server';
import { assistantWords } from '../../../schema/lexicon/assistant-words.ts';
import type { KnownBesides } from '../../../schema/problem.ts';
import { type FieldError, LicetError } from '../../errors.ts';
import { plainly } from './short/plain.ts';

const { failures } = assistantWords;

/** Longer lists of faults are told as fields alone. */
const MOST_SENTENCES = 3;

/** An answer in both forms that a client may read: structured, and the same as one JSON text. */
export const result = (answer: Readonly<Record<string, unknown>>): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(answer) }],
  structuredContent: { ...answer },
});

type Failure = Readonly<{
  error: string;
  /** True where the same question may be answered a moment later. */
  retryable: boolean;
  message: string;
  fields?: readonly FieldError[];
  /** What can be said all the same, of whom the question means; no answer to what could not be read. */
  known?: KnownBesides;
}>;

const failed = (failure: Failure): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: JSON.stringify(plainly(failure)) }],
});

const sentenceOf = ({ field, problem, expected, nearest = [] }: FieldError): string => {
  const right = expected === undefined ? '' : `; expected ${expected}`;
  const near = nearest.length === 0 ? '' : `; nearest: ${nearest.join(', ')}`;
  return `${field.replace(/^\//, '') || 'The question'} ${problem}${right}${near}.`;
};

/** A question that cannot be read: which field, what is wrong, what would be right, as a sentence and as fields. `known`: what can be said all the same. */
export const unread = (
  code: string,
  fields: readonly FieldError[],
  known: KnownBesides | null = null,
): CallToolResult => {
  const first = fields.filter(({ field }, at) => fields.findIndex((one) => one.field === field) === at);
  const end = known === null ? failures.badQuestion : failures.besides;
  const message = [...first.slice(0, MOST_SENTENCES).map(sentenceOf), end].join(' ');
  const failure = { error: code, retryable: false, message, fields: first };
  return failed(known === null ? failure : { ...failure, known });
};

/** A fault of ours is said to be one and may be asked again; it says nothing of any hospital. */
export const failure = (cause: unknown): CallToolResult => {
  if (cause instanceof LicetError && cause.statusCode < 500) return unread(cause.code, cause.fields);
  const error = cause instanceof LicetError ? cause.code : 'LICET_INTERNAL';
  return failed({ error, retryable: true, message: failures.retry });
};
