import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import type { FailedSource } from './failed.ts';

/** Captures and reports that are counted; beyond that the number says that there are as many at least. */
const MOST_COUNTED = 1_000;

/** What waits for a person: refused lists, captures that want a second person, reports of the public; each leads to where it is done. */
export const waitingSection = async (page: Page, failed: readonly FailedSource[]): Promise<Html> => {
  const { say, deps } = page;
  const { pendingCaptures, errorReports } = deps.state();
  const refused = failed.filter(({ night }) => night.state === 'refused');
  const waits: readonly (readonly [path: string, text: PageText, count: number])[] = [
    ['/console/refused', 'console.refused', refused.length],
    ['/console/captures', 'console.second-person', (await pendingCaptures.waiting(MOST_COUNTED)).length],
    ['/console/reports', 'console-reports.reports', (await errorReports.waiting(MOST_COUNTED)).length],
  ];
  const lines = waits.filter(([, , count]) => count > 0);
  const line = ([path, text, count]: (typeof waits)[number]): Html =>
    html`<li><a href="${page.to(path)}">${say(text)}</a>${say('common.colon')}${count}</li>`;
  const list =
    lines.length === 0 ? html`<p>${say('console.nothing-waits')}</p>` : html`<ul>${lines.map(line)}</ul>`;
  return html`<h2>${say('console.waits')}</h2>${list}`;
};
