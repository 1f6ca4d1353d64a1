import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import type { Page } from '../page.ts';
import { whoRuns } from './contact.ts';

export const termsMeta = (page: Page): PageMeta => ({
  title: page.say('terms.terms-use'),
  description: page.say('terms.answer-not'),
});

/** What a reader may expect of an answer, and what not. */
export const termsPage = (page: Page): Html => {
  const { say } = page;
  return html`<h1>${say('terms.terms-use')}</h1>${whoRuns(page)}
<ul><li>${say('terms.answer-repeats-authorities-issuers')}</li>
<li>${say('terms.no-medical-advice-no')}</li>
<li>${say('terms.not-known-says-nothing')}</li>
<li>${say('terms.may-quote-answer-with')}</li>
<li>${say('terms.lists-belong-those-who')} <a href="${page.to('/sources')}">${say('common.sources')}</a></li>
<li>${say('terms.service-given-as-without')}</li></ul>`;
};
