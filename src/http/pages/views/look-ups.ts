import type { Verdict } from '../../../../schema/verdict.ts';
import { type Html, html, safeWebAddress } from '../html.ts';
import type { Page } from '../page.ts';
import { datedText } from './dated-text.ts';

/** Official addresses, and exactly what to type or look for there. */
export const checkYourself = (page: Page, verdict: Verdict): Html | null =>
  verdict.checkYourself.length === 0
    ? null
    : html`<details id="yourself"><summary>${page.say('Check it yourself', '自行查询')}</summary>
<ol>${verdict.checkYourself.map(({ authority, url, type }) => {
        const safe = safeWebAddress(url);
        return html`<li><strong>${authority}</strong><br>${safe === null ? url : html`<a href="${safe}" rel="noopener noreferrer">${url}</a>`}<br>${type}</li>`;
      })}</ol></details>`;

/** Which lists were looked at, to which date. */
export const searchedList = (page: Page, verdict: Verdict): Html | null => {
  const states = {
    fresh: page.say('fresh', '在有效期内'),
    stale: page.say('too old to decide', '已过时，不足以作结论'),
    unavailable: page.say('not available', '暂不可用'),
  };
  return verdict.searched.length === 0
    ? null
    : html`<details><summary>${page.say(`Lists that were looked at (${verdict.searched.length})`, `已查名单（${verdict.searched.length}）`)}</summary>
<ul>${verdict.searched.map((one) => html`<li>${one.title}, ${one.authority}: ${one.asOf === null ? page.say('no date', '未注明日期') : datedText(page, one.asOf)}, ${states[one.state]}</li>`)}</ul></details>`;
};

/** Things that are about no single check. */
export const notices = (page: Page, verdict: Verdict): Html =>
  html`${verdict.notices.map(({ text }) => html`<p class="inset">${datedText(page, text)}</p>`)}`;
