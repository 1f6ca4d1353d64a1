import type { FastifyError, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { kindWords } from '../../ask/fault-words.ts';
import type { FieldError } from '../../errors.ts';
import { suggestByEditDistance } from '../../text/edit-distance.ts';

const shapeKeys = (schema: unknown): string[] =>
  typeof schema === 'object' && schema !== null && 'shape' in schema ? Object.keys(schema.shape ?? {}) : [];

const unknownKeys = (keys: unknown, known: readonly string[]): FieldError[] =>
  (Array.isArray(keys) ? keys.map(String) : []).map((key) => {
    const like = suggestByEditDistance(key, known);
    return {
      field: `?${key.slice(0, 60)}`,
      problem: 'is not a parameter of this address',
      expected: known.length === 0 ? 'no parameter at all' : `one of ${known.join(', ')}`,
      ...(like.length === 0 ? {} : { nearest: like }),
    };
  });

/** What a declared field says of what would be right (schema/field.ts). */
const custom = z.object({ expected: z.string().optional() });

/** How a text of a fixed form is written, by Zod's name of it. */
const FORMS: Readonly<Record<string, string>> = {
  date: 'YYYY-MM-DD',
  datetime: 'an instant such as 2026-11-28T08:00:00Z',
};

/** What would be right, as far as a finding of Zod's says it. */
const expectedBy = (keyword: string, params: Readonly<Record<string, unknown>>): string | null => {
  const unit = params.origin === 'string' ? ' characters' : '';
  if (keyword === 'too_small') return `at least ${params.minimum}${unit}`;
  if (keyword === 'too_big') return `at most ${params.maximum}${unit}`;
  if (keyword === 'invalid_value' && Array.isArray(params.values))
    return `one of ${params.values.join(', ')}`;
  if (keyword === 'invalid_format') return FORMS[String(params.format)] ?? null;
  if (keyword === 'invalid_type') return kindWords(String(params.expected));
  const { expected } = custom.parse(params.params ?? {});
  return expected ?? null;
};

/** Zod's findings on a query or a path, field by field: what is wrong, and what would be right. */
export const fieldErrors = (error: FastifyError, request: FastifyRequest): FieldError[] => {
  if (!hasZodFastifySchemaValidationErrors(error)) return [];
  const known = shapeKeys(request.routeOptions.schema?.querystring);
  return error.validation.flatMap((issue) => {
    if (issue.keyword === 'unrecognized_keys') return unknownKeys(issue.params.keys, known);
    const mark = error.validationContext === 'querystring' ? '?' : '/';
    const expected = expectedBy(issue.keyword, issue.params);
    const path = issue.instancePath.replace(/^\//, '');
    return [
      {
        // The whole of a body has the pointer ''; '/' would be a field without a name.
        field: path === '' && mark === '/' ? '' : `${mark}${path}`,
        problem: issue.message ?? 'is not valid',
        ...(expected === null ? {} : { expected }),
      },
    ];
  });
};
