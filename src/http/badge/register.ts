import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BadgeNote } from '../../../schema/badge.ts';
import { type BadgeOptions, noteModel } from '../../badge/badge-model.ts';
import { drawBadge } from '../../badge/draw.ts';
import { shieldsOf } from '../../badge/shields.ts';
import { LicetError } from '../../errors.ts';
import { faultInLog } from '../../store/storage-fault.ts';
import type { SiteDeps } from '../pages/deps.ts';
import { registerPartnerSites } from '../partners/site-routes.ts';
import { etagOf, sendJson } from '../plugins/conditional.ts';
import { baseOf, domainOf, landingUrl } from './address.ts';
import { registerCredentials } from './credential-routes.ts';
import { badgeForm, shieldsAnswer } from './described.ts';
import { BADGE_CACHE, pictureHeaders, STATUS_HEADER, sendPicture } from './headers.ts';
import { type Hotlinks, openHotlinks } from './hotlinks.ts';
import { type BadgeIssuer, type IssuedBadge, openBadgeIssuer } from './issue.ts';
import { openKeys } from './keys.ts';
import { registerOembed } from './oembed.ts';
import { type ReadParams, readParams } from './params.ts';
import { registerPng } from './png.ts';
import { registerPublished } from './published.ts';
import { drawQr } from './qr.ts';
import { frameOf } from './snippet.ts';

type WithId = Readonly<{ Params: { id: string } }>;

/** A refusal is a picture too: an `<img>` shows it, and a header tells machines. */
const sendNote = (
  reply: FastifyReply,
  status: number,
  note: BadgeNote,
  options: BadgeOptions,
): FastifyReply =>
  reply
    .headers(pictureHeaders)
    .header('cache-control', 'no-store')
    .header(STATUS_HEADER, status)
    .code(200)
    .send(drawBadge(noteModel(note, options)));

const plain = (site: string): BadgeOptions => ({
  site,
  lang: 'en',
  size: 'medium',
  theme: 'auto',
  campus: null,
  ask: null,
});

/** Refusals on the way here (too many requests) and faults of ours must not become broken images either. */
const pictureFault =
  (app: FastifyInstance, deps: SiteDeps) => (fault: Error, request: FastifyRequest, reply: FastifyReply) => {
    const status = fault instanceof LicetError ? fault.statusCode : 503;
    if (status === 503)
      app.log.error({ id: request.id, route: request.routeOptions.url, fault: fault.stack }, 'fault');
    return sendNote(reply, status, 'not-ready', plain(domainOf(baseOf(deps, request))));
  };

const refusal = (reply: FastifyReply, read: Extract<ReadParams, { good: false }>): FastifyReply => {
  reply.header('x-licet-problem', read.problems.join('; '));
  return sendNote(reply, 400, 'bad-request', read.fallback);
};

/** Always 200: shields.io shows any other status as "inaccessible"; `isError` says that it is a refusal. */
const sendShields = (request: FastifyRequest, reply: FastifyReply, issued: IssuedBadge): FastifyReply => {
  reply.header(STATUS_HEADER, issued.status);
  return sendJson(request, reply, shieldsOf(issued.model), BADGE_CACHE);
};

const sendFrame = (reply: FastifyReply, base: string, id: string, issued: IssuedBadge): FastifyReply => {
  const own = new URL(base).host;
  const hosts =
    issued.model.site === domainOf(base)
      ? own
      : `https://${issued.model.site} https://www.${issued.model.site}`;
  return reply
    .code(200)
    .header(STATUS_HEADER, issued.status)
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors ${hosts}`,
    )
    .header('cross-origin-embedder-policy', 'require-corp')
    .header('cache-control', BADGE_CACHE)
    .header('etag', issued.etag.replace(/^"/, '"f-'))
    .type('text/html; charset=utf-8')
    .send(frameOf(base, id, issued.model, issued.svg));
};

const SVG = { media: ['image/svg+xml'] };

type Read = (request: FastifyRequest) => ReadParams;

const FLUSH_MS = 60_000;

/** Badges loaded elsewhere than on the domain they are for, counted by host; written once a minute and at the end. */
const countHotlinks = (app: FastifyInstance, deps: SiteDeps): Hotlinks => {
  const hotlinks = openHotlinks(() => deps.state().hotlinks, deps.clock);
  const flush = () =>
    hotlinks.flush().catch((fault) => app.log.error(faultInLog(fault), 'hotlinks not written'));
  const timer = setInterval(flush, FLUSH_MS);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await flush();
  });
  return hotlinks;
};

/** Reads the address of a badge and counts where it is shown, whichever form it has. */
const createRead =
  (deps: SiteDeps, hotlinks: Hotlinks): Read =>
  (request) => {
    const own = domainOf(baseOf(deps, request));
    const params = readParams(request.query, own);
    if (params.good) hotlinks.count(request.headers.referer, params.params.options.site, own);
    return params;
  };

const registerPictures = (app: FastifyInstance, deps: SiteDeps, issuer: BadgeIssuer, read: Read): void => {
  const errorHandler = pictureFault(app, deps);
  const badge = {
    ...badgeForm('badge', 'The badge of an institution as a signed picture', SVG),
    errorHandler,
  };
  app.get<WithId>('/badge/:id.svg', badge, async (request, reply) => {
    const params = read(request);
    if (!params.good) return refusal(reply, params);
    const issued = await issuer.issue(request.params.id, params.params, baseOf(deps, request));
    return sendPicture(request, reply, issued);
  });
  const qr = {
    ...badgeForm('badgeCode', 'A code for print that leads to today’s answer', SVG),
    errorHandler,
  };
  app.get<WithId>('/badge/:id/qr.svg', qr, async (request, reply) => {
    const params = read(request);
    if (!params.good) return refusal(reply, params);
    const base = baseOf(deps, request);
    const issued = await issuer.issue(request.params.id, params.params, base);
    if (issued.status !== 200) return sendPicture(request, reply, issued);
    const { name, site, ask } = issued.model;
    const svg = await drawQr(landingUrl(base, request.params.id, site, ask), name.zh ?? name.en ?? '', site);
    return sendPicture(request, reply, { status: 200, svg, etag: etagOf(svg) });
  });
};

const registerForms = (app: FastifyInstance, deps: SiteDeps, issuer: BadgeIssuer, read: Read): void => {
  app.get<WithId>(
    '/badge/:id/shields.json',
    badgeForm('badgeShields', 'The badge as a shields.io endpoint', shieldsAnswer),
    async (request, reply) => {
      const params = read(request);
      if (params.good) {
        const issued = await issuer.issue(request.params.id, params.params, baseOf(deps, request));
        return sendShields(request, reply, issued);
      }
      reply.header(STATUS_HEADER, 400);
      return sendJson(request, reply, shieldsOf(noteModel('bad-request', params.fallback)), 'no-store');
    },
  );
  const frame = badgeForm('badgeFrame', 'The badge as a document for an iframe on the named site', {
    media: ['text/html', 'image/svg+xml'],
  });
  app.get<WithId>('/badge/:id/frame', frame, async (request, reply) => {
    const params = read(request);
    if (!params.good) return refusal(reply, params);
    const base = baseOf(deps, request);
    const { id } = request.params;
    return sendFrame(reply, base, id, await issuer.issue(id, params.params, base));
  });
};

/**
 * Badge, its variants and its keys. One picture per address; a problem is answered with a picture too, and its code in a header.
 * The signing keys are made on first use.
 */
export const registerBadge = (app: FastifyInstance, deps: SiteDeps): void => {
  const keys = openKeys(() => deps.state().signingKeys, 'badge', deps.clock);
  const issuer = openBadgeIssuer(deps, keys);
  const read = createRead(deps, countHotlinks(app, deps));
  registerPictures(app, deps, issuer, read);
  registerForms(app, deps, issuer, read);
  registerPng(app, deps, issuer, read);
  const es256 = openKeys(() => deps.state().signingKeys, 'credential', deps.clock);
  registerPublished(app, [keys, es256]);
  registerOembed(app, deps, issuer);
  registerPartnerSites(app, deps);
  registerCredentials(app, deps, issuer, { EdDSA: keys, ES256: es256 });
};
