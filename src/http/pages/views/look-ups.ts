import type { Verdict } from '../../../../schema/verdict.ts';
import { type Html, html, safeWebAddress } from '../html.ts';
import type { Page } from '../page.ts';
import { datedText } from './dated-text.ts';

/** Official addresses, and exactly what to type or look for there. */
export const checkYourself = (page: Page, verdict: Verdict): Html | null =>
  verdict.checkYourself.length === 0
    ? null
    : html`<details id="yourself"><summary>${page.say('look-ups.check-yourself')}</summary>
<ol>${verdict.checkYourself.map(({ authority, url, type }) => {
        const safe = safeWebAddress(url);
        return html`<li><strong>${authority}</strong><br>${safe === null ? url : html`<a href="${safe}" rel="noopener noreferrer">${url}</a>`}<br>${type}</li>`;
      })}</ol></details>`;

type Searched = Verdict['searched'][number];

const searchedLine = (page: Page, { title, authority, asOf, state }: Searched): Html => {
  const { say } = page;
  const date = asOf === null ? say('look-ups.no-date') : datedText(page, asOf);
  const worth = say(state === 'fresh' ? 'look-ups.fresh' : 'look-ups.too-old-decide');
  return html`<li>${title}${say('common.pause')}${authority}${say('common.colon')}${date}${say('common.pause')}${worth}</li>`;
};

/** Which lists were looked at, to which date; and those that might have said more, but are not read here. */
export const searchedList = (page: Page, { searched }: Verdict): Html | null => {
  const { say } = page;
  if (searched.length === 0) return null;
  const [unread, read] = [true, false].map((one) =>
    searched.filter(({ state }) => (state === 'unavailable') === one),
  );
  const missing =
    unread === undefined || unread.length === 0
      ? null
      : html`<p class="fine">${say('look-ups.not-read-here', { lists: unread.map(({ title }) => title).join(say('common.semicolon')) })}</p>`;
  return html`<details><summary>${say('look-ups.lists-were-looked-at', { count: read?.length ?? 0 })}</summary>
<ul>${read?.map((one) => searchedLine(page, one))}</ul>${missing}</details>`;
};

/** Things that are about no single check. */
export const notices = (page: Page, verdict: Verdict): Html =>
  html`${verdict.notices.map(({ text }) => html`<p class="inset">${datedText(page, text)}</p>`)}`;
