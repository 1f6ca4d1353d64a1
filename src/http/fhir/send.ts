import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FhirResource } from 'fhir/r4.js';
import { LicetError } from '../../errors.ts';
import { etagMatches, etagOf } from '../plugins/conditional.ts';
import { FHIR_JSON } from './outcome.ts';

const FORMATS = ['json', 'application/json', 'application/fhir+json', 'text/json'];
/** Media ranges of an Accept header under which FHIR in JSON may be sent. */
const TAKEN = /(?:^|[\s,])(?:\*\/\*|application\/\*|(?:application|text)\/(?:fhir\+)?json)\s{0,9}(?:[;,]|$)/i;

/** The same for files of an export. */
const TAKEN_AS_LINES = /(?:^|[\s,])application\/(?:fhir\+)?ndjson\s{0,9}(?:[;,]|$)/i;

/** Refuses whoever asks for another format than JSON: XML, Turtle. `_format` goes before Accept (http.html#mime-type of R4). */
export const refuseOtherFormats = (request: FastifyRequest, format: string | undefined): void => {
  const accept = request.headers.accept ?? '*/*';
  const asked = format?.split(';', 1)[0]?.trim().replace(' ', '+').toLowerCase();
  const lines = /\.ndjson$/.test(request.url.split('?', 1)[0] ?? '') && TAKEN_AS_LINES.test(accept);
  const taken = asked === undefined ? lines || TAKEN.test(accept) : FORMATS.includes(asked);
  if (!taken) throw new LicetError('LICET_NOT_ACCEPTABLE', 'FHIR is served as application/fhir+json alone.');
};

/** Sends a resource with its version as weak ETag, or 304 to whoever holds that version. */
export const sendResource = (
  request: FastifyRequest,
  reply: FastifyReply,
  resource: FhirResource,
): FastifyReply => {
  const body = JSON.stringify(resource);
  const version = resource.meta?.versionId;
  const etag = version === undefined ? etagOf(body) : `"${version}"`;
  reply.header('etag', `W/${etag}`).header('cache-control', 'no-cache');
  const changed = resource.meta?.lastUpdated;
  if (changed !== undefined && version !== undefined)
    reply.header('last-modified', new Date(changed).toUTCString());
  if (etagMatches(request, etag)) return reply.code(304).send();
  return reply.type(FHIR_JSON).send(body);
};
