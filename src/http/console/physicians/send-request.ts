import type { FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import type { RightsRequest } from '../../../store/service/rights-requests.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Query } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { requestView } from './request-view.ts';

export type WithRequest = Readonly<{ Params: { id: string }; Body: Query }>;

/** The request of an address. Throws LICET_UNKNOWN_ADDRESS for none. */
export const requestOf = async (
  deps: ConsoleDeps,
  { params }: FastifyRequest<WithRequest>,
): Promise<RightsRequest> => {
  const known = /^\d{1,12}$/.test(params.id);
  const found = known ? await deps.state().rightsRequests.find(Number(params.id)) : null;
  if (found === null) throw new LicetError('LICET_UNKNOWN_ADDRESS');
  return found;
};

/** Sends one request's page, with what was done just now or what is wrong above it. */
export const sendRequest = async (
  deps: ConsoleDeps,
  request: FastifyRequest<WithRequest>,
  reply: FastifyReply,
  note: Html | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const found = await requestOf(deps, request);
  const body = html`${note}${requestView(page, found, request.operator?.role ?? 'clerk')}`;
  const title = page.say('console-physicians.request', { number: found.id });
  return sendConsole(reply, page, request.operator, title, body, status);
};

/** A note on what is wrong with what was sent. */
export const wrongNote = (words: string): Html => html`<p class="note" role="alert">${words}</p>`;
