import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { etagMatches, etagOf } from './conditional.ts';

/**
 * Only what this service itself serves, and no script but from files: the reference asks nobody else for anything, and text of a
 * description can never run. Styles may stand in the page, since Scalar writes its own there.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const configuration = {
  url: '/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
} as const;

/** Our own page instead of Scalar's: theirs holds an inline script, which our content policy forbids. */
const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Licet: reference</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><div id="app"></div><noscript>This page needs scripts; <a href="/openapi.json">openapi.json</a> does not.</noscript>
<script src="js/scalar.js"></script><script src="js/start.js"></script></body>
</html>
`;

const start = `Scalar.createApiReference('#app', ${JSON.stringify(configuration)});\n`;

/** Answers for the page, before Scalar's own route does; everything else of Scalar's is left to it. */
const ownPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> =>
  request.routeOptions.url === '/docs/' ? reply.type('text/html; charset=utf-8').send(page) : undefined;

/** The browsable reference at /docs, all of it from this machine. */
export const registerReferencePage = (app: FastifyInstance): void => {
  app.register(async (docs) => {
    docs.addHook('onSend', async (request, reply, payload) => {
      reply.header('content-security-policy', pagePolicy);
      if (typeof payload !== 'string' || reply.statusCode !== 200) return payload;
      const etag = etagOf(payload);
      reply.header('etag', etag).header('cache-control', 'no-cache');
      if (!etagMatches(request, etag)) return payload;
      reply.code(304).removeHeader('content-type');
      return null;
    });
    docs.get('/docs/js/start.js', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(start),
    );
    await docs.register(scalar, { routePrefix: '/docs', configuration, hooks: { preHandler: ownPage } });
  });
};
