import type { z } from 'zod';

/** Kinds of values, as they are told. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  nan: 'no number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** A kind of value in words: what was expected where another was given. */
export const kindWords = (kind: string): string => kinds[kind] ?? 'another kind of value';

const kindOf = (input: unknown): string => {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'array';
  return Number.isNaN(input) ? 'nan' : typeof input;
};

const LONGEST_SHOWN = 60;

const sizeWords = (issue: z.core.$ZodRawIssue): string => {
  const { input } = issue;
  if (typeof input === 'string') return input === '' ? 'is empty' : `has ${input.length} characters`;
  if (Array.isArray(input)) return `holds ${input.length}`;
  return `is ${String(input).slice(0, LONGEST_SHOWN)}`;
};

/**
 * What is wrong with a value, in the words in which every other fault is told; for schemas that say nothing of their own (`safeParse(value, { error:
 * faultWords })`). Never repeats a text that was given.
 */
export const faultWords = (issue: z.core.$ZodRawIssue): string => {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `is ${kindWords(kindOf(issue.input))}`;
  if (issue.code === 'too_big' || issue.code === 'too_small') return sizeWords(issue);
  if (issue.code === 'unrecognized_keys') return 'holds a field that is not known';
  if (issue.code === 'invalid_value') return 'is no value that is known';
  return issue.input === undefined ? 'is missing' : 'is not written as it should be';
};
