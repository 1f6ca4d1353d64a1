import { badgeModelOf } from '../../badge/badge-model.ts';
import { badgeSizes, layouts } from '../../badge/sizes.ts';
import { badgeLanguages } from '../../badge/words.ts';
import { badgeUrl, domainOf } from '../badge/address.ts';
import { readDomain } from '../badge/sites.ts';
import { snippetOf } from '../badge/snippet.ts';
import { hiddenLanguageField } from './home.ts';
import { findHospital } from './hospital.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, queryValue } from './page.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

export const partnersMeta = (page: Page): PageMeta => ({
  title: page.say('partners.badge-partners'),
  description: page.say('partners.put-live-signed-badge'),
});

const form = (page: Page): Html => {
  const { say, query } = page;
  return html`<form action="/partners" method="get"><div class="pair"><div><label for="id">${labelOf(page, 'id')}</label><input id="id" name="id" ${limitOf('id')} required value="${queryValue(query, 'id')}"></div>
<div><label for="site">${say('partners.domain')}</label><input id="site" name="site" maxlength="253" placeholder="agency.example" value="${queryValue(query, 'site')}"></div></div>${hiddenLanguageField(page)}<button>${say('partners.show-badge')}</button></form>`;
};

const gallery = (page: Page, id: string, site: string): Html => {
  const own = site === domainOf(page.base) ? undefined : site;
  const image = (size: (typeof badgeSizes)[number], lang: string, theme: string) => {
    const { width, height } = layouts[size];
    return html`<img src="${badgeUrl('', id, { site: own, size, lang, theme })}" width="${width}" height="${height}" alt="${size}, ${lang}, ${theme}" loading="lazy">`;
  };
  const { say } = page;
  return html`<h2>${say('partners.sizes')}</h2><div class="badges">${badgeSizes.map((size) => image(size, page.lang, 'light'))}</div>
<div class="badges dark">${badgeSizes.map((size) => image(size, page.lang, 'dark'))}</div>
<h2>${say('partners.languages')}</h2><div class="badges">${badgeLanguages.map((lang) => image('medium', lang, 'light'))}</div>
<h2>${say('partners.print')}</h2><img src="/badge/${encodeURIComponent(id)}/qr.svg" width="200" height="262" alt="${say('partners.qr-code-hospitals-page')}" loading="lazy">`;
};

const codes = (page: Page, id: string, site: string, snippet: string): Html => {
  const query = site === domainOf(page.base) ? '' : `?site=${site}`;
  const { say, base } = page;
  const path = encodeURIComponent(id);
  return html`<h2>${say('partners.copy')}</h2><pre tabindex="0">${snippet}</pre>
<p class="fine">${say('partners.no-script-no-cookie')}</p>
<h3>${say('partners.other-forms')}</h3><dl><dt>${say('partners.element-live')}</dt><dd><pre tabindex="0">${`<script type="module" src="${base}/badge/licet-badge.js"></script>\n<licet-badge institution="${id}" site="${site}"></licet-badge>`}</pre></dd>
<dt>iframe</dt><dd><pre tabindex="0">${`<iframe src="${base}/badge/${path}/frame${query}" width="240" height="80" title="Licet"></iframe>`}</pre></dd>
<dt>shields.io</dt><dd><pre tabindex="0">${`https://img.shields.io/endpoint?url=${encodeURIComponent(`${base}/badge/${path}/shields.json${query}`)}`}</pre></dd></dl>`;
};

/** Paste a hospital, see its badge in every form, copy the snippet. */
export const partnersPage = async (page: Page): Promise<Html> => {
  const { say } = page;
  const top = html`<h1>${say('partners.badge-partners')}</h1>
<p>${say('partners.badge-shows-todays-answer')}</p>${form(page)}`;
  if (page.deps.config.baseUrl === null)
    return html`${top}<p class="note" role="alert">${say('partners.installation-signs-no-badges')}</p>`;
  const id = queryValue(page.query, 'id');
  if (id === undefined)
    return html`${top}<p>${say('partners.id-address-hospitals-page')} <a href="${page.to('/partners', { id: 'test-confirmed' })}">test-confirmed</a></p>`;
  const hospital = await findHospital(page, id);
  if (hospital === null || 'merged' in hospital)
    return html`${top}<p class="note" role="alert">${say('partners.id-no-hospital-id')}</p>`;
  const given = queryValue(page.query, 'site');
  const site = given === undefined ? domainOf(page.base) : readDomain(given);
  if (site === null)
    return html`${top}<p class="note" role="alert">${say('partners.site-not-domain-expected')}</p>`;
  const options = { site, lang: page.lang, size: 'medium', theme: 'auto', campus: null } as const;
  const snippet = snippetOf(page.base, id, badgeModelOf(hospital.verdict, options, true));
  const bound =
    site === domainOf(page.base)
      ? null
      : html`<p class="note">${say('partners.until-operator-bound-badges', { site })}</p>`;
  return html`${top}${bound}${gallery(page, id, site)}${codes(page, id, site, snippet)}`;
};
