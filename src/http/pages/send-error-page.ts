import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteDeps } from './deps.ts';
import { errorMeta, errorPage } from './error-page.ts';
import { layout } from './layout.ts';
import { createPage, pageHeaders } from './page.ts';

/** Shows a refusal as a page in the reader's language; it repeats nothing of what was asked. */
export const sendErrorPage =
  (deps: SiteDeps) =>
  (request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply => {
    const page = createPage(deps, request);
    return reply
      .headers(pageHeaders)
      .type('text/html; charset=utf-8')
      .send(layout(page, errorMeta(page, status), errorPage(page, status)).text);
  };
