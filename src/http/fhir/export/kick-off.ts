import type { FastifyRequest } from 'fastify';
import { type FieldError, LicetError } from '../../../errors.ts';
import { suggestByEditDistance } from '../../../text/edit-distance.ts';
import { readQuery } from '../../query.ts';
import { refuseParameter } from '../search/parameters.ts';
import { exported, type Job } from './job.ts';

const KNOWN = ['_type', '_since', '_outputFormat', '_format'] as const;
const FORMATS = ['application/fhir+ndjson', 'application/ndjson', 'ndjson'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

const prefers = ({ headers }: FastifyRequest, what: RegExp): boolean =>
  what.test([headers.prefer ?? ''].flat().join(','));

const sinceOf = (text: string | undefined, errors: FieldError[]): Date | null => {
  if (text === undefined) return null;
  const since = new Date(text.replace(' ', '+'));
  if (INSTANT.test(text.replace(' ', '+')) && !Number.isNaN(since.getTime())) return since;
  errors.push({ field: '?_since', problem: 'is no instant', expected: 'such as 2026-11-21T00:00:00Z' });
  return null;
};

/**
 * Reads what is to be exported. What is not known is refused unless the caller sent `Prefer: handling=lenient`, and an export is never
 * answered in the request that begins it: `Prefer: respond-async` is required.
 */
export const readKickOff = (request: FastifyRequest, generation: number, now: Date): Job => {
  if (!prefers(request, /\brespond-async\b/i))
    throw new LicetError('LICET_BAD_REQUEST', 'An export is begun with the header Prefer: respond-async.');
  const lenient = prefers(request, /\bhandling\s?=\s?lenient\b/i);
  const query = readQuery(request.raw.url ?? '');
  const errors: FieldError[] = [];
  for (const name of Object.keys(query))
    if (!lenient && !KNOWN.some((one) => one === name))
      errors.push({
        field: `?${name}`,
        problem: 'is not a parameter of an export',
        expected: KNOWN.join(', '),
      });
  const one = (name: string): string | undefined => [query[name]].flat()[0];
  const format = one('_outputFormat')?.replace(' ', '+');
  if (format !== undefined && !FORMATS.includes(format))
    errors.push({ field: '?_outputFormat', problem: 'is not served', expected: FORMATS.join(', ') });
  const asked = [query._type ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .filter((text) => text !== '');
  for (const type of asked)
    if (!lenient && !exported.some((known) => known === type))
      errors.push({
        field: '?_type',
        problem: 'holds a kind that is not exported',
        expected: exported.join(', '),
        nearest: suggestByEditDistance(type, exported),
      });
  const since = sinceOf(one('_since'), errors);
  const types = asked.length === 0 ? exported : exported.filter((known) => asked.includes(known));
  if (types.length === 0 && errors.length === 0)
    errors.push({
      field: '?_type',
      problem: 'holds no kind that is exported',
      expected: exported.join(', '),
    });
  if (errors.length > 0) refuseParameter(errors);
  return { generation, at: now, since, types };
};
