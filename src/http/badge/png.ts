import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type BadgeModel, noteModel } from '../../badge/badge-model.ts';
import type { SiteDeps } from '../pages/deps.ts';
import { badgeLayout, badgePixels } from '../pages/preview/badge-layout.ts';
import { drawBox } from '../pages/preview/draw-card.ts';
import { createKeptCards } from '../pages/preview/kept-cards.ts';
import { createSendDrawn } from '../pages/preview/send-drawn.ts';
import { baseOf } from './address.ts';
import { badgeForm } from './described.ts';
import { STATUS_HEADER } from './headers.ts';
import type { BadgeIssuer } from './issue.ts';
import type { ReadParams } from './params.ts';

const drawBadgePng = (model: BadgeModel): Promise<Buffer> => {
  const { width, height } = badgePixels(model);
  return drawBox(badgeLayout(model), width, height);
};

/** The languages whose letters the pictures have. */
const DRAWN: readonly string[] = ['en', 'zh'];

const OTHER_LANGUAGE = 'lang must be en or zh for a PNG; the SVG speaks the others';

/**
 * The badge as PNG, twice as dense: for mail, which shows no SVG, and for previews. It carries no seal, so it cannot be checked;
 * it follows the hospital as the signed picture does.
 */
export const registerPng = (
  app: FastifyInstance,
  deps: SiteDeps,
  issuer: BadgeIssuer,
  read: (request: FastifyRequest) => ReadParams,
): void => {
  const sendDrawn = createSendDrawn(createKeptCards(drawBadgePng));
  const send = (request: FastifyRequest, reply: FastifyReply, model: BadgeModel, status: number) => {
    reply.header(STATUS_HEADER, status);
    // A PNG follows no device, so `auto` is light.
    return sendDrawn(
      request,
      reply,
      { ...model, theme: model.theme === 'dark' ? 'dark' : 'light' },
      deps.clock(),
    );
  };
  app.get<Readonly<{ Params: { id: string } }>>(
    '/badge/:id.png',
    badgeForm('badgePng', 'The badge as PNG, for mail and previews; it carries no seal', {
      media: ['image/png'],
    }),
    async (request, reply) => {
      const params = read(request);
      const foreign = params.good && !DRAWN.includes(params.params.options.lang);
      if (!params.good || foreign) {
        const options = params.good ? { ...params.params.options, lang: 'en' as const } : params.fallback;
        reply.header('x-licet-problem', params.good ? OTHER_LANGUAGE : params.problems.join('; '));
        return send(request, reply, noteModel('bad-request', options), 400);
      }
      const issued = await issuer.issue(request.params.id, params.params, baseOf(deps, request));
      return send(request, reply, issued.model, issued.status);
    },
  );
};
