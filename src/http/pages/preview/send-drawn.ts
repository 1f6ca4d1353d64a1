import type { FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import { BADGE_CACHE } from '../../badge/headers.ts';
import { sendWithEtag } from '../../plugins/conditional.ts';
import { createLimiter } from '../../plugins/limiter.ts';
import type { KeptCards } from './kept-cards.ts';

/** Pictures a minute that are drawn for one client; those already drawn are not counted. */
const DRAWN_A_MINUTE = 30;

/** Anybody may show a picture of ours, and nothing in it may load or run. */
const headers: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'",
};

type SendDrawn<Picture> = (
  request: FastifyRequest,
  reply: FastifyReply,
  picture: Picture,
  now: Date,
) => Promise<FastifyReply>;

/** Sends a picture as PNG, from memory or drawn now; refuses where one client asks for many, or too many wait. */
export const createSendDrawn = <Picture>(cards: KeptCards<Picture>): SendDrawn<Picture> => {
  const limiter = createLimiter(DRAWN_A_MINUTE);
  return async (request, reply, picture, now) => {
    let png = cards.held(picture) ?? null;
    if (png === null) {
      const quota = limiter.count(request.ip, now.getTime());
      reply.header('retry-after', quota.seconds);
      png = quota.remaining < 0 ? null : await cards.draw(picture);
      if (png === null)
        throw new LicetError(
          'LICET_TOO_MANY_REQUESTS',
          `Pictures: at most ${DRAWN_A_MINUTE} new ones a minute by one client; try again soon.`,
        );
      reply.removeHeader('retry-after');
    }
    reply.headers(headers);
    return sendWithEtag(request, reply, png, { contentType: 'image/png', cacheControl: BADGE_CACHE });
  };
};
