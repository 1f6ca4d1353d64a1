import type { FastifyInstance } from 'fastify';

/** Answers a browser that asks first: any page may read, and may ask a question by POST. Nothing here uses cookies. */
export const registerPreflight = (app: FastifyInstance): void => {
  app.options('/v1/*', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, HEAD, POST')
      .header('access-control-allow-headers', 'content-type, if-none-match, accept-language')
      .header('access-control-max-age', '86400')
      .send(),
  );
};
