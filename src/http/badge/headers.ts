import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagMatches } from '../plugins/conditional.ts';

/** Revocation reaches any cache within 300 s (anchors.md §5); a shared cache may not serve older bytes. */
export const BADGE_CACHE = 'public, max-age=300, must-revalidate';

/** Headers of every picture: embeddable anywhere (COEP), never sniffed, nothing in it may load or run. */
export const pictureHeaders: Readonly<Record<string, string>> = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

/**
 * Says what the code of a picture that is always sent with 200 would be: 403 for a site nobody has proven, 404 for no such
 * hospital, 400 for an address that cannot be read, 429, 503. With such a code of its own an `<img>` shows nothing in some browsers.
 */
export const STATUS_HEADER = 'x-licet-status';

/** Sends a picture, or 304 when the client holds it. Pictures of refusals are kept as briefly as the others. */
export const sendPicture = (
  request: FastifyRequest,
  reply: FastifyReply,
  picture: Readonly<{ status: number; svg: string; etag: string }>,
): FastifyReply => {
  reply.headers(pictureHeaders).header('cache-control', BADGE_CACHE).header('etag', picture.etag);
  reply.header(STATUS_HEADER, picture.status);
  reply.removeHeader('vary');
  if (etagMatches(request, picture.etag)) return reply.code(304).send();
  return reply.code(200).send(picture.svg);
};
