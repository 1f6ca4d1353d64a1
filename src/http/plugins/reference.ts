import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Config } from '../../config.ts';
import type { Deps } from '../deps.ts';
import { sendWithEtag } from './conditional.ts';
import { finishReference, tags } from './finish-reference.ts';
import { giveExamples } from './reference-examples.ts';
import { registerReferencePage } from './reference-page.ts';

const description = `Licet answers one question: given what you tell it, and what the authorities have published, may you rely on this Chinese medical institution for this treatment, on this date?

Every statement of an answer can be walked back to the bytes of a kept page. \`unknown\` is an answer. Errors are problem documents (RFC 9457); each \`type\` leads to a page that explains it.`;

/** Collects the routes that follow into one OpenAPI 3.1 document; must come before them. */
export const collectReference = async (app: FastifyInstance, { baseUrl, contact }: Config): Promise<void> => {
  await app.register(swagger, {
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
};

/** The document at /openapi.json and a browsable reference at /docs, all of it from this machine. */
export const registerReference = (
  app: FastifyInstance,
  { reader, config }: Pick<Deps, 'reader' | 'config'>,
): void => {
  let document: string | null = null;
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    document ??= JSON.stringify(giveExamples(finishReference(app.swagger()), reader(), config));
    return sendWithEtag(request, reply, document, { contentType: 'application/json; charset=utf-8' });
  });
  registerReferencePage(app);
};
