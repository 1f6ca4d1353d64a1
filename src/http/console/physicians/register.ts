import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rightsKind } from '../../../../schema/rights-request.ts';
import { MOST_WAITING_REQUESTS, newRightsRequest } from '../../../registry/rights-requests.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Query, queryValue } from '../../pages/page.ts';
import { RIGHTS_PATH } from '../../pages/physician/rights-form.ts';
import { requestToken } from '../../pages/physician/rights-register.ts';
import { copyAttributes, copyScript } from '../../pages/views/next-step.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { onRecord } from '../on-record.ts';
import { decideRequest } from './decide.ts';
import { registerErasing } from './erase.ts';
import { requestLists } from './request-list.ts';
import { sendRequest, type WithRequest, wrongNote } from './send-request.ts';

const PHYSICIANS = '/console/physicians';
const looking = { schema: { hide: true }, config: { role: 'clerk' } } as const;
const deciding = { schema: { hide: true }, config: { role: 'reviewer' } } as const;
/** Requests that a page lists of each kind. */
const MOST_LISTED = 200;

const sendLists = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  note: Html | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const { rightsRequests } = deps.state();
  const lists = requestLists(
    page,
    await rightsRequests.waiting(MOST_LISTED),
    await rightsRequests.closed(MOST_LISTED),
  );
  const title = page.say('console-physicians.physicians');
  return sendConsole(reply, page, request.operator, title, html`${note}${lists}`, status);
};

/** Enters a request that came by letter, mail or telephone; its secret address is shown once, to be handed on. */
const enter =
  (deps: ConsoleDeps) =>
  async (request: FastifyRequest<{ Body: Query }>, reply: FastifyReply): Promise<FastifyReply> => {
    const page = createPage(deps, request);
    const sent = request.body ?? {};
    const kind = rightsKind.safeParse(queryValue(sent, 'kind'));
    const made = newRightsRequest(queryValue(sent, 'receivedOn') ?? '', page.now);
    if (!kind.success || made === null)
      return sendLists(deps, request, reply, wrongNote(page.say('console-physicians.bad-day')), 400);
    const { token, tokenHash: statusHash } = requestToken.make();
    const wish = { ...made, kind: kind.data, text: '', lang: page.lang, statusHash };
    const id = await onRecord(deps, request, 'request.enter', kind.data, () =>
      deps.state().rightsRequests.add(wish, MOST_WAITING_REQUESTS),
    );
    if (id === null)
      return sendLists(deps, request, reply, wrongNote(page.say('report.queue-full-please-try')), 503);
    const address = `${page.base}${RIGHTS_PATH}/${token}`;
    const words = page.say('console-physicians.hand-on', { number: id });
    const note = html`<div class="inset" role="status"><p>${words}</p><pre tabindex="0" ${copyAttributes(page)}>${address}</pre></div>${copyScript}`;
    return sendLists(deps, request, reply, note, 201);
  };

/** `/console/physicians`: what physicians ask about what is held of them, by when it must be answered, and the answer. */
export const registerPhysicianRequests = (app: FastifyInstance, deps: ConsoleDeps): void => {
  app.get(PHYSICIANS, looking, (request, reply) => sendLists(deps, request, reply));
  app.post<{ Body: Query }>(PHYSICIANS, looking, enter(deps));
  app.get<WithRequest>(`${PHYSICIANS}/:id`, looking, (request, reply) => sendRequest(deps, request, reply));
  for (const decision of ['answer', 'refuse', 'extend'] as const)
    app.post<WithRequest>(`${PHYSICIANS}/:id/${decision}`, deciding, decideRequest(deps, decision));
  registerErasing(app, deps);
};
