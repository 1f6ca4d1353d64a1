import type { Dossier } from '../../../schema/institution.ts';
import { ask } from '../../ask/ask.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { badgeModelOf } from '../../badge/badge-model.ts';
import { badgeSizes, layouts } from '../../badge/sizes.ts';
import { badgeLanguages } from '../../badge/words.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { askFields, badgeUrl, domainOf } from '../badge/address.ts';
import { badgeVerdict, readAsk } from '../badge/badge-question.ts';
import { readDomain } from '../badge/sites.ts';
import { snippetOf } from '../badge/snippet.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, queryValue } from './page.ts';
import { candidateCards } from './views/candidates.ts';
import { serviceSelect, suggestAttributes, suggestScript } from './views/choices.ts';
import { hiddenLanguageField } from './views/hidden-language.ts';
import { bothNames } from './views/institution-line.ts';
import { copyAttributes, copyScript } from './views/next-step.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

export const partnersMeta = (page: Page): PageMeta => ({
  title: page.say('partners.badge-partners'),
  description: page.say('partners.put-live-signed-badge'),
});

/** What the badge is asked for: the hospital by name (or its id, once chosen), a treatment, the domain. */
const form = (page: Page): Html => {
  const { say, query } = page;
  const id = queryValue(query, 'id');
  const who =
    id === undefined
      ? html`<label for="name">${labelOf(page, 'name')}</label><div class="search"><input id="name" name="name" ${limitOf('name')} required value="${queryValue(query, 'name')}" ${suggestAttributes(page, 'choose')}></div>${suggestScript}`
      : html`<input type="hidden" name="id" value="${id}">`;
  return html`<form action="/partners" method="get">${who}
<div class="pair"><div><label for="service">${labelOf(page, 'service')} <span class="fine">${say('partners.licence-when-none')}</span></label>${serviceSelect(page, queryValue(query, 'service'))}</div>
<div><label for="site">${say('partners.domain')}</label><input id="site" name="site" maxlength="253" placeholder="agency.example" value="${queryValue(query, 'site')}"></div></div>${hiddenLanguageField(page)}<button>${say('partners.show-badge')}</button></form>`;
};

type Shown = Readonly<{ id: string; site: string; ask: string | null }>;

const gallery = (page: Page, { id, site, ask }: Shown): Html => {
  const own = site === domainOf(page.base) ? undefined : site;
  const image = (size: (typeof badgeSizes)[number], lang: string, theme: string) => {
    const { width, height } = layouts[size];
    return html`<img src="${badgeUrl('', id, { site: own, size, lang, theme, ...askFields(ask) })}" width="${width}" height="${height}" alt="${size}, ${lang}, ${theme}" loading="lazy">`;
  };
  const { say } = page;
  return html`<h2>${say('partners.sizes')}</h2><div class="badges">${badgeSizes.map((size) => image(size, page.lang, 'light'))}</div>
<div class="badges dark">${badgeSizes.map((size) => image(size, page.lang, 'dark'))}</div>
<h2>${say('partners.languages')}</h2><div class="badges">${badgeLanguages.map((lang) => image('medium', lang, 'light'))}</div>
<h2>${say('partners.print')}</h2><img src="/badge/${encodeURIComponent(id)}/qr.svg" width="200" height="262" alt="${say('partners.qr-code-hospitals-page')}" loading="lazy">`;
};

const codes = (page: Page, { id, site, ask }: Shown, snippet: string): Html => {
  const fields = { ...(site === domainOf(page.base) ? {} : { site }), ...askFields(ask) };
  const search = new URLSearchParams(fields).toString();
  const query = search === '' ? '' : `?${search}`;
  const asked = Object.entries(askFields(ask))
    .map(([field, code]) => ` ${field}="${code}"`)
    .join('');
  const copy = copyAttributes(page);
  const { say, base } = page;
  const path = encodeURIComponent(id);
  return html`<h2>${say('partners.copy')}</h2><pre tabindex="0" ${copy}>${snippet}</pre>
<p class="fine">${say('partners.no-script-no-cookie')}</p>
<h3>${say('partners.other-forms')}</h3><dl><dt>${say('partners.element-live')}</dt><dd><pre tabindex="0" ${copy}>${`<script type="module" src="${base}/badge/licet-badge.js"></script>\n<licet-badge institution="${id}" site="${site}"${asked}></licet-badge>`}</pre></dd>
<dt>iframe</dt><dd><pre tabindex="0" ${copy}>${`<iframe src="${base}/badge/${path}/frame${query}" width="240" height="80" title="Licet"></iframe>`}</pre></dd>
<dt>shields.io</dt><dd><pre tabindex="0" ${copy}>${`https://img.shields.io/endpoint?url=${encodeURIComponent(`${base}/badge/${path}/shields.json${query}`)}`}</pre></dd>
<dt>${say('partners.png-for-mail')}</dt><dd><pre tabindex="0" ${copy}>${`${base}/badge/${path}.png${query}`}</pre></dd></dl>${copyScript}`;
};

const readerOf = (page: Page, id: string | undefined): Reader =>
  readerFor(id, page.reader, page.deps.config.testInstitutions, page.now);

/** The hospital that was named or chosen, or what the page says instead. */
const chosen = async (page: Page): Promise<Readonly<{ dossier: Dossier }> | Readonly<{ instead: Html }>> => {
  const { say } = page;
  const id = queryValue(page.query, 'id');
  const name = queryValue(page.query, 'name');
  const to = (one: string) => page.to('/partners', { ...askedBeside(page), id: one });
  if (id === undefined && name === undefined)
    return {
      instead: html`<p>${say('partners.to-try')} <a href="${to('test-confirmed')}">test-confirmed</a></p>`,
    };
  const reader = readerOf(page, id);
  const institution = id === undefined ? { name: name ?? '' } : { id };
  const verdict = await ask({ institution, claims: [], lang: page.lang }, reader, page.now);
  const dossier = await reader.dossier(verdict.identity.institution?.id ?? '');
  return dossier === undefined
    ? {
        instead: html`<p class="note" role="alert">${id === undefined ? verdict.summary : verdict.identity.why[0]?.text}</p>${candidateCards(page, verdict, to)}`,
      }
    : { dossier };
};

/** What was asked besides the hospital, kept while one is chosen. */
const askedBeside = ({ query }: Page): Readonly<Record<string, string | undefined>> => ({
  service: queryValue(query, 'service'),
  claim: queryValue(query, 'claim'),
  site: queryValue(query, 'site'),
});

/** Name a hospital, see its badge in every form, copy the snippet. */
export const partnersPage = async (page: Page): Promise<Html> => {
  const { say } = page;
  const top = html`<h1>${say('partners.badge-partners')}</h1>
<p><a href="${page.to('/partners/sign-in')}">${say('partners.sign-in')}</a> ${say('partners.sign-in-for')}</p>
<p>${say('partners.badge-shows-todays-answer')}</p>${form(page)}`;
  if (page.deps.config.baseUrl === null)
    return html`${top}<p class="note" role="alert">${say('partners.installation-signs-no-badges')}</p>`;
  const found = await chosen(page);
  if (!('dossier' in found)) return html`${top}${found.instead}`;
  const { dossier } = found;
  const { id } = dossier;
  const given = queryValue(page.query, 'site');
  const site = given === undefined ? domainOf(page.base) : readDomain(given);
  if (site === null)
    return html`${top}<p class="note" role="alert">${say('partners.site-not-domain-expected')}</p>`;
  const { ask: code, problem } = readAsk(queryValue(page.query, 'service'), queryValue(page.query, 'claim'));
  if (problem !== undefined) return html`${top}<p class="note" role="alert">${problem}</p>`;
  const options = { site, lang: page.lang, size: 'medium', theme: 'auto', campus: null, ask: code } as const;
  const verdict = await badgeVerdict(dossier, code, page.lang, readerOf(page, id), page.now);
  const snippet = snippetOf(page.base, id, badgeModelOf(verdict, options, true));
  const shown = { id, site, ask: code };
  const name = html`<p><strong><a href="${page.to(`/hospitals/${encodeURIComponent(id)}`)}">${bothNames(page, dossier.title, id)[0]}</a></strong> · <a href="${page.to('/partners')}">${say('partners.another-hospital')}</a></p>`;
  const bound =
    site === domainOf(page.base)
      ? null
      : html`<p class="note">${say('partners.until-operator-bound-badges', { site })}</p>`;
  return html`${top}${name}${bound}${gallery(page, shown)}${codes(page, shown, snippet)}`;
};
