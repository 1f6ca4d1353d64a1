import type { Hotlink } from '../../../../store/service/hotlinks.ts';
import type { Site } from '../../../../store/service/sites.ts';
import { waitsUntil } from '../../../badge/sites.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../page.ts';
import { serviceSelect, suggestAttributes, suggestScript } from '../../views/choices.ts';
import { datedText } from '../../views/dated-text.ts';
import { hiddenLanguageField } from '../../views/hidden-language.ts';
import { copyAttributes, copyScript } from '../../views/next-step.ts';
import { labelOf, limitOf } from '../../views/question-inputs.ts';
import { actButton, undoButton } from '../frame.ts';

const stateOf = (page: Page, site: Site): Html => {
  const { say } = page;
  const { provenOn, seenOn } = site;
  if (provenOn === null)
    return html`<p class="limited"><span class="tag">${say('domains-view.not-proven')}</span> ${datedText(page, say('domains-view.waits-until', { day: waitsUntil(site) ?? '' }))}</p>`;
  const seen =
    seenOn === null
      ? say('domains-view.operator-saw-it')
      : say('domains-view.proof-seen-on', { day: seenOn });
  return html`<p class="confirmed"><span class="tag">${say('domains-view.proven')}</span> ${datedText(page, seen)}</p>`;
};

/** What to put where; one of the three is enough. */
const whatToPut = (page: Page, { domain, token, provenOn }: Site): Html | null => {
  if (token === null) return null;
  const { say } = page;
  const text = (words: string): Html => html`<pre tabindex="0" ${copyAttributes(page)}>${words}</pre>`;
  const ways = html`<dl><dt>${say('domains-view.by-dns')}</dt><dd><p>${say('domains-view.dns-name')}</p>${text(`_licet.${domain}`)}<p>${say('domains-view.dns-value')}</p>${text(token)}</dd>
<dt>${say('domains-view.by-file')}</dt><dd><p>${say('domains-view.file-address')}</p>${text(`https://${domain}/.well-known/licet.txt`)}<p>${say('domains-view.file-line')}</p>${text(token)}</dd>
<dt>${say('domains-view.by-meta')}</dt><dd><p>${say('domains-view.meta-where', { domain })}</p>${text(`<meta name="licet-site" content="${token}">`)}</dd></dl>`;
  return html`<details${provenOn === null ? html` open` : null}><summary>${say('domains-view.one-of-three')}</summary>${ways}</details>`;
};

const elsewhere = (page: Page, links: readonly Hotlink[]): Html | null =>
  links.length === 0
    ? null
    : html`<p>${page.say('domains-view.shown-elsewhere')}</p><ul>${links.map(({ host, count, last }) => html`<li>${host}: ${datedText(page, page.say('domains-view.loads-until', { count, last }))}</li>`)}</ul>`;

const card = (page: Page, site: Site, links: readonly Hotlink[], looks: boolean): Html => {
  const { say } = page;
  const at = `/partners/domains/${site.domain}`;
  const check =
    looks && site.token !== null ? actButton(page, `${at}/check`, say('domains-view.check-now')) : null;
  return html`<section class="card" aria-label="${site.domain}"><h2>${site.domain}</h2>${stateOf(page, site)}${whatToPut(page, site)}${elsewhere(page, links)}
<div class="acts">${check}${undoButton(page, `${at}/remove`, say('domains-view.take-off'))}</div></section>`;
};

/** Leads to the badge of a hospital for one of the domains, with all forms of it to copy. */
const badgeForm = (page: Page, sites: readonly Site[]): Html | null => {
  const { say } = page;
  if (sites.length === 0) return null;
  return html`<h2>${say('domains-view.make-a-badge')}</h2><form action="/partners" method="get"><label for="name">${labelOf(page, 'name')}</label><div class="search"><input id="name" name="name" ${limitOf('name')} required ${suggestAttributes(page, 'choose')}></div>${suggestScript}
<div class="pair"><div><label for="service">${labelOf(page, 'service')}</label>${serviceSelect(page, undefined)}</div><div><label for="site">${say('domains-view.for-domain')}</label><select id="site" name="site">${sites.map(({ domain }) => html`<option>${domain}</option>`)}</select></div></div>${hiddenLanguageField(page)}<button>${say('domains-view.show-badge')}</button></form>`;
};

const addForm = (page: Page): Html =>
  html`<form method="post" action="${page.to('/partners/domains')}"><label for="domain">${page.say('domains-view.your-domain')}</label><input id="domain" name="domain" required maxlength="253" placeholder="agency.example" autocomplete="url" autocapitalize="none"><button>${page.say('domains-view.add')}</button></form>`;

type Shown = Readonly<{
  sites: readonly Site[];
  hotlinks: readonly Hotlink[];
  /** Whether this installation can look for a proof when it is asked to. */
  looks: boolean;
  /** What is to be said first: what was wrong with what was sent, or what a look found. */
  notes: readonly Html[];
}>;

/** The domains of a partner: what to put where, how each stands, who shows its badges without being it, and the way to a badge. */
export const domainsView = (page: Page, { sites, hotlinks, looks, notes }: Shown): Html => {
  const { say } = page;
  const cards = sites.map((site) =>
    card(
      page,
      site,
      hotlinks.filter((link) => link.site === site.domain),
      looks,
    ),
  );
  return html`${notes}<p>${say('domains-view.what-for')}</p>${cards}${looks ? null : html`<p class="fine">${say('domains-view.operator-looks')}</p>`}
<h2>${say('domains-view.add-a-domain')}</h2>${addForm(page)}${badgeForm(page, sites)}${copyScript}`;
};
