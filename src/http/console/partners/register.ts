import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { partnerScopes } from '../../../../schema/partner.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { readDomain } from '../../badge/sites.ts';
import { readHolderName } from '../../operator/holder-name.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Query, queryValue } from '../../pages/page.ts';
import { copyAttributes, copyScript } from '../../pages/views/next-step.ts';
import { addPartnerKey, rotatePartnerKey } from '../../partners/partner-keys.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { onRecord } from '../on-record.ts';
import { partnersView } from './partners-view.ts';

const PARTNERS = '/console/partners';
const options = { schema: { hide: true }, config: { role: 'administrator' } } as const;
const DAY_MS = 86_400_000;
/** How long a key is good for, and the keys before it once it is there, as on the command line. */
const KEY_DAYS = 365;
const OVERLAP_DAYS = 7;

const after = (now: Date, days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString();

const sentIn = ({ body }: FastifyRequest): Query => (body ?? {}) as Query;
const nameIn = (request: FastifyRequest): string => queryValue(sentIn(request), 'name') ?? '';

const sendPartners = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  note: Html | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const { partnerKeys, sites } = deps.state();
  const body = html`${note}${partnersView(page, await partnerKeys.list(), await sites.all())}`;
  return sendConsole(reply, page, request.operator, page.say('console.partners'), body, status);
};

/** `/console/partners`: partners, their keys and domains. A key is shown once, where it is made. */
export const registerPartners = (app: FastifyInstance, deps: ConsoleDeps): void => {
  const keys = () => deps.state().partnerKeys;
  const refuse = (request: FastifyRequest, reply: FastifyReply, text: PageText, status: number) =>
    sendPartners(
      deps,
      request,
      reply,
      html`<p class="note" role="alert">${createPage(deps, request).say(text)}</p>`,
      status,
    );
  const show = (request: FastifyRequest, reply: FastifyReply, key: string) => {
    const page = createPage(deps, request);
    const note = html`<div class="inset" role="status"><p>${page.say('console.key-once', { name: nameIn(request) })}</p><pre tabindex="0" ${copyAttributes(page)}>${key}</pre></div>${copyScript}`;
    return sendPartners(deps, request, reply, note, 201);
  };
  app.get(PARTNERS, options, async (request, reply) => sendPartners(deps, request, reply));
  app.post(PARTNERS, options, async (request, reply) => {
    const name = readHolderName(nameIn(request));
    const scopes = partnerScopes.filter((scope) => queryValue(sentIn(request), `scope-${scope}`) === '1');
    if (name === null || readDomain(name) !== null) return refuse(request, reply, 'console.bad-name', 400);
    if (scopes.length === 0) return refuse(request, reply, 'console.no-scope', 400);
    const now = deps.clock();
    const terms = { scopes, perMinute: null, expiresAt: after(now, KEY_DAYS) };
    const key = await onRecord(deps, request, 'partner.add', name, () =>
      addPartnerKey(keys(), name, shanghaiDay(now), terms),
    );
    return key === null ? refuse(request, reply, 'console.partner-taken', 409) : show(request, reply, key);
  });
  app.post(`${PARTNERS}/rotate`, options, async (request, reply) => {
    const name = nameIn(request);
    const newest = (await keys().list()).filter(({ partner }) => partner === name).at(-1);
    if (newest === undefined) return refuse(request, reply, 'console.no-such-partner', 404);
    const now = deps.clock();
    const { scopes, perMinute } = newest;
    const overlap = { today: shanghaiDay(now), at: now.toISOString(), oldUntil: after(now, OVERLAP_DAYS) };
    const terms = { scopes, perMinute, expiresAt: after(now, KEY_DAYS) };
    const key = await onRecord(deps, request, 'partner.rotate', name, () =>
      rotatePartnerKey(keys(), name, overlap, terms),
    );
    return key === null ? refuse(request, reply, 'console.no-such-partner', 404) : show(request, reply, key);
  });
  app.post(`${PARTNERS}/revoke`, options, async (request, reply) => {
    const name = nameIn(request);
    const ended = await onRecord(deps, request, 'partner.revoke', name, () =>
      keys().revoke(name, deps.clock().toISOString()),
    );
    if (ended === 0) return refuse(request, reply, 'console.no-such-partner', 404);
    const done = createPage(deps, request).say('console.done');
    return sendPartners(deps, request, reply, html`<p class="inset" role="status">${done}</p>`);
  });
};
