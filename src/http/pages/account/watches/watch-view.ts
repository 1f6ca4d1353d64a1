import type { Told, WatchEvent } from '../../../../../schema/watch.ts';
import type { Delivery, Hook } from '../../../../store/service/watch-hooks.ts';
import type { KeptEntry, KeptWatch } from '../../../../store/service/watches.ts';
import { watchedName } from '../../../../watch/event-words.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../page.ts';
import { instantOf } from '../instant-of.ts';
import { kindWord } from '../lists/list-words.ts';

const nameOf = ({ lang }: Page, question: WatchEvent['question'], told: Told | null): string =>
  watchedName(question, told, lang) ?? '–';

const outcomeOf = (page: Page, { outcome }: Told): Html =>
  html`<span class="${outcome}"><span class="tag">${kindWord(page, outcome)}</span></span>`;

/** The watches of a partner. */
export const watchTable = (page: Page, watches: readonly KeptWatch[]): Html => {
  const { say } = page;
  if (watches.length === 0) return html`<p>${say('watch-view.none-yet')}</p>`;
  const rows = watches.map(
    ({ id, name, entries, events }) =>
      html`<tr><th scope="row"><a href="${page.to(`/partners/watches/${id}`)}">${name}</a></th><td data-label="${say('watch-view.hospitals')} ">${entries}</td><td data-label="${say('watch-view.changes')} ">${events}</td></tr>`,
  );
  return html`<table class="stack"><thead><tr><th scope="col">${say('watch-view.watch')}</th><th scope="col">${say('watch-view.hospitals')}</th><th scope="col">${say('watch-view.changes')}</th></tr></thead><tbody>${rows}</tbody></table>`;
};

const eventItem = (page: Page, { number, at, reference, question, before, after, why }: WatchEvent): Html =>
  html`<li><strong>${nameOf(page, question, after)}</strong>${reference === null ? null : ` (${reference})`} <span class="fine">${number} · ${instantOf(at)}</span><br>${outcomeOf(page, before)} → ${outcomeOf(page, after)}<br>${after.summary}${why.reasons.slice(0, 2).map(({ text }) => html`<br><span class="fine">${text}</span>`)}</li>`;

/** What changed last, newest first. */
export const eventList = (page: Page, events: readonly WatchEvent[]): Html =>
  events.length === 0
    ? html`<p>${page.say('watch-view.nothing-changed')}</p>`
    : html`<ul class="plain rows">${[...events].reverse().map((one) => eventItem(page, one))}</ul>`;

/** What is watched, and what was told of each last. */
export const entryTable = (page: Page, entries: readonly KeptEntry[]): Html => {
  const { say } = page;
  const rows = entries.map(
    ({ number, reference, question, told }) =>
      html`<tr><td data-label="${say('watch-view.number')} ">${number}</td><th scope="row">${nameOf(page, question, told)}${reference === null ? null : html` <span class="fine">${reference}</span>`}</th><td>${told === null ? say('watch-view.not-asked-yet') : outcomeOf(page, told)}</td><td>${told?.summary}</td></tr>`,
  );
  return html`<table class="stack rows"><thead><tr><th scope="col">${say('watch-view.number')}</th><th scope="col">${say('watch-view.hospital')}</th><th scope="col">${say('watch-view.answer')}</th><th scope="col">${say('watch-view.sentence')}</th></tr></thead><tbody>${rows}</tbody></table>`;
};

/** Where the events of a watch are sent, in one sentence. */
export const hookLine = ({ say }: Page, hook: Hook | null): Html => {
  if (hook === null) return html`<p>${say('watch-view.nothing-is-sent')}</p>`;
  if (hook.stopped !== null)
    return html`<p class="note">${say('watch-view.sending-stopped', { url: hook.url })}</p>`;
  return html`<p>${say('watch-view.sent-to', { url: hook.url })}</p>`;
};

/** What became of each sending. */
export const deliveryTable = (page: Page, deliveries: readonly Delivery[]): Html | null => {
  const { say } = page;
  if (deliveries.length === 0) return null;
  const rows = deliveries.map(
    ({ event, state, attempts, nextAt, lastAt, last }) =>
      html`<tr><th scope="row">${event === 0 ? say('watch-view.test') : say('watch-view.event-number', { event })}</th><td>${say(`watch-view.delivery-${state}`)}</td><td data-label="${say('watch-view.tries')} ">${attempts}${last === null ? null : html` <span class="fine">${last}</span>`}</td><td data-label="${say('watch-view.when')} ">${instantOf(state === 'waiting' ? nextAt : (lastAt ?? nextAt))}</td></tr>`,
  );
  return html`<h3>${say('watch-view.deliveries')}</h3><table class="stack rows"><thead><tr><th scope="col">${say('watch-view.event')}</th><th scope="col">${say('watch-view.state')}</th><th scope="col">${say('watch-view.tries')}</th><th scope="col">${say('watch-view.when')}</th></tr></thead><tbody>${rows}</tbody></table>`;
};
