import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import { checkCard, readCheck } from '../check.ts';
import type { SiteDeps } from '../deps.ts';
import { findHospitalCard } from '../hospital.ts';
import { offerCard } from '../offer.ts';
import { createPage, type Page } from '../page.ts';
import type { Card } from './card.ts';
<<<<<<< HEAD
import { createKeptCards, type KeptCards } from './kept-cards.ts';

/** Pictures a minute that are drawn for one client; those already drawn are not counted. */
const DRAWN_A_MINUTE = 30;

/** Anybody may show a picture of ours, and nothing in it may load or run. */
const headers: Readonly<Record<string, string>> = {
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
};

type Send = (request: FastifyRequest, reply: FastifyReply, page: Page, card: Card) => Promise<FastifyReply>;

/** Sends the picture of a card, from memory or drawn now; refuses where one client asks for many, or too many wait. */
const createSend = (cards: KeptCards): Send => {
  const limiter = createLimiter(DRAWN_A_MINUTE);
  return async (request, reply, page, card) => {
    let png = cards.held(card) ?? null;
    if (png === null) {
      const quota = limiter.count(request.ip, page.now.getTime());
      reply.header('retry-after', quota.seconds);
      png = quota.remaining < 0 ? null : await cards.draw(card);
      if (png === null)
        throw new LicetError(
          'LICET_TOO_MANY_REQUESTS',
          `Pictures of pages: at most ${DRAWN_A_MINUTE} new ones a minute by one client; try again soon.`,
        );
      reply.removeHeader('retry-after');
    }
    reply.headers(headers);
    return sendWithEtag(request, reply, png, { contentType: 'image/png', cacheControl: BADGE_CACHE });
  };
};
=======
import { drawCard } from './draw-card.ts';
import { createKeptCards } from './kept-cards.ts';
import { createSendDrawn } from './send-drawn.ts';
>>>>>>> 5813516 (Say on every badge what it speaks of, and send every picture with 200)

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
