import type { FastifyRequest } from 'fastify';
import type { Hook } from '../../../../store/service/watch-hooks.ts';
import type { WatchMail } from '../../../../store/service/watch-mail.ts';
import type { KeptWatch } from '../../../../store/service/watches.ts';
import { feedAddress } from '../../../watches/feed-routes.ts';
import { type Html, html } from '../../html.ts';
import { createPage, type Page, queryValue } from '../../page.ts';
import { copyAttributes, copyScript } from '../../views/next-step.ts';
import type { AccountDeps } from '../deps.ts';
import { actButton, undoButton } from '../frame.ts';
import { deliveryTable, entryTable, eventList, hookLine } from './watch-view.ts';

const EVENTS_SHOWN = 20;
const DELIVERIES_SHOWN = 50;
const ENTRIES_A_PAGE = 50;

/** The form that names a receiver, and what may be done with the one there is. */
const receiverPart = (page: Page, at: string, hook: Hook | null, events: number): Html => {
  const { say } = page;
  const field = html`<label for="url">${say('one-watch.address-of-receiver')}</label><input id="url" name="url" type="url" required maxlength="500" placeholder="https://agency.example/licet">`;
  const form = html`<details><summary>${hook === null ? say('one-watch.name-receiver') : say('one-watch.another-receiver')}</summary><form method="post" action="${page.to(`${at}/webhook`)}">${field}<p class="fine">${say('one-watch.for-programs')}</p><button>${say('one-watch.send-there')}</button></form></details>`;
  if (hook === null) return form;
  const again = html`<form method="post" action="${page.to(`${at}/webhook/replay`)}"><label for="since">${say('one-watch.again-after')}</label><input id="since" name="since" type="number" min="0" max="${events}" value="0" required><button>${say('one-watch.send-again')}</button></form>`;
  return html`<div class="acts">${hook.stopped === null ? null : actButton(page, `${at}/webhook/start`, say('one-watch.start-again'))}${actButton(page, `${at}/webhook/test`, say('one-watch.send-test'))}${undoButton(page, `${at}/webhook/remove`, say('one-watch.stop-sending'))}</div><details><summary>${say('one-watch.send-again')}</summary>${again}</details>${form}`;
};

/** The address of the feed, for a feed reader or a mail program that follows feeds. */
const feedPart = (page: Page, at: string, address: string | null): Html => {
  const { say } = page;
  if (address === null)
    return html`<p>${say('one-watch.feed-for')}</p>${actButton(page, `${at}/feed`, say('one-watch.make-feed'))}`;
  return html`<p>${say('one-watch.feed-secret')}</p><pre tabindex="0" ${copyAttributes(page)}>${address}</pre><div class="acts">${actButton(page, `${at}/feed`, say('one-watch.other-feed'))}${undoButton(page, `${at}/feed/remove`, say('one-watch.close-feed'))}</div>${copyScript}`;
};

/** Who is told by mail, and the form that names an address. */
const mailPart = (page: Page, at: string, mail: WatchMail | null): Html => {
  const { say } = page;
  if (page.deps.config.mail === null) return html`<p>${say('one-watch.no-mail')}</p>`;
  const form = html`<form method="post" action="${page.to(`${at}/mail`)}"><label for="address">${say('one-watch.mail-address')}</label><input id="address" name="address" type="email" required maxlength="254" autocomplete="email"><p class="fine">${say('one-watch.asked-first')}</p><button>${say('one-watch.ask-address')}</button></form>`;
  if (mail === null) return form;
  const { address, confirmedAt } = mail;
  const state =
    confirmedAt === null ? say('one-watch.mail-waits', { address }) : say('one-watch.mail-on', { address });
  return html`<p>${state}</p>${undoButton(page, `${at}/mail/remove`, say('one-watch.mail-off'))}<details><summary>${say('one-watch.other-address')}</summary>${form}</details>`;
};

/** A secret that is shown this once. */
const secretNote = (page: Page, secret: string): Html =>
  html`<div class="note" role="status"><p>${page.say('one-watch.secret-once')}</p><pre tabindex="0" ${copyAttributes(page)}>${secret}</pre>${copyScript}</div>`;

const entryPages = (page: Page, at: string, after: number, entries: number): Html | null => {
  const { say } = page;
  const to = (one: number): string => page.to(at, { after: one === 0 ? undefined : `${one}` });
  if (entries <= ENTRIES_A_PAGE) return null;
  return html`<nav aria-label="${say('one-watch.pages-of-hospitals')}">${after > 0 ? html`<a href="${to(Math.max(0, after - ENTRIES_A_PAGE))}" rel="prev">${say('table.before')}</a>` : null}${after + ENTRIES_A_PAGE < entries ? html`<a href="${to(after + ENTRIES_A_PAGE)}" rel="next">${say('table.after')}</a>` : null}</nav>`;
};

/** All of one watch: what changed, where it is sent and what became of that, what is watched. `secret`: of a receiver just named. */
export const oneWatch = async (
  deps: AccountDeps,
  request: FastifyRequest,
  watch: KeptWatch,
  first: Readonly<{ secret?: string; wrong?: string }> = {},
): Promise<Html> => {
  const page = createPage(deps, request);
  const { say } = page;
  const { watches, watchHooks, watchFeeds, watchMail } = deps.state();
  const { id, entries, events, waiting } = watch;
  const at = `/partners/watches/${id}`;
  const after = Number(/^\d{1,5}$/.exec(queryValue(page.query, 'after') ?? '')?.[0] ?? 0);
  const hook = await watchHooks.of(id);
  const feed = await watchFeeds.of(id);
  const address = feed === null ? null : feedAddress(deps, request, id, feed.secret);
  const newest = await watches.events(id, Math.max(0, events - EVENTS_SHOWN), EVENTS_SHOWN);
  const deliveries = await watchHooks.log(id, DELIVERIES_SHOWN);
  return html`<p><a href="${page.to('/partners/watches')}">${say('one-watch.all-watches')}</a></p>
${first.wrong === undefined ? null : html`<p class="note" role="alert">${first.wrong}</p>`}${first.secret === undefined ? null : secretNote(page, first.secret)}
<p>${say('one-watch.asked-anew', { entries })}${waiting === 0 ? null : ` ${say('one-watch.waiting', { waiting })}`}</p>
<h2>${say('one-watch.changed')}</h2>${eventList(page, newest)}
<h2>${say('one-watch.mail')}</h2>${mailPart(page, at, await watchMail.of(id))}
<h2>${say('one-watch.feed')}</h2>${feedPart(page, at, address)}
<h2>${say('one-watch.sending')}</h2>${hookLine(page, hook)}${receiverPart(page, at, hook, events)}${deliveryTable(page, deliveries)}
<h2>${say('one-watch.watched')}</h2>${entryTable(page, await watches.entries(id, after, ENTRIES_A_PAGE))}${entryPages(page, at, after, entries)}
<div class="acts">${undoButton(page, `${at}/remove`, say('one-watch.remove'))}</div>`;
};
