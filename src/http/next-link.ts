import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Tells the address of the next page in `Link: rel="next"` (RFC 8288): this one, asked on by `parameter`. Nothing where there is none.
 */
export const linkNext = (
  { url }: FastifyRequest,
  reply: FastifyReply,
  parameter: 'after' | 'since',
  next: string | number | null,
): void => {
  if (next === null) return;
  const [path = '', asked = ''] = url.split('?', 2);
  const query = new URLSearchParams(asked);
  query.set(parameter, String(next));
  reply.header('link', `<${path}?${query}>; rel="next"`);
};
