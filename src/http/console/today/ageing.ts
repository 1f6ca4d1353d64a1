import { ageingLists } from '../../../ask/ageing-lists.ts';
import { type Html, html } from '../../pages/html.ts';
import { listState } from '../../pages/lists/list-state.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';

/** Days ahead of which is told what will be too old to decide. */
const AHEAD = 30;

/** The lists that are too old to decide, and those that soon will be, soonest first. */
export const ageingSection = async (page: Page): Promise<Html> => {
  const { say, reader, now, lang } = page;
  const { sources } = reader.reference;
  const title = (id: string): string => sources.get(id)?.descriptor.title[lang] ?? id;
  const soon = (await ageingLists(reader, now)).filter(({ daysLeft }) => daysLeft <= AHEAD);
  const old = [...sources.values()].filter((one) => listState(page, one) === 'old');
  const soonLine = ({ source, lastDay, daysLeft: days, answersAtStake }: (typeof soon)[number]): Html => {
    const until = datedText(page, say('source-entry.may-decide-until', { lastDay, days }));
    const stake = answersAtStake ?? 0;
    const then = stake === 0 ? null : say('source-entry.answers-change-then', { answers: stake });
    return html`<li><strong>${title(source)}</strong>${say('common.colon')}${until}${then}</li>`;
  };
  const oldLine = ({ descriptor, editions }: (typeof old)[number]): Html => {
    const asOf = editions.at(-1)?.asOf ?? null;
    const held = asOf === null ? say('common.no-date-printed') : say('console.held-of', { asOf });
    return html`<li><strong>${descriptor.title[lang]}</strong> <span class="fine">${datedText(page, held)}</span></li>`;
  };
  const list = (lines: readonly Html[], none: string): Html =>
    lines.length === 0 ? html`<p>${none}</p>` : html`<ul>${lines}</ul>`;
  return html`<h2>${say('console.soon-too-old')}</h2>${list(soon.map(soonLine), say('console.none-soon'))}
<h2>${say('console.too-old')}</h2>${list(old.map(oldLine), say('console.none-old'))}`;
};
