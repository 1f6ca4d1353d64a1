import { anyText } from '../any-text.ts';
import { fc } from '../draws.ts';
import type { OpenApi, Schema } from './document.ts';

const LONGEST = 40;

const text = ({
  pattern,
  format,
  example,
  minLength = 0,
  maxLength = LONGEST,
}: Schema): fc.Arbitrary<unknown> => {
  const shown = typeof example === 'string' ? [example] : [];
  if (format === 'date') return fc.constantFrom(...shown, '2026-01-31', '2024-02-29');
  if (format === 'date-time') return fc.constantFrom(...shown, '2026-01-31T00:00:00Z');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const most = Math.min(maxLength, Math.max(LONGEST, minLength));
  const drawn = fc.string({ unit: 'grapheme', minLength, maxLength: most });
  return shown.length === 0 ? drawn : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...shown) }, drawn);
};

const whole = ({ minimum, exclusiveMinimum, maximum }: Schema): fc.Arbitrary<number> => {
  const min = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  return fc.integer({ min, max: Math.min(maximum ?? 1_000, Math.max(min, 1_000)) });
};

/** Values that a schema of the document allows: what it shows as an example more often than what it merely lets through. */
export const drawnFrom = (
  schema: Schema,
  { components }: Pick<OpenApi, 'components'>,
): fc.Arbitrary<unknown> => {
  const again = (one: Schema): fc.Arbitrary<unknown> => drawnFrom(one, { components });
  const { $ref, enum: listed, anyOf, type, items, properties = {}, required = [] } = schema;
  if ($ref !== undefined) return again(components.schemas[$ref.replace(/^.*\//, '')] ?? {});
  if (listed !== undefined) return fc.constantFrom(...listed);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(again));
  if (type === 'string') return text(schema);
  if (type === 'integer' || type === 'number') return whole(schema);
  if (type === 'boolean') return fc.boolean();
  if (type === 'array')
    return fc.array(again(items ?? {}), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.max(schema.minItems ?? 0, 2),
    });
  if (type === 'object') {
    const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, again(one)]));
    return fc.record(fields, { requiredKeys: [...required] });
  }
  return fc.constant(null);
};

/** Values that hardly any schema allows: too long, of another type, empty, with signs that are not seen. */
export const wrongValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-1',
    '1e9',
    'null',
    '%',
    '\u202e',
    '2026-02-30',
    '医'.repeat(600),
    'a'.repeat(6_000),
  ),
  anyText({ maxLength: LONGEST }),
);
