import { z } from 'zod';
import { faultWords, kindWords } from '../../ask/fault-words.ts';
import { type FieldError, LicetError } from '../../errors.ts';
import { JsonFault, parseStrictJson } from '../../text/strict-json.ts';
import { MOST_ASKED } from './manifest.ts';

/** Longest cell that is read. One that is too long for a name is no fault of its table: it means nobody. */
const cell = z.string().max(20_000);

/** A value of a column: a text, a number, something matched before, or nothing. */
const value = z.union([
  cell,
  z.number(),
  z.boolean(),
  z.null(),
  z.looseObject({ id: cell, name: cell.optional() }),
]);

const query = z
  .strictObject({
    query: cell.optional(),
    type: z.union([z.string(), z.array(z.string()).max(20)]).optional(),
    limit: z.number().int().min(1).optional(),
    properties: z
      .array(z.strictObject({ pid: z.string().max(100), v: z.union([value, z.array(value).max(20)]) }))
      .max(20)
      .optional(),
    type_strict: z.enum(['any', 'should', 'all']).optional(),
  })
  .refine((one) => one.query !== undefined || (one.properties ?? []).length > 0, {
    error: 'has neither a query nor properties',
  });
export type ReconcileQuery = z.infer<typeof query>;

const settings = z.strictObject({
  service: z.string().max(100).optional(),
  claim: z.string().max(200).optional(),
});

const sentQueries = z
  .record(z.string().max(100), z.unknown())
  .refine((all) => Object.keys(all).length <= MOST_ASKED, { error: `holds more than ${MOST_ASKED} queries` });

export const sentExtension = z.strictObject({
  ids: z.array(z.string().max(40)).max(MOST_ASKED),
  properties: z.array(z.looseObject({ id: z.string().max(40), settings: settings.optional() })).max(30),
});
export type Extension = z.infer<typeof sentExtension>;

const refuse = (field: string, errors: readonly FieldError[]): never => {
  throw new LicetError('LICET_BAD_QUESTION', `${field} cannot be read.`, errors);
};

/**
 * A field of an address or of a form as the text it holds; undefined where it is not there. Throws the problem that names it where it was
 * sent more than once, or is no text.
 */
export const textIn = (fields: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const sent = fields[name];
  if (sent === undefined || typeof sent === 'string') return sent;
  if (Array.isArray(sent))
    return refuse(name, [{ field: `/${name}`, problem: 'is given more than once', expected: 'one text' }]);
  const expected = 'a form (application/x-www-form-urlencoded) whose field holds JSON as text';
  return refuse(name, [{ field: `/${name}`, problem: 'is no text', expected }]);
};

const errorsOf = (field: string, { issues }: z.ZodError): readonly FieldError[] =>
  issues.slice(0, 10).map((issue) => ({
    field: `/${[field, ...issue.path].join('/')}`,
    problem: issue.message,
    ...(issue.code === 'invalid_type' ? { expected: kindWords(issue.expected) } : {}),
  }));

/** Reads the JSON that stands in a field of a form. Throws the problem that names where it is wrong. */
export const readSent = <Schema extends z.ZodType>(
  field: string,
  text: string,
  schema: Schema,
): z.output<Schema> => {
  let json: unknown;
  try {
    json = parseStrictJson(text);
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    return refuse(field, [{ field: `/${field}`, problem: cause.message, expected: 'a JSON object' }]);
  }
  const read = schema.safeParse(json, { error: faultWords });
  if (read.success) return read.data;
  return refuse(field, errorsOf(field, read.error));
};

/**
 * The queries of a table. One that cannot be read is null and costs its neighbours nothing; where none can, the problem that names what is wrong with each
 * is thrown.
 */
export const readQueries = (text: string): ReadonlyMap<string, ReconcileQuery | null> => {
  const sent = readSent('queries', text, sentQueries);
  const read = new Map(
    Object.entries(sent).map(([key, one]) => [key, query.safeParse(one).data ?? null] as const),
  );
  if (read.size > 0 && [...read.values()].every((one) => one === null))
    readSent('queries', text, z.record(z.string(), query));
  return read;
};
