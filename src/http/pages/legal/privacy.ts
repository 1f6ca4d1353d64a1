import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import type { Page } from '../page.ts';
import { whoRuns } from './contact.ts';

export const privacyMeta = (page: Page): PageMeta => ({
  title: page.say('common.privacy'),
  description: page.say('privacy.service-keeps-those-who'),
});

/** What is kept of a reader: docs/data-protection.md and docs/threats.md in a reader’s words. */
export const privacyPage = (page: Page): Html => {
  const { say } = page;
  return html`<h1>${say('common.privacy')}</h1>${whoRuns(page)}
<h2>${say('privacy.not-done')}</h2>
<ul><li>${say('privacy.no-cookies-no-accounts')}</li>
<li>${say('privacy.log-line-names-kind')}</li>
<li>${say('privacy.text-offer-badge-check')}</li></ul>
<h2>${say('privacy.kept')}</h2>
<ul><li>${say('privacy.report-error-text-page')}</li>
<li>${say('privacy.asked-for')}</li>
<li>${say('privacy.question-about-physician-time')}</li>
<li>${say('privacy.request-of-physician')}</li>
<li>${say('privacy.network-address-memory-only')}</li>
<li>${say('privacy.treatment-hospital-look-up')}</li></ul>
<h2>${say('privacy.physicians')}</h2>
<p>${say('privacy.physician-registers-public-entries')} <a href="${page.to('/physician/request')}">${say('rights.your-data')}</a></p>`;
};
