import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { exposedHeaders } from './envelope.ts';

const preflights = async (app: FastifyInstance): Promise<void> => {
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'if-none-match',
      'accept-language',
      'mcp-protocol-version',
      'mcp-method',
      'mcp-name',
      'prefer',
    ],
    exposedHeaders,
    maxAge: 86_400,
    // An OPTIONS request without an Origin is no preflight, but is answered alike: the plugin's refusal would be plain text.
    strictPreflight: false,
  });
};

/**
 * Lets pages of other sites ask: any of them may read an answer, ask by POST, and send a key or a token of its own. An
 * answer to `*` is never read with cookies, and the pages that use one (src/http/pages/account) take no form of another site. A preflight is answered
 * at every address, known or not; the plugin that does it is in the way of nothing else.
 */
export const registerCors = async (app: FastifyInstance): Promise<void> => {
  await app.register(preflights);
};
