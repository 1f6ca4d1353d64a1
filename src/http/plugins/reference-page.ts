import fastify, { type FastifyInstance } from 'fastify';
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

/**
 * Scalar's script of 4 MB, as its own plugin serves it. The plugin is loaded when the script is first asked for: with what it
 * depends on it takes a sixth of a start.
 */
const loadScript = async (): Promise<string> => {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const aside = fastify();
  await aside.register(scalar, { routePrefix: '/docs', configuration });
  const { payload } = await aside.inject('/docs/js/scalar.js');
  await aside.close();
  return payload;
};

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
    let script: Promise<string> | undefined;
    docs.get('/docs/js/scalar.js', { schema: { hide: true } }, async (_request, reply) => {
      script ??= loadScript();
      return reply.type('text/javascript; charset=utf-8').send(await script);
    });
    docs.get('/docs/', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(page),
    );
    docs.get('/docs', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs/', 301));
  });
};
