import { mayAs, type OperatorRole } from '../../../../schema/operator-role.ts';
import { rightsBasis, rightsRules } from '../../../../schema/rights-request.ts';
import { MOST_REQUEST_ANSWER, whyNoExtension } from '../../../registry/rights-requests.ts';
import type { RightsRequest } from '../../../store/service/rights-requests.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';
import { dueView, kindTexts } from './request-list.ts';

/** What the operator does about each kind, before the answer. */
const howTexts = {
  access: 'console-physicians.how-access',
  correction: 'console-physicians.how-correction',
  erasure: 'console-physicians.how-erasure',
} as const;

const at = (page: Page, id: number, act: string): string => page.to(`/console/physicians/${id}/${act}`);

/** Who is erased is typed here by an administrator who has seen the proof: it is used for this act and kept nowhere. */
const eraseForm = (page: Page, id: number): Html => {
  const { say } = page;
  const field = (name: string, label: string, most: number): Html =>
    html`<label for="${name}">${label}</label><input id="${name}" name="${name}" maxlength="${most}" autocomplete="off" spellcheck="false">`;
  const elsewhere =
    page.deps.config.database === null
      ? ''
      : html` <strong>${say('console-physicians.erase-servers')}</strong>`;
  return html`<h2>${say('console-physicians.erase')}</h2><form method="post" action="${at(page, id, 'erase')}" autocomplete="off" aria-describedby="erase-hint">
${field('certificateNumber', say('console-physicians.certificate'), 40)}<p>${say('console-physicians.or')}</p>
<div class="pair"><div>${field('name', say('console-physicians.name'), 100)}</div><div>${field('institution', say('console-physicians.institution'), 60)}</div></div>
<p class="fine" id="erase-hint">${say('console-physicians.erase-hint')}${elsewhere}</p><button>${say('console-physicians.erase')}</button></form>`;
};

const wordsForm = (
  page: Page,
  id: number,
  act: 'answer' | 'extend' | 'refuse',
  label: string,
  button: string,
): Html =>
  html`<form method="post" action="${at(page, id, act)}"><label for="${act}">${label}</label>
<textarea id="${act}" name="words" rows="3" maxlength="${MOST_REQUEST_ANSWER}" required></textarea><button>${button}</button></form>`;

const acts = (page: Page, request: RightsRequest): Html => {
  const { say } = page;
  const { id } = request;
  const { days, extensionDays } = rightsRules.deadline;
  const extend = whyNoExtension(request, page.now) === null;
  return html`<h2>${say('console-physicians.answer')}</h2><p class="fine">${say('console-reports.who-reads')}</p>
${wordsForm(page, id, 'answer', say('console-reports.your-answer'), say('console-reports.send-answer'))}
<details><summary>${say('console-physicians.refuse')}</summary><p class="fine">${say('console-physicians.refuse-means', { basis: rightsRules.refusal.basis.join(', ') })}</p>${wordsForm(page, id, 'refuse', say('console-physicians.why-refused'), say('console-physicians.refuse'))}</details>
${extend ? html`<details><summary>${say('console-physicians.extend', { days: extensionDays })}</summary><p class="fine">${say('console-physicians.rule', { days, extension: extensionDays })}</p>${wordsForm(page, id, 'extend', say('console-physicians.why-later'), say('console-physicians.extend', { days: extensionDays }))}</details>` : null}`;
};

const closed = (page: Page, { answer, closedAt, closedBy, state }: RightsRequest): Html => {
  const { say } = page;
  const [day, name] = [shanghaiDay(new Date(closedAt ?? '')), closedBy ?? ''];
  const title =
    state === 'refused'
      ? say('console-physicians.refused-by', { day, name })
      : say('console-reports.answer-of', { day, name });
  return html`<h2>${title}</h2><blockquote>${answer ?? ''}</blockquote>`;
};

/** One request with its deadline, and what this operator may do about it. */
export const requestView = (page: Page, request: RightsRequest, role: OperatorRole): Html => {
  const { say } = page;
  const { kind, at: sentAt, text, lang, extendedBecause, state } = request;
  const waits = state === 'waiting';
  const erases = waits && kind === 'erasure' && mayAs(role, 'administrator');
  const words =
    text === '' ? null : html`<dt>${say('console-reports.words')}</dt><dd lang="${lang}">${text}</dd>`;
  const later =
    extendedBecause === null ? null : html`<dt>${say('rights.put-off')}</dt><dd>${extendedBecause}</dd>`;
  return html`<dl><dt>${say('console-reports.kind')}</dt><dd>${say(kindTexts[kind])} (${rightsBasis(kind).join(', ')})</dd><dt>${say('console-physicians.received')}</dt><dd>${datedText(page, shanghaiDay(new Date(sentAt)))}</dd>
<dt>${say('console-physicians.due')}</dt><dd>${dueView(page, request)}</dd>${words}${later}</dl>
${waits ? html`<p class="inset">${say('console-physicians.proof-first')} ${say(howTexts[kind])}</p>` : closed(page, request)}
${erases ? eraseForm(page, request.id) : null}${waits && mayAs(role, 'reviewer') ? acts(page, request) : null}
<p><a href="${page.to('/console/physicians')}">${say('console-physicians.all')}</a></p>`;
};
