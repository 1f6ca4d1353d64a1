import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { openKeys } from '../../badge/keys.ts';
import type { SiteDeps } from '../deps.ts';
import { createPage, sendUnkept } from '../page.ts';
import { readSent } from './read-sent.ts';
import { receiveBadge, verifyBadgeMeta } from './verify-badge.ts';

/** The form that takes a badge as a file, as text, or by its address. Called in the scope that reads form bodies. */
export const registerBadgeCheck = (scope: FastifyInstance, deps: SiteDeps): void => {
  const keys = openKeys(() => deps.state().signingKeys, 'badge', deps.clock);
  scope.register(async (files) => {
    await files.register(multipart, { throwFileSizeLimit: false });
    files.post('/verify-badge', { schema: { hide: true } }, async (request, reply) => {
      const sent = await readSent(request, reply);
      const page = createPage(deps, request);
      const body = await receiveBadge(page, sent, keys);
      return sendUnkept(reply, page, verifyBadgeMeta(page), body, 200);
    });
  });
};
