import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SiteDeps } from './deps.ts';
import { layout } from './layout.ts';
import { refusalPage, refusalSheet } from './not-found.ts';
import { openPage, pageHeaders } from './page.ts';

/** Shows a refusal as a page in the reader's language; it repeats nothing of what was asked. */
export const showRefusal =
  (deps: SiteDeps) =>
  (request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply => {
    const page = openPage(deps, request);
    return reply
      .headers(pageHeaders)
      .type('text/html; charset=utf-8')
      .send(layout(page, refusalSheet(page, status), refusalPage(page, status)).text);
  };
