import type { FastifyInstance, RouteOptions } from 'fastify';
import Fastify from 'fastify';
import type { Config } from '../../config.ts';
import type { Deps } from '../deps.ts';
import { sendWithEtag } from './conditional.ts';
import { finishReference, tags } from './finish-reference.ts';
import { readByZod, toldLater } from './read-and-write-json.ts';
import { giveExamples } from './reference-examples.ts';
import { registerReferencePage } from './reference-page.ts';

const description = `Licet answers one question: given what you tell it, and what the authorities have published, may you rely on this Chinese medical institution for this treatment, on this date?

Every statement of an answer can be walked back to the bytes of a kept page. \`unknown\` is an answer. Errors are problem documents (RFC 9457); each \`type\` leads to a page that explains it.`;

/**
 * The OpenAPI 3.1 document of these routes. What writes it is loaded for it alone, and writes it from a second server that has the
 * same addresses and answers none: most services are never asked for the document.
 */
const describe = async (routes: readonly RouteOptions[], { baseUrl, contact }: Config) => {
  const [{ default: swagger }, { jsonSchemaTransform, jsonSchemaTransformObject }] = await Promise.all([
    import('@fastify/swagger'),
    import('fastify-type-provider-zod'),
  ]);
  const second = Fastify({ schemaController: toldLater, exposeHeadRoutes: false });
  readByZod(second);
  await second.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Licet',
        version: '1',
        description,
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
        contact: { name: contact ?? 'Whoever runs this service' },
      },
      servers: [{ url: baseUrl ?? '/', description: 'This service' }],
      tags,
      components: {
        securitySchemes: {
          operator: {
            type: 'http',
            scheme: 'bearer',
            description: 'The token that `licet operator add` showed once',
          },
          partner: {
            type: 'http',
            scheme: 'bearer',
            description:
              'The key that `licet partner add` showed once; it also raises the share of any other address',
          },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  for (const { method, url, schema = {}, config = {} } of routes)
    second.route({ method, url, schema, config, handler: () => undefined });
  await second.ready();
  return second.swagger();
};

/** Collects the routes that follow; must come before them. Gives what describes them. */
export const collectReference = (app: FastifyInstance, config: Config) => {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') routes.push(route);
  });
  return () => describe(routes, config);
};

/** The document at /openapi.json and a browsable reference at /docs, all of it from this machine. */
export const registerReference = (
  app: FastifyInstance,
  { reader, config }: Pick<Deps, 'reader' | 'config'>,
  described: ReturnType<typeof collectReference>,
): void => {
  let document: Promise<string> | null = null;
  const write = async (): Promise<string> =>
    JSON.stringify(giveExamples(finishReference(await described()), reader(), config));
  /** Written once, however many ask at the same time: it costs a fifth of a second. */
  const written = (): Promise<string> => {
    document ??= write().catch((cause: unknown) => {
      document = null;
      throw cause;
    });
    return document;
  };
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) =>
    sendWithEtag(request, reply, await written(), { contentType: 'application/json; charset=utf-8' }),
  );
  registerReferencePage(app);
};
