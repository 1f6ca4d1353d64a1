import { z } from 'zod';
import { faultWords, kindWords } from '../../ask/fault-words.ts';
import { type FieldError, LicetError } from '../../errors.ts';
import type { CaptureOrder } from './jobs.ts';
import type { Parts } from './read-upload.ts';

/** Rows of one JSON body; more come as a file. */
const MOST_ROWS = 200;

const fields = z
  .record(z.string().max(100), z.string().max(20_000))
  .describe('Column → value, as the page prints it');
const asOf = z.string().max(40).describe('The date the page itself prints as its state');

const lookedOn = z
  .string()
  .max(40)
  .describe('The day you looked; today where it is left out. Dates the row where the page prints no date');

export const captureBody = z.strictObject({
  fields: fields.optional(),
  rows: z
    .array(z.strictObject({ fields, asOf: asOf.optional() }))
    .min(1)
    .max(MOST_ROWS)
    .optional(),
  asOf: asOf.optional(),
  lookedOn: lookedOn.optional(),
  read: z
    .boolean()
    .optional()
    .describe('Fields that are not given are read off the saved page; `fields` may be left out'),
  force: z
    .boolean()
    .optional()
    .describe('Take it although the saved page shows another number; wants `because`'),
  because: z
    .string()
    .trim()
    .min(3)
    .max(500)
    .optional()
    .describe('Why it is right all the same; kept on record'),
});
type CaptureBody = z.infer<typeof captureBody>;

export const captureQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false').describe('true: show what would change, write nothing'),
  partial: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: take the good rows though others are not'),
});

const bad = (errors: readonly FieldError[]): LicetError =>
  new LicetError('LICET_BAD_QUESTION', `${errors[0]?.field || 'The body'} ${errors[0]?.problem}.`, errors);

const issueOf = ({ path, code, message, ...rest }: z.core.$ZodIssue): FieldError => {
  const field = path.length === 0 ? '' : `/${path.map(String).join('/')}`;
  if (code === 'unrecognized_keys' && 'keys' in rest)
    return {
      field,
      problem: 'holds an unknown member',
      expected: `one of ${Object.keys(captureBody.shape).join(', ')}`,
    };
  const expected = code === 'invalid_type' && 'expected' in rest ? kindWords(rest.expected) : undefined;
  return { field, problem: message, ...(expected === undefined ? {} : { expected }) };
};

const missing = (field: string, problem: string, expected: string): LicetError =>
  bad([{ field, problem, expected }]);

const rowsOf = (body: CaptureBody, hasFile: boolean): CaptureOrder['rows'] => {
  const given = [body.fields, body.rows, hasFile || undefined].filter((one) => one !== undefined).length;
  if (given === 0 && body.read === true) return [{ fields: {}, asOf: body.asOf ?? '' }];
  if (given !== 1)
    throw missing(
      '/fields',
      given === 0 ? 'is missing' : 'is given twice over',
      'one of `fields` (one row), `rows` (several), the part `file` (CSV or XLSX), or `"read":true` with a page',
    );
  const same = body.asOf ?? '';
  const own = body.fields === undefined ? [] : [{ fields: body.fields, asOf: same }];
  return [...own, ...(body.rows ?? []).map((row) => ({ fields: row.fields, asOf: row.asOf ?? same }))];
};

/** Reads what an operator wants recorded out of a body or a form. Throws a problem that names each wrong field. */
export const readOrder = (
  source: string,
  { capture, page, file }: Parts,
  query: z.infer<typeof captureQuery>,
): CaptureOrder => {
  const read = captureBody.safeParse(capture, { error: faultWords });
  if (!read.success) throw bad(read.error.issues.map(issueOf));
  const { data } = read;
  const { force = false, because } = data;
  if (force !== (because !== undefined))
    throw missing(
      force ? '/because' : '/force',
      'is missing: the two belong together',
      '{"force":true,"because":"…"}',
    );
  return {
    source,
    rows: rowsOf(data, file !== null),
    bulk: file,
    page,
    asOf: data.asOf ?? '',
    lookedOn: data.lookedOn ?? '',
    read: data.read === true,
    because: because ?? null,
    dryRun: query.dryRun === 'true',
    partial: query.partial === 'true',
  };
};
