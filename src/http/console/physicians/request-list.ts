import { rightsKinds, rightsRules } from '../../../../schema/rights-request.ts';
import { dueStateOf } from '../../../registry/rights-requests.ts';
import type { RightsRequest } from '../../../store/service/rights-requests.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';

/** What each kind of request is called among operators. */
export const kindTexts = {
  access: 'console-physicians.access',
  correction: 'console-physicians.correction',
  erasure: 'console-physicians.erasure',
} as const;

/** How many days are left is said in words, and marked where the last day is over or near. */
export const dueView = (page: Page, { dueOn, state, extendedBecause }: RightsRequest): Html => {
  const { say } = page;
  if (state !== 'waiting') return datedText(page, dueOn);
  const off = extendedBecause === null ? null : html` <span class="fine">${say('rights.put-off')}</span>`;
  const due = dueStateOf(dueOn, page.now);
  if (due === 'overdue')
    return html`<strong>${datedText(page, dueOn)}${say('common.colon')}${say('console-physicians.overdue')}</strong>${off}`;
  return due === 'soon'
    ? html`<strong>${datedText(page, dueOn)}${say('common.colon')}${say('console-physicians.soon-due')}</strong>${off}`
    : html`${datedText(page, dueOn)}${off}`;
};

const row = (page: Page, request: RightsRequest): Html => {
  const { id, kind, at, state } = request;
  const { say } = page;
  const states = {
    waiting: say('console-physicians.waits'),
    answered: say('console-reports.answered'),
    refused: say('console-physicians.refused'),
  };
  return html`<tr><th scope="row"><a href="${page.to(`/console/physicians/${id}`)}">${id}</a></th><td>${say(kindTexts[kind])}</td><td data-label="${say('console-physicians.received')} ">${datedText(page, shanghaiDay(new Date(at)))}</td><td data-label="${say('console-physicians.due')} ">${dueView(page, request)}</td><td>${states[state]}</td></tr>`;
};

const table = (page: Page, requests: readonly RightsRequest[], none: string): Html => {
  const { say } = page;
  if (requests.length === 0) return html`<p>${none}</p>`;
  return html`<table class="stack" aria-label="${say('console-physicians.requests')}"><thead><tr><th scope="col">${say('console-reports.number')}</th><th scope="col">${say('console-reports.kind')}</th><th scope="col">${say('console-physicians.received')}</th><th scope="col">${say('console-physicians.due')}</th><th scope="col">${say('console-physicians.state')}</th></tr></thead>
<tbody>${requests.map((one) => row(page, one))}</tbody></table>`;
};

/** The form for a request that came by letter, mail or telephone: it has the same deadline, from the day it came in. */
const otherWay = (page: Page): Html => {
  const { say } = page;
  const kinds = rightsKinds.map((kind) => html`<option value="${kind}">${say(kindTexts[kind])}</option>`);
  return html`<h2>${say('console-physicians.came-otherwise')}</h2><form method="post" action="${page.to('/console/physicians')}"><div class="pair"><div><label for="kind">${say('console-reports.kind')}</label><select id="kind" name="kind">${kinds}</select></div>
<div><label for="receivedOn">${say('console-physicians.received')}</label><input id="receivedOn" name="receivedOn" type="date" required value="${page.today}" max="${page.today}"></div></div><button>${say('console.add')}</button></form>`;
};

/** Requests that wait, soonest due first, those that are closed, and the way to enter one that came otherwise. */
export const requestLists = (
  page: Page,
  waiting: readonly RightsRequest[],
  closed: readonly RightsRequest[],
): Html => {
  const { say } = page;
  const { days, extensionDays, basis } = rightsRules.deadline;
  return html`<h2>${say('console-reports.waiting')}</h2>${table(page, waiting, say('console-physicians.none-waits'))}
${closed.length === 0 ? null : html`<h2>${say('console-physicians.closed')}</h2>${table(page, closed, '')}`}
<p class="fine">${say('console-physicians.rule', { days, extension: extensionDays })}</p><details><summary>${say('console-physicians.law')}</summary><ul lang="en">${basis.map((one) => html`<li>${one}</li>`)}</ul></details>
${otherWay(page)}`;
};
