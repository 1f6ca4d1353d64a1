import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { SourceNight } from '../../../store/run-book.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

const signs: Readonly<Partial<Record<SourceNight['state'], string>>> = { accepted: '●', unchanged: '○' };
const TROUBLE = '×';

/** The last nights of one source at a glance: ● read and changed, ○ read and unchanged, × not read. Oldest first. */
export const nightsView = (page: Page, nights: readonly SourceNight[]): Html | null => {
  if (nights.length === 0) return null;
  const { say } = page;
  const good = nights.filter(({ state }) => signs[state] !== undefined).length;
  const marks = nights.map(({ at, state }) => {
    return html`<span title="${shanghaiDay(new Date(at))} · ${pageWords.nights[state][page.lang]}">${signs[state] ?? TROUBLE}</span>`;
  });
  return html`<p class="fine">${say(
    `Last ${nights.length === 1 ? 'reading' : `${nights.length} readings, ${good} of them good`}:`,
    `最近 ${nights.length} 次读取，正常 ${good} 次：`,
  )} <span aria-hidden="true">${marks}</span></p>`;
};
