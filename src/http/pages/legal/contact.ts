import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import type { Page } from '../page.ts';

/** What the operator gave as `LICET_CONTACT`, as an address that can be opened: mail or web. */
export const contactAddress = (contact: string): string => {
  if (/^(?:https?:\/\/|mailto:)/i.test(contact)) return contact;
  return /^[^/]+@/.test(contact) ? `mailto:${contact}` : `https://${contact}`;
};

/** Who runs this service, as far as the operator said. */
export const whoRuns = (page: Page): Html => {
  const { contact } = page.deps.config;
  const { say } = page;
  if (contact === null) return html`<p class="note">${say('contact.whoever-runs-service-not')}</p>`;
  const safe = contactAddress(contact);
  return html`<p>${say('contact.service-run')} <a href="${safe}">${contact}</a></p>`;
};

export const contactMeta = (page: Page): PageMeta => ({
  title: page.say('common.contact'),
  description: page.say('contact.who-runs-service-where'),
});

/** Where to write, for what. */
export const contactPage = (page: Page): Html => {
  const { say } = page;
  return html`<h1>${say('common.contact')}</h1>${whoRuns(page)}
<h2>${say('contact.for-what')}</h2>
<ul><li>${say('contact.something-shown-here-wrong')} <a href="${page.to('/report')}">${say('contact.report-error')}</a></li>
<li>${say('contact.physician-want-know-correct')} <a href="${page.to('/physician/request')}">${say('rights.your-data')}</a></li>
<li>${say('contact.found-fault-security-service')}</li>
<li>${say('contact.emergency-question-about-treatment')}</li></ul>`;
};
