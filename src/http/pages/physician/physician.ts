import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { purposes } from '../../../../schema/question.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import { type Page, type Query, queryValue } from '../page.ts';
import { serviceSelect, suggestAttributes, suggestScript } from '../views/choices.ts';
import { labelOf, limitOf } from '../views/question-inputs.ts';

export const physicianMeta = (page: Page): PageMeta => ({
  title: page.say('physician.may-physician-treat-there'),
  description: page.say('physician.ask-about-one-physician'),
  index: Object.keys(page.query).length === 0,
});

export const physicianTitle = (page: Page): Html =>
  html`<h1>${page.say('physician.may-physician-treat-there')}</h1>`;

/** What can be asked and what cannot, and why the form wants what it wants. */
const explained = (page: Page): Html => {
  const { say } = page;
  return html`<details><summary>${say('physician.can-asked-why-so')}</summary>
<ul><li>${say('physician.whether-register-names-physician')}</li>
<li>${say('physician.name-alone-not-enough')}</li>
<li>${say('physician.purpose-needed-because-ask')}</li>
<li>${say('physician.never-type-identity-number')}</li>
<li>${say('physician.there-no-list-physicians')}</li></ul></details>`;
};

const input = (page: Page, field: 'practitioner' | 'certificateNumber', hint: string): Html =>
  html`<label for="${field}">${labelOf(page, field)} <span class="fine">${hint}</span></label><input id="${field}" name="${field}" maxlength="${field === 'practitioner' ? 100 : 40}" autocomplete="off" spellcheck="false">`;

const hospitalField = (page: Page, sent: Query): Html => {
  const id = queryValue(sent, 'id');
  return id === undefined
    ? html`<label for="name">${labelOf(page, 'name')}</label><div class="search"><input id="name" name="name" ${limitOf('name')} value="${queryValue(sent, 'name')}" ${suggestAttributes(page, 'choose')}></div>${suggestScript}`
    : html`<input type="hidden" name="id" value="${id}"><p>${labelOf(page, 'name')}${page.say('common.colon')}<a href="${page.to(`/hospitals/${encodeURIComponent(id)}`)}">${id}</a></p>`;
};

const purposeSelect = (page: Page): Html =>
  html`<label for="purpose">${labelOf(page, 'purpose')}</label><select id="purpose" name="purpose" required><option value="">${page.say('physician.please-choose')}</option>${purposes.map((code) => html`<option value="${code}">${pageWords.purposes[code][page.lang]}</option>`)}</select>`;

/** The form: sent by POST, so that no name stands in an address. Of what was sent, the hospital alone is filled in again. */
export const physicianForm = (page: Page, sent: Query): Html => {
  const { say } = page;
  return html`<form action="${page.to('/physician')}" method="post" autocomplete="off" aria-describedby="kept">
${hospitalField(page, sent)}
<div class="pair"><div>${input(page, 'practitioner', say('physician.as-certificate'))}</div>
<div>${input(page, 'certificateNumber', say('common.if-know'))}</div></div>
<div class="pair"><div><label for="service">${labelOf(page, 'service')}</label>${serviceSelect(page, queryValue(sent, 'service'))}</div>
<div>${purposeSelect(page)}</div></div>
<p class="fine" id="kept">${say('physician.name-number-used-answer')}</p>
<button>${say('common.check')}</button></form>`;
};

/** The empty form; an address may name the hospital, never a person. */
export const physicianPage = (page: Page): Html =>
  html`${physicianTitle(page)}<p class="soft">${page.say('physician.one-physician-one-hospital')}</p>${explained(page)}${physicianForm(page, page.query)}
<p class="fine"><a href="${page.to('/physician/request')}">${page.say('physician.are-you-physician')}</a></p>`;
