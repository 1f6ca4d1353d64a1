import type { FastifyRequest } from 'fastify';
import { type FieldError, LicetError } from '../../../errors.ts';
import { suggestByEditDistance } from '../../../text/edit-distance.ts';
import { readQuery } from '../../query.ts';

/** Parameters that say how a result is sent, at every search. */
const CONTROLS = ['_count', '_cursor', '_total', '_summary', '_format', '_pretty', '_include'] as const;
const TOTALS = ['none', 'estimate', 'accurate'];
const USUAL = 50;
const MOST_RESULTS = 200;

export type Parameters = Readonly<{
  /** What is asked, by the name of the parameter; those left out of account are not among them. */
  values: Readonly<Record<string, string>>;
  /** `_lastUpdated` may stand twice: from, until. */
  changed: readonly string[];
  count: number;
  cursor: string | undefined;
  /** True where the number of all matches alone is wanted. */
  countOnly: boolean;
  total: boolean;
  /** True where a total was asked for in so many words. */
  totalAsked: boolean;
  /** True where whom the matches belong to is wanted beside them. */
  withOwners: boolean;
  ignored: readonly string[];
}>;

export const refuseParameter = (errors: readonly FieldError[]): never => {
  throw new LicetError('LICET_BAD_QUESTION', 'A parameter of the search cannot be read.', errors);
};

const isStrict = ({ headers }: FastifyRequest): boolean =>
  /\bhandling\s?=\s?strict\b/i.test([headers.prefer ?? ''].flat().join(','));

type Raw = Readonly<Record<string, string | readonly string[]>>;

/** What was asked in the address and, by POST, in a form: FHIR takes both together. */
const rawOf = (request: FastifyRequest): Raw => {
  const form = request.body as Raw | undefined;
  const merged: Record<string, string | readonly string[]> = { ...readQuery(request.raw.url ?? '') };
  for (const [name, value] of Object.entries(form ?? {}))
    merged[name] = merged[name] === undefined ? value : [merged[name], value].flat();
  return merged;
};

const countOf = (text: string | undefined): number => {
  if (text === undefined) return USUAL;
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(count))
    return refuseParameter([{ field: '?_count', problem: 'is no number', expected: `0 to ${MOST_RESULTS}` }]);
  return Math.min(count, MOST_RESULTS);
};

const unknownError = (name: string, known: readonly string[]): FieldError => ({
  field: `?${name}`,
  problem: 'is not a parameter of this search',
  expected: `one of ${[...known, ...CONTROLS].join(', ')}`,
  nearest: suggestByEditDistance(name, known),
});

/** Sorts what was sent into what is known, what is wrong and what is left out of account. */
const sorted = (raw: Raw, known: readonly string[], strict: boolean) => {
  const values: Record<string, string> = {};
  const [ignored, errors, changed]: [string[], FieldError[], string[]] = [[], [], []];
  const all: readonly string[] = [...known, ...CONTROLS];
  for (const [name, sent] of Object.entries(raw)) {
    const given = [sent].flat().filter((one) => one.trim() !== '');
    const [base = name, modifier] = name.split(':');
    if (given.length === 0) {
      // Left out of account it would find everybody, and a client might take the first for whom it meant.
      if (known.includes(base))
        errors.push({ field: `?${name}`, problem: 'is empty', expected: 'a value, or leave it out' });
      continue;
    }
    if (given.some((one) => one.includes('\0')))
      errors.push({ field: `?${base}`, problem: 'holds the sign U+0000', expected: 'text without it' });
    else if (modifier !== undefined && all.includes(base))
      errors.push({ field: `?${name}`, problem: 'has a modifier', expected: `${base} without one` });
    else if (!all.includes(name)) strict ? errors.push(unknownError(name, known)) : ignored.push(name);
    else if (name === '_lastUpdated') changed.push(...given);
    else if (given.length > 1)
      errors.push({ field: `?${name}`, problem: 'is given more than once', expected: 'one' });
    else values[name] = given[0] ?? '';
  }
  return { values, ignored, errors, changed };
};

/**
 * Reads the parameters of a search. What is not known is left out of account and told, or refused where the caller sent
 * `Prefer: handling=strict` (search.html of R4, 3.1.1.2); a modifier is always refused. `include`: the one `_include` of this kind.
 */
export const readParameters = (
  request: FastifyRequest,
  known: readonly string[],
  include?: string,
): Parameters => {
  const strict = isStrict(request);
  const { values, ignored, errors, changed } = sorted(rawOf(request), known, strict);
  const { _count, _cursor, _total, _summary, _format, _pretty, _include, ...asked } = values;
  const wrong = (name: string, expected: string): void => {
    if (strict) errors.push({ field: `?${name}`, problem: 'has a value that is not served', expected });
    else ignored.push(name);
  };
  if (_include !== undefined && _include !== include) wrong('_include', include ?? 'no such parameter');
  if (_summary !== undefined && !['count', 'false'].includes(_summary)) wrong('_summary', 'count or false');
  if (_total !== undefined && !TOTALS.includes(_total)) wrong('_total', TOTALS.join(', '));
  if (errors.length > 0) refuseParameter(errors);
  const count = countOf(_count);
  return {
    values: asked,
    changed,
    count,
    cursor: _cursor,
    countOnly: _summary === 'count' || count === 0,
    total: _total !== 'none',
    withOwners: _include !== undefined && _include === include,
    totalAsked: _total === 'accurate' || _total === 'estimate',
    ignored: ignored.sort(),
  };
};

/** The format that an address or a form asks for. */
export const formatOf = (request: FastifyRequest): string | undefined => {
  const { _format } = rawOf(request);
  return [_format].flat()[0];
};
