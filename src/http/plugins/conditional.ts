import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A proxy that compresses marks the ETag it hands on ("…-gzip" by Apache, W/"…" by nginx): it names the same bytes of ours. */
const bare = (held: string): string =>
  held
    .trim()
    .replace(/^W\//, '')
    .replace(/[-;:](?:gzip|br|zstd|deflate)"$/, '"');

/** True when the client already holds what this strong ETag names (RFC 9110 §13.1.2, weak comparison). */
export const etagMatches = (request: Pick<FastifyRequest, 'headers'>, etag: string): boolean => {
  const held = request.headers['if-none-match'];
  if (held === undefined) return false;
  if (held === etag || held === '*') return true;
  return held.includes(etag.slice(0, -1)) && held.split(',').some((one) => bare(one) === etag);
};

/** The strong ETag of finished bytes. */
export const etagOf = (body: string | Uint8Array): string =>
  `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;

type Kept = Readonly<{ contentType: string; etag?: string; cacheControl?: string }>;

/** Sends finished bytes with their ETag, or 304 without them when the client holds them already. */
export const sendWithEtag = (
  request: FastifyRequest,
  reply: FastifyReply,
  body: string | Buffer,
  { contentType, etag = etagOf(body), cacheControl = 'no-cache' }: Kept,
): FastifyReply => {
  reply.header('etag', etag).header('cache-control', cacheControl);
  if (etagMatches(request, etag)) return reply.code(304).send();
  return reply.type(contentType).send(body);
};

/** Sends a document as JSON, with ETag and 304. */
export const sendJson = (
  request: FastifyRequest,
  reply: FastifyReply,
  document: unknown,
  cacheControl?: string,
): FastifyReply =>
  sendWithEtag(request, reply, JSON.stringify(document), {
    contentType: 'application/json; charset=utf-8',
    ...(cacheControl === undefined ? {} : { cacheControl }),
  });
