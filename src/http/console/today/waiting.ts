import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { type DueState, dueStateOf } from '../../../registry/rights-requests.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import type { FailedSource } from './failed.ts';

/** Captures and reports that are counted; beyond that the number says that there are as many at least. */
const MOST_COUNTED = 1_000;

/** What waits for a person: refused lists that nobody looked at, pairs of records, captures that want a second person, requests of physicians, reports of the public; each leads to where it is done. */
export const waitingSection = async (page: Page, failed: readonly FailedSource[]): Promise<Html> => {
  const { say, deps, now } = page;
  const { pendingCaptures, errorReports, rightsRequests } = deps.state();
  const requests = await rightsRequests.waiting(MOST_COUNTED);
  const due = (state: DueState): number =>
    requests.filter(({ dueOn }) => dueStateOf(dueOn, now) === state).length;
  const refused = failed.filter(({ night }) => night.state === 'refused' && !night.upheld);
  const waits: readonly (readonly [path: string, text: PageText, count: number])[] = [
    ['/console/refused', 'console.refused', refused.length],
    ['/console/review', 'console-today.pairs', await deps.runs.pairsWaiting()],
    ['/console/captures', 'console.second-person', (await pendingCaptures.waiting(MOST_COUNTED)).length],
    ['/console/physicians', 'console-physicians.requests-overdue', due('overdue')],
    ['/console/physicians', 'console-physicians.requests-soon', due('soon')],
    ['/console/physicians', 'console-physicians.requests', due('in-time')],
    ['/console/reports', 'console-reports.reports', (await errorReports.waiting(MOST_COUNTED)).length],
  ];
  const lines = waits.filter(([, , count]) => count > 0);
  const line = ([path, text, count]: (typeof waits)[number]): Html =>
    html`<li><a href="${page.to(path)}">${say(text)}</a>${say('common.colon')}${count}</li>`;
  const list =
    lines.length === 0 ? html`<p>${say('console.nothing-waits')}</p>` : html`<ul>${lines.map(line)}</ul>`;
  return html`<h2>${say('console.waits')}</h2>${list}`;
};
