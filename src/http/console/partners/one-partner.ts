import type { FastifyReply, FastifyRequest } from 'fastify';
import { LicetError } from '../../../errors.ts';
import { addDays } from '../../../text/dates.ts';
import { type Html, html } from '../../pages/html.ts';
import { createPage, type Page } from '../../pages/page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { sendConsole } from '../frame.ts';
import { deliveriesPart, type WatchedOut } from './deliveries-part.ts';
import { domainsPart } from './domains-part.ts';
import { isLive, keyTable, rotateForm } from './keys-view.ts';

const DELIVERIES_SHOWN = 20;
const WEEK = 7;

/** What was used in the last seven days, today among them, with what this process has counted since its last flush. */
export const usageOfWeek = async ({ usage, state }: ConsoleDeps, { today }: Page) => {
  await usage.flush();
  return state().partnerUsage.since(addDays(today, 1 - WEEK));
};

const outsOf = async ({ state }: ConsoleDeps, partner: string): Promise<readonly WatchedOut[]> => {
  const { watches, watchHooks, watchMail } = state();
  return Promise.all(
    (await watches.all(partner)).map(async (watch) => ({
      watch,
      hook: await watchHooks.of(watch.id),
      deliveries: await watchHooks.log(watch.id, DELIVERIES_SHOWN),
      mail: await watchMail.standing(watch.id),
    })),
  );
};

/** Sends all there is to know of one partner, with what was done just now above it. Throws LICET_UNKNOWN_ADDRESS for none on file. */
export const sendPartner = async (
  deps: ConsoleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  note: Html | null = null,
  status = 200,
): Promise<FastifyReply> => {
  const page = createPage(deps, request);
  const { say } = page;
  const { partnerKeys, sites } = deps.state();
  const keys = (await partnerKeys.list()).filter(({ partner }) => partner === name);
  const domains = (await sites.all()).filter(({ partner }) => partner === name);
  if (keys.length + domains.length === 0) throw new LicetError('LICET_UNKNOWN_ADDRESS');
  const newest = keys.at(-1);
  const named = html`<input type="hidden" name="name" value="${name}">`;
  const revoke = keys.some((key) => isLive(page, key))
    ? html`<form class="act undo" method="post" action="${page.to('/console/partners/revoke')}">${named}<button>${say('console.revoke-keys')}</button></form>`
    : null;
  const body = html`${note}<p><a href="${page.to('/console/partners')}">${say('console-partners.all')}</a></p>
<h2>${say('console-partners.keys')}</h2>${keyTable(page, keys, await usageOfWeek(deps, page))}${newest === undefined ? null : rotateForm(page, newest)}<div class="acts">${revoke}</div>
${domainsPart(page, name, domains, deps.checkNow !== null)}${deliveriesPart(page, await outsOf(deps, name))}`;
  return sendConsole(reply, page, request.operator, name, body, status);
};
