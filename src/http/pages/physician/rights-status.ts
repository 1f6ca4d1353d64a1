import { rightsBasis, rightsRules } from '../../../../schema/rights-request.ts';
import type { RightsRequest } from '../../../store/service/rights-requests.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html } from '../html.ts';
import { whoRuns } from '../legal/contact.ts';
import type { Page } from '../page.ts';
import { rightsTexts } from './rights-form.ts';

const dayOf = (instant: string): string => shanghaiDay(new Date(instant));

const waiting = (page: Page, { id, dueOn, extendedBecause }: RightsRequest): Html => {
  const { say } = page;
  const later =
    extendedBecause === null
      ? null
      : html`<h2>${say('rights.put-off')}</h2><blockquote>${extendedBecause}</blockquote>`;
  return html`<p class="inset" role="status">${say('rights.waits-until', { day: dueOn })}</p>${later}
<h2>${say('rights.show-who')}</h2><p>${say('rights.show-how', { number: id })}</p>${whoRuns(page)}`;
};

const closed = (page: Page, { state, answer, closedAt }: RightsRequest): Html => {
  const { say } = page;
  const day = dayOf(closedAt ?? '');
  const title = state === 'refused' ? say('rights.refused-on', { day }) : say('rights.answered-on', { day });
  const complain =
    state === 'refused'
      ? html`<p>${say('rights.complain', { basis: rightsRules.refusal.basis.join(', ') })}</p>`
      : null;
  return html`<h2>${title}</h2><blockquote>${answer ?? ''}</blockquote>${complain}
<p class="fine">${say('rights.removed-after', { days: rightsRules.keptDays })}</p>`;
};

/** What became of a request, for whoever has its address: never what is held of anybody. */
export const rightsStatus = (page: Page, request: RightsRequest): Html => {
  const { say } = page;
  const { id, kind, at, state } = request;
  return html`<h1>${say('rights.your-request', { number: id })}</h1>${state === 'waiting' ? waiting(page, request) : closed(page, request)}
<dl><dt>${say('rights.asked')}</dt><dd>${say(rightsTexts[kind])} (${rightsBasis(kind).join(', ')})</dd><dt>${say('report.sent')}</dt><dd>${dayOf(at)}</dd></dl>`;
};
