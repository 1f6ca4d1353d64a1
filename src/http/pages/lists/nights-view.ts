import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { SourceNight } from '../../../store/run-book.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { datedText } from '../views/dated-text.ts';

/** How the last readings of one source went, in words. */
export const nightsView = (page: Page, nights: readonly SourceNight[]): Html | null => {
  if (nights.length === 0) return null;
  const { say } = page;
  const counted = [...Map.groupBy(nights, ({ state }) => state)].map(([state, all]) => {
    const words = pageWords.nights[state][page.lang];
    return nights.length === 1 ? words : `${words} (${all.length})`;
  });
  const last = nights.at(-1);
  const day = last === undefined ? '' : shanghaiDay(new Date(last.at));
  return html`<p class="fine">${datedText(
    page,
    say('nights-view.last-readings', {
      readings: nights.length,
      day,
      counted: counted.join(say('common.semicolon')),
    }),
  )}</p>`;
};
