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

/** Which lists were looked at, to which date. */
export const searchedList = (page: Page, verdict: Verdict): Html | null => {
  const states = {
    fresh: page.say('look-ups.fresh'),
    stale: page.say('look-ups.too-old-decide'),
    unavailable: page.say('common.not-available'),
  };
  return verdict.searched.length === 0
    ? null
    : html`<details><summary>${page.say('look-ups.lists-were-looked-at', { count: verdict.searched.length })}</summary>
<ul>${verdict.searched.map((one) => html`<li>${one.title}${page.say('common.pause')}${one.authority}${page.say('common.colon')}${one.asOf === null ? page.say('look-ups.no-date') : datedText(page, one.asOf)}${page.say('common.pause')}${states[one.state]}</li>`)}</ul></details>`;
};

/** Things that are about no single check. */
export const notices = (page: Page, verdict: Verdict): Html =>
  html`${verdict.notices.map(({ text }) => html`<p class="inset">${datedText(page, text)}</p>`)}`;
