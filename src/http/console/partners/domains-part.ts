import type { Site } from '../../../store/service/sites.ts';
import { waitsUntil } from '../../badge/sites.ts';
import { actButton } from '../../pages/account/frame.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';

const state = (page: Page, site: Site): Html => {
  const { say } = page;
  if (site.provenOn === null)
    return html`${say('domains-view.not-proven')} <span class="fine">${datedText(page, say('domains-view.waits-until', { day: waitsUntil(site) ?? '' }))}</span>`;
  const seen =
    site.seenOn === null
      ? say('domains-view.operator-saw-it')
      : say('domains-view.proof-seen-on', { day: site.seenOn });
  return html`${say('domains-view.proven')} <span class="fine">${datedText(page, seen)}</span>`;
};

const row = (page: Page, site: Site, looks: boolean): Html => {
  const { say } = page;
  const { domain, partner, token } = site;
  const named = html`<input type="hidden" name="name" value="${partner}"><input type="hidden" name="domain" value="${domain}">`;
  const at = '/console/partners/domains';
  const check =
    looks && token !== null ? actButton(page, `${at}/check`, say('domains-view.check-now'), named) : null;
  return html`<tr><th scope="row">${domain}</th><td>${state(page, site)}</td><td>${token === null ? null : html`<code>${token}</code>`}</td><td><div class="acts">${check}${actButton(page, `${at}/remove`, say('console-partners.remove-domain'), named)}</div></td></tr>`;
};

/** The domains of a partner, proven and waiting, and the way to add one. */
export const domainsPart = (page: Page, partner: string, sites: readonly Site[], looks: boolean): Html => {
  const { say } = page;
  const table =
    sites.length === 0
      ? html`<p>${say('console-partners.no-domain')}</p>`
      : html`<table class="stack"><thead><tr><th scope="col">${say('console-partners.domain')}</th><th scope="col">${say('console-partners.state')}</th><th scope="col">${say('console-partners.token')}</th><th scope="col">${say('console.changes')}</th></tr></thead><tbody>${sites.map((site) => row(page, site, looks))}</tbody></table>`;
  return html`<h2>${say('frame.domains')}</h2>${table}<details><summary>${say('domains-view.add-a-domain')}</summary><form method="post" action="${page.to('/console/partners/domains')}"><input type="hidden" name="name" value="${partner}">
<label for="domain">${say('console-partners.domain')}</label><input id="domain" name="domain" required maxlength="253" placeholder="agency.example" autocomplete="off" autocapitalize="none">
<label class="inline"><input type="checkbox" name="seen" value="1"> ${say('console-partners.seen')}</label><button>${say('console.add')}</button></form></details>`;
};
