import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import { checkCard, readCheck } from '../check.ts';
import type { SiteDeps } from '../deps.ts';
import { findHospitalCard } from '../hospital.ts';
import { offerCard } from '../offer.ts';
import { createPage, type Page } from '../page.ts';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';
import { createKeptCards } from './kept-cards.ts';
import { createSendDrawn } from './send-drawn.ts';

const hidden = { schema: { hide: true } } as const;

/** The pictures that chats and social networks show beside a link: of an answer, of a hospital, of the offer page. */
export const registerPreviews = (app: FastifyInstance, deps: SiteDeps): void => {
  const sendDrawn = createSendDrawn(createKeptCards(drawCard));
  const send = (request: FastifyRequest, reply: FastifyReply, page: Page, card: Card) =>
    sendDrawn(request, reply, card, page.now);
  app.get('/preview/offer.png', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    return send(request, reply, page, offerCard(page));
  });
  app.get('/preview/check.png', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    return send(request, reply, page, checkCard(page, await readCheck(page)));
  });
  app.get<{ Params: { id: string } }>('/preview/hospitals/:id.png', hidden, async (request, reply) => {
    const page = createPage(deps, request);
    const found = await findHospitalCard(page, request.params.id);
    if (found === null) throw new LicetError('LICET_UNKNOWN_INSTITUTION');
    if ('merged' in found)
      return reply.redirect(
        page.to(`/preview/hospitals/${encodeURIComponent(found.merged)}.png`, { lang: page.lang }),
        308,
      );
    return send(request, reply, page, found.card);
  });
};
