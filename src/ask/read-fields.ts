import type { z } from 'zod';
import { MAX_OFFER, offerFields, questionFields } from '../../schema/question.ts';
import type { FieldError } from '../errors.ts';
import { shanghaiDay } from '../text/dates.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';
import { onceEach, remembered } from '../text/remembered.ts';
import { faultWords } from './fault-words.ts';
import { personalFields } from './personal-fields.ts';
import { fieldAddress, type QuestionContext, type RawQuestion, type Refused } from './question-context.ts';

/** Kinds of values other than text, as they are told of a question's fields. */
const kinds: Readonly<Record<string, string>> = {
  number: 'a whole number',
  int: 'a whole number',
  array: 'a list of texts',
  boolean: 'true or false',
};

/** What would be right, as far as the finding says it. */
const expectedBy = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'too_big')
    return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
  if (issue.code === 'too_small' && issue.origin !== 'string') return `at least ${issue.minimum}`;
  if (issue.code === 'invalid_type' && issue.expected in kinds) return kinds[issue.expected] ?? 'a text';
  if (issue.code === 'invalid_value')
    return issue.values.length === 2 ? issue.values.join(' or ') : `one of ${issue.values.join(', ')}`;
  if (issue.code === 'custom') return issue.params?.expected ?? 'printable text';
  return Array.isArray(issue.input) ? 'one text' : 'a text';
};

/** Reads one value by the schema of its field: the value, or what is wrong with it. */
export const readField = <Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  field: string,
  expected?: string,
): Readonly<{ value: z.output<Schema> } | { errors: readonly FieldError[] }> => {
  const read = schema.safeParse(given, { reportInput: true, error: faultWords });
  if (read.success) return { value: read.data };
  const { issues } = read.error;
  // One error per value: zod also reports the length of a value that is no text.
  const first = issues.filter((one, at) => issues.findIndex(({ path }) => path[0] === one.path[0]) === at);
  const errors = first.map((issue) => ({
    field,
    problem: issue.message,
    expected: expected ?? expectedBy(issue),
    ...(issue.code === 'custom' && issue.params?.nearest ? { nearest: issue.params.nearest } : {}),
  }));
  return { errors };
};

type Particular = Readonly<{ schema: z.ZodType; expected: string }>;

const KEPT_SCHEMAS = 8;
/** Schemas of what depends on the day and on the generation: made once for each, not once a question. */
const untilDay = remembered(KEPT_SCHEMAS, (today) =>
  questionFields.asOf.refine((day) => day <= today, {
    error: 'lies in the future (today is meant in Asia/Shanghai)',
  }),
);
const untilGeneration = remembered(KEPT_SCHEMAS, (newest) =>
  questionFields.generation.refine((one) => one <= Number(newest), { error: 'was never published' }),
);

/** Fields of which the same is expected whatever is wrong. Only when asked is it known that no day and no generation is to come. */
const particular: Readonly<Partial<Record<string, (context: QuestionContext) => Particular>>> = {
  text: () => ({
    schema: offerFields.text,
    expected: `the text of an offer, 1 to ${MAX_OFFER} characters`,
  }),
  asOf: ({ now }) => {
    const today = shanghaiDay(now);
    return { schema: untilDay(today), expected: `a day as YYYY-MM-DD, ${today} or earlier` };
  },
  generation: ({ newest }) => {
    const schema = untilGeneration(String(newest ?? Number.POSITIVE_INFINITY));
    return { schema, expected: `a whole number from 1${newest === undefined ? '' : ` to ${newest}`}` };
  },
};

type Fields = Readonly<Record<string, z.ZodType>>;

/** Names of declared fields: the same few declarations are read for every question. */
const namesOf = onceEach((fields: Fields): readonly string[] => Object.keys(fields));

/** Fields in which the same few values come again and again. */
const COMES_AGAIN: ReadonlySet<string> = new Set(['service', 'claim', 'asOf', 'lang', 'province', 'city']);
/** Values kept of one of them, and the longest of these. */
const [MOST_KEPT, LONGEST_KEPT] = [500, 40];

/** What was read of them, where nothing was wrong: a schema gives the same for the same text. */
const valuesOf = onceEach((_: z.ZodType) => new Map<string, unknown>());

const keptOf = (schema: z.ZodType, name: string): Map<string, unknown> | undefined =>
  COMES_AGAIN.has(name) ? valuesOf(schema) : undefined;

const keep = (kept: Map<string, unknown> | undefined, given: string, value: unknown): void => {
  if (kept === undefined || given.length > LONGEST_KEPT) return;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(given, value);
};

type Read<Shape extends Fields> = Readonly<{
  found: { [Name in keyof Shape]?: z.output<Shape[Name]> };
  errors: FieldError[];
}>;

const unknownFields = (
  what: string,
  known: readonly string[],
  given: readonly string[],
  context: QuestionContext,
): readonly FieldError[] =>
  given
    .filter((field) => !known.includes(field))
    .map((field) => {
      const like = suggestByEditDistance(field, known);
      return {
        field: fieldAddress(context, field.slice(0, 60)),
        problem: field === '' ? `has no name, and is no field of ${what}` : `is not a field of ${what}`,
        expected: `one of ${known.join(', ')}`,
        ...(like.length === 0 ? {} : { nearest: like }),
      };
    });

/** More fields than are declared: some are unknown, and which is not worth the work. */
const crowd = (
  what: string,
  known: readonly string[],
  { length }: readonly string[],
  context: QuestionContext,
): readonly FieldError[] => {
  if (length <= known.length) return [];
  const field = context.via === 'query' ? '?' : context.pointer;
  const expected = `at most the ${known.length} of ${what}: ${known.join(', ')}`;
  return [{ field, problem: `holds ${length} fields`, expected }];
};

/**
 * Reads fields by their declaration: those that were found, and every error; or the refusal of all of them, where they hold a
 * number that identifies a person or are too many to be read. A field that nobody knows is an error, because a mistyped `service`
 * must not be ignored.
 * @param what what holds the fields, in the words of an error: `a question`
 * @param required the field that may not be left out
 */
export const readFields = <Shape extends Fields>(
  what: string,
  fields: Shape,
  raw: RawQuestion,
  context: QuestionContext,
  required?: keyof Shape,
): Read<Shape> | Refused => {
  const known = namesOf(fields);
  const given = Object.keys(raw);
  const crowded = crowd(what, known, given, context);
  if (crowded.length > 0) return { code: 'LICET_BAD_QUESTION', errors: crowded };
  const personal = personalFields(raw, context);
  if (personal.length > 0) return { code: 'LICET_PERSONAL_NUMBER', errors: personal };
  const errors = [...unknownFields(what, known, given, context)];
  const found: Record<string, unknown> = {};
  for (const name of known) {
    const declared = fields[name];
    if (declared === undefined || (raw[name] === undefined && name !== required)) continue;
    const { schema, expected } = particular[name]?.(context) ?? { schema: declared };
    const value = raw[name];
    const kept = keptOf(schema, name);
    const before = typeof value === 'string' ? kept?.get(value) : undefined;
    if (before !== undefined) {
      found[name] = before;
      continue;
    }
    const read = readField(schema, value, fieldAddress(context, name), expected);
    if ('errors' in read) errors.push(...read.errors);
    else {
      found[name] = read.value;
      if (typeof value === 'string') keep(kept, value, read.value);
    }
  }
  // Every value is what the schema of its own field gave.
  return { found: found as Read<Shape>['found'], errors };
};
