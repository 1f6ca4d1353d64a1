import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteDeps } from './deps.ts';
import { errorMeta, errorPage } from './error-page.ts';
import { layout } from './layout.ts';
import { createPage, pageHeaders } from './page.ts';

/** Shows a refusal as a page in the reader's language; it repeats nothing of a question that was refused. */
export const sendErrorPage =
  (deps: SiteDeps) =>
  (request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply => {
    const asked = createPage(deps, request);
    // The links to the other language and to the report carry the address: a refused one may hold a personal number, and that of a form may lead nowhere.
    const page = status === 400 || request.method !== 'GET' ? { ...asked, query: {}, path: '/' } : asked;
    return reply
      .headers(pageHeaders)
      .type('text/html; charset=utf-8')
      .send(layout(page, errorMeta(page, status), errorPage(page, status)).text);
  };
