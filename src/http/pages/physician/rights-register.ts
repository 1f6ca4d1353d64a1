import type { FastifyInstance, FastifyReply } from 'fastify';
import { rightsKind } from '../../../../schema/rights-request.ts';
import { LicetError } from '../../../errors.ts';
import {
  MOST_REQUEST_TEXT,
  MOST_WAITING_REQUESTS,
  namesSomebody,
  newRightsRequest,
} from '../../../registry/rights-requests.ts';
import type { NewRightsRequest } from '../../../store/service/rights-requests.ts';
import { passes } from '../../../store/storage-fault.ts';
import { createLimiter } from '../../plugins/limiter.ts';
import { ownReader } from '../../read-question.ts';
import { tokenKind } from '../../tokens.ts';
import type { SiteDeps } from '../deps.ts';
import { errorMeta, errorPage } from '../error-page.ts';
import { type Html, html } from '../html.ts';
import { createPage, type Page, type Query, queryValue, sendUnkept } from '../page.ts';
import { RIGHTS_PATH, rightsForm, rightsMeta, rightsTitle } from './rights-form.ts';
import { rightsStatus } from './rights-status.ts';

const REQUESTS_A_MINUTE = 3;
const hidden = { schema: { hide: true } } as const;

/** The secret part of the address at which a sender reads what became of a request. */
export const requestToken = tokenKind('request_');

type Received = Readonly<{ status: 200 | 400 | 429 | 503; body: Html }>;
type Wish = Omit<NewRightsRequest, 'statusHash'>;

const readWish = (page: Page, sent: Query): Wish | Received => {
  const { say, now, lang } = page;
  const kind = rightsKind.safeParse(queryValue(sent, 'kind'));
  const text = queryValue(sent, 'text') ?? '';
  const wrong = (words: string, typed: string): Received => ({
    status: 400,
    body: html`${rightsTitle(page)}${rightsForm(page, { kind: kind.data, text: typed }, words)}`,
  });
  // What says who somebody is is not shown again.
  if (namesSomebody(text)) return wrong(say('rights.text-names-somebody'), '');
  if (!kind.success) return wrong(say('rights.choose-kind'), text);
  if (text.length > MOST_REQUEST_TEXT)
    return wrong(say('report.text-too-long-at', { most: MOST_REQUEST_TEXT }), text);
  const made = newRightsRequest(page.today, now);
  if (made === null) throw new LicetError('LICET_BAD_REQUEST');
  return { ...made, kind: kind.data, text, lang };
};

const thanks = (page: Page, token: string, dueOn: string): Html => {
  const { say } = page;
  const address = `${RIGHTS_PATH}/${token}`;
  return html`${rightsTitle(page)}<p role="status">${say('rights.waits-until', { day: dueOn })}</p>
<p>${say('report.keep-address')} <a href="${page.to(address)}">${page.base}${address}</a></p><p>${say('rights.read-there')}</p>`;
};

/** Takes a request in: 400 for what cannot be one, 429 where one sender sends many, 503 where too many wait or nothing can be written. */
const receive = async (page: Page, deps: SiteDeps, sent: Query, may: boolean): Promise<Received> => {
  const wish = readWish(page, sent);
  if ('status' in wish) return wish;
  const again = (status: Received['status'], words: string): Received => ({
    status,
    body: html`${rightsTitle(page)}${rightsForm(page, wish, words)}`,
  });
  if (!may) return again(429, page.say('report.was-lot-at-once'));
  const { token, tokenHash } = requestToken.make();
  try {
    const kept = await deps
      .state()
      .rightsRequests.add({ ...wish, statusHash: tokenHash }, MOST_WAITING_REQUESTS);
    if (kept === null) return again(503, page.say('report.queue-full-please-try'));
    return { status: 200, body: thanks(page, token, wish.dueOn) };
  } catch (cause) {
    if (!passes(cause)) throw cause;
    return again(503, page.say('report.could-not-recorded-just'));
  }
};

type WithToken = Readonly<{ Params: { token: string } }>;

/** Where a physician asks for access, correction or erasure, and reads what became of it. Called in the scope that reads form bodies. */
export const registerRightsForm = (scope: FastifyInstance, deps: SiteDeps): void => {
  const limiter = createLimiter(REQUESTS_A_MINUTE);
  scope.post<{ Body: Query }>(RIGHTS_PATH, { ...hidden, ...ownReader }, async (request, reply) => {
    const page = createPage(deps, request);
    const may = limiter.count(request.ip, page.now.getTime()).remaining >= 0;
    const { status, body } = await receive(page, deps, request.body ?? {}, may);
    return sendUnkept(reply, page, rightsMeta(page), body, status);
  });
  scope.get<WithToken>(`${RIGHTS_PATH}/:token`, hidden, async (request, reply): Promise<FastifyReply> => {
    const page = createPage(deps, request);
    const hash = requestToken.hash(request.params.token);
    const found = hash === null ? null : await deps.state().rightsRequests.byStatus(hash);
    if (found === null) return sendUnkept(reply, page, errorMeta(page, 404), errorPage(page, 404), 404);
    // The address of this page is what tells its reader: no other site may learn it.
    return sendUnkept(reply, page, rightsMeta(page), rightsStatus(page, found), 200).header(
      'referrer-policy',
      'same-origin',
    );
  });
};
