import { treatmentGroups } from '../../../../schema/lexicon/treatments.ts';
import { searchTreatments } from '../../../verdict/vocabulary/treatments.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import { type Page, queryValue } from '../page.ts';
import { hiddenLanguageField } from '../views/hidden-language.ts';
import { treatmentLink } from './treatment-link.ts';

export const treatmentsMeta = (page: Page): PageMeta => ({
  title: page.say('common.treatments'),
  description: page.say('find-treatment.each-treatment-permission-needs'),
  index: queryValue(page.query, 'q') === undefined,
});

/** What is typed is as long as a name of a treatment. */
const MOST_LETTERS = 100;

const searchForm = (page: Page, q: string | undefined): Html => {
  const { say } = page;
  return html`<form action="/treatments" method="get" role="search"><label for="q">${say('find-treatment.treatment-own-words')} <span class="fine">${say('find-treatment.such-as-car-t')}</span></label>
<div class="search"><input id="q" name="q" type="search" maxlength="${MOST_LETTERS}" value="${q}">${hiddenLanguageField(page)}<button>${say('find-treatment.find')}</button></div></form>`;
};

/** All treatments, by what they are looked for under. */
const grouped = (page: Page): readonly Html[] =>
  Object.entries(treatmentGroups).map(
    ([group, title]) =>
      html`<section><h2 id="${group}">${title[page.lang]}</h2><ul>${searchTreatments('')
        .filter((one) => one.group === group)
        .map((one) => html`<li>${treatmentLink(page, one)}</li>`)}</ul></section>`,
  );

const found = (page: Page, q: string): Html => {
  const { say } = page;
  const treatments = searchTreatments(q.slice(0, MOST_LETTERS));
  if (treatments.length === 0)
    return html`<p role="status">${say('find-treatment.none-known')}</p>${grouped(page)}`;
  return html`<h2>${say('find-treatment.words-may-mean')}</h2><ul>${treatments.map((one) => html`<li>${treatmentLink(page, one)}<br><span class="soft">${one.what[page.lang]}</span></li>`)}</ul>
<p><a href="${page.to('/treatments')}">${say('find-treatment.all-treatments')}</a></p>`;
};

/** Every treatment that can be asked about, in everyday words and each once; or those that some words mean. */
export const treatmentsPage = (page: Page): Html => {
  const q = queryValue(page.query, 'q');
  const { say } = page;
  return html`<h1>${say('common.treatments')}</h1>
<p class="soft">${say('find-treatment.each-one-permission-hospital')}</p>
${searchForm(page, q)}${q === undefined ? grouped(page) : found(page, q)}`;
};
