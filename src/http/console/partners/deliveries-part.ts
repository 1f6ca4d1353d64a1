import type { Delivery, Hook } from '../../../store/service/watch-hooks.ts';
import type { MailStanding } from '../../../store/service/watch-mail.ts';
import type { KeptWatch } from '../../../store/service/watches.ts';
import { deliveryTable } from '../../pages/account/watches/watch-view.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';

/** A watch with what goes out of it. */
export type WatchedOut = Readonly<{
  watch: KeptWatch;
  hook: Hook | null;
  deliveries: readonly Delivery[];
  mail: MailStanding | null;
}>;

/** The receiver by its host alone: the rest of its address may hold a secret of the partner's. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '–');

const namesWatch = (page: Page, act: string, { partner, id }: KeptWatch, more: Html): Html =>
  html`<form method="post" action="${page.to(`/console/partners/${act}`)}"><input type="hidden" name="name" value="${partner}"><input type="hidden" name="watch" value="${id}">${more}</form>`;

const start = (page: Page, watch: KeptWatch): Html =>
  namesWatch(page, 'start', watch, html`<button>${page.say('one-watch.start-again')}</button>`);

const hookPart = (page: Page, { watch, hook }: WatchedOut): Html => {
  const { say } = page;
  if (hook === null) return html`<p>${say('console-partners.no-receiver')}</p>`;
  const host = hostOf(hook.url);
  return hook.stopped === null
    ? html`<p>${say('console-partners.sent-to', { host })}</p>`
    : html`<p class="note">${say('console-partners.stopped', { host })} <span lang="en">${hook.stopped}</span></p>${start(page, watch)}`;
};

const mailPart = (page: Page, { mail }: WatchedOut): Html | null => {
  const { say } = page;
  if (mail === null) return null;
  const { confirmedAt, lastOn, failed } = mail;
  if (confirmedAt === null) return html`<p>${say('console-partners.mail-asked')}</p>`;
  const last =
    lastOn === null
      ? say('console-partners.mail-none-yet')
      : say('console-partners.mail-last', { day: lastOn });
  const trouble =
    failed === 0 ? null : html` <strong>${say('console-partners.mail-failed', { times: failed })}</strong>`;
  return html`<p>${datedText(page, last)}${trouble}</p>`;
};

const replay = (page: Page, { watch, hook }: WatchedOut): Html | null => {
  const { say } = page;
  if (hook === null || watch.events === 0) return null;
  const after = html`<label for="since-${watch.id}">${say('one-watch.again-after')}</label><input id="since-${watch.id}" name="since" type="number" min="0" max="${watch.events}" value="${Math.max(0, watch.events - 1)}" required><button>${say('one-watch.send-again')}</button>`;
  return html`<details><summary>${say('one-watch.send-again')}</summary>${namesWatch(page, 'replay', watch, after)}</details>`;
};

const onePart = (page: Page, out: WatchedOut): Html => {
  const { say } = page;
  const { watch, deliveries } = out;
  return html`<section class="card" aria-label="${watch.name}"><h3>${watch.name}</h3><p>${say('console-partners.watch', { entries: watch.entries, events: watch.events })}</p>
${hookPart(page, out)}${mailPart(page, out)}${replay(page, out)}${deliveryTable(page, deliveries)}</section>`;
};

/** What goes out to a partner: where events are sent, what became of each, and how its mails go. */
export const deliveriesPart = (page: Page, outs: readonly WatchedOut[]): Html => {
  const { say } = page;
  const none = outs.length === 0 ? html`<p>${say('console-partners.no-watch')}</p>` : null;
  return html`<h2>${say('console-partners.deliveries')}</h2>${none}${outs.map((out) => onePart(page, out))}`;
};
