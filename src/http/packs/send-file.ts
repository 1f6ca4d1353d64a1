import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagMatches } from '../plugins/conditional.ts';

/** A file on the disk, as it is handed out. */
type Handed = Readonly<{ file: string; bytes: number; etag: string; contentType: string; name: string }>;

type Range = Readonly<{ from: number; to: number }>;

/** One range of bytes (RFC 9110 §14): null where none is asked, or in a form that is not served; undefined where it lies outside. */
const rangeOf = (header: string | undefined, bytes: number): Range | null | undefined => {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return null;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return from <= to ? { from, to } : undefined;
};

/** Sends a file that never changes: 304 to whoever holds it, a range of it to whoever asks for one. */
export const sendFile = (request: FastifyRequest, reply: FastifyReply, handed: Handed): FastifyReply => {
  const { file, bytes, etag, contentType, name } = handed;
  reply
    .header('etag', etag)
    .header('cache-control', 'public, max-age=86400')
    .header('accept-ranges', 'bytes')
    .header('content-disposition', `attachment; filename="${name}"`);
  if (etagMatches(request, etag)) return reply.code(304).send();
  const { range, 'if-range': held } = request.headers;
  const asked = held === undefined || held === etag ? rangeOf(range, bytes) : null;
  if (asked === undefined) return reply.code(416).header('content-range', `bytes */${bytes}`).send();
  reply.type(contentType);
  if (asked === null) return reply.header('content-length', bytes).send(createReadStream(file));
  const { from, to } = asked;
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes}`)
    .header('content-length', to - from + 1)
    .send(createReadStream(file, { start: from, end: to }));
};
