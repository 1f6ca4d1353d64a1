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
  title: page.say('The badge, for partners', '合作方徽章'),
  description: page.say(
    'Put a live, signed badge beside a hospital on your website.',
    '在您的网站为医院添加实时签名徽章。',
  ),
});

const form = (page: Page): Html => {
  const { say, query } = page;
  return html`<form action="/partners" method="get"><div class="pair"><div><label for="id">${labelOf(page, 'id')}</label><input id="id" name="id" ${limitOf('id')} required value="${queryValue(query, 'id')}"></div>
<div><label for="site">${say('Your domain', '您的域名')}</label><input id="site" name="site" maxlength="253" placeholder="agency.example" value="${queryValue(query, 'site')}"></div></div>${hiddenLanguageField(page)}<button>${say('Show the badge', '显示徽章')}</button></form>`;
};

const gallery = (page: Page, id: string, site: string): Html => {
  const own = site === domainOf(page.base) ? undefined : site;
  const image = (size: (typeof badgeSizes)[number], lang: string, theme: string) => {
    const { width, height } = layouts[size];
    return html`<img src="${badgeUrl('', id, { site: own, size, lang, theme })}" width="${width}" height="${height}" alt="${size}, ${lang}, ${theme}" loading="lazy">`;
  };
  const { say } = page;
  return html`<h2>${say('Sizes', '尺寸')}</h2><div class="badges">${badgeSizes.map((size) => image(size, page.lang, 'light'))}</div>
<div class="badges dark">${badgeSizes.map((size) => image(size, page.lang, 'dark'))}</div>
<h2>${say('Languages', '语言')}</h2><div class="badges">${badgeLanguages.map((lang) => image('medium', lang, 'light'))}</div>
<h2>${say('For print', '印刷用')}</h2><img src="/badge/${encodeURIComponent(id)}/qr.svg" width="200" height="262" alt="${say('QR code of this hospital’s page', '本院页面二维码')}" loading="lazy">`;
};

const codes = (page: Page, id: string, site: string, snippet: string): Html => {
  const query = site === domainOf(page.base) ? '' : `?site=${site}`;
  const { say, base } = page;
  const path = encodeURIComponent(id);
  return html`<h2>${say('Copy this', '复制代码')}</h2><pre tabindex="0">${snippet}</pre>
<p class="fine">${say('No script, no cookie, one request. It needs img-src for this address alone.', '无脚本、无 Cookie、仅一次请求，只需放行本站图片。')}</p>
<h3>${say('Other forms', '其他形式')}</h3><dl><dt>${say('Element (live)', '自定义元素（实时）')}</dt><dd><pre tabindex="0">${`<script type="module" src="${base}/badge/licet-badge.js"></script>\n<licet-badge institution="${id}" site="${site}"></licet-badge>`}</pre></dd>
<dt>iframe</dt><dd><pre tabindex="0">${`<iframe src="${base}/badge/${path}/frame${query}" width="240" height="80" title="Licet"></iframe>`}</pre></dd>
<dt>shields.io</dt><dd><pre tabindex="0">${`https://img.shields.io/endpoint?url=${encodeURIComponent(`${base}/badge/${path}/shields.json${query}`)}`}</pre></dd></dl>`;
};

/** Paste a hospital, see its badge in every form, copy the snippet. */
export const partnersPage = async (page: Page): Promise<Html> => {
  const { say } = page;
  const top = html`<h1>${say('The badge, for partners', '合作方徽章')}</h1>
<p>${say('A badge shows today’s answer, is signed for 24 hours at most, and names the one domain it is issued for. Copied elsewhere it says so.', '徽章显示当日结论，签名最长有效 24 小时，并载明唯一获发域名；被复制到别处即会显示。')}</p>${form(page)}`;
  if (page.deps.config.baseUrl === null)
    return html`${top}<p class="note" role="alert">${say('This installation signs no badges yet: its operator has to set LICET_BASE_URL, the public address they are signed in the name of. Until then every badge is a preview that states nothing.', '本服务尚不签发徽章：运营方须设置 LICET_BASE_URL（签名所用的公开网址）。在此之前所有徽章仅为预览，不含任何结论。')}</p>`;
  const id = queryValue(page.query, 'id');
  if (id === undefined)
    return html`${top}<p>${say('The id is in the address of a hospital’s page. To try it:', '编号见医院页面地址。可试用：')} <a href="${page.to('/partners', { id: 'test-confirmed' })}">test-confirmed</a></p>`;
  const hospital = await findHospital(page, id);
  if (hospital === null || 'merged' in hospital)
    return html`${top}<p class="note" role="alert">${say('id: no hospital has this id.', '没有此编号的医院。')}</p>`;
  const given = queryValue(page.query, 'site');
  const site = given === undefined ? domainOf(page.base) : readDomain(given);
  if (site === null)
    return html`${top}<p class="note" role="alert">${say('site: is not a domain; expected e.g. agency.example', '域名格式有误，例如 agency.example')}</p>`;
  const options = { site, lang: page.lang, size: 'medium', theme: 'auto', campus: null } as const;
  const snippet = snippetOf(page.base, id, badgeModelOf(hospital.verdict, options, true));
  const bound =
    site === domainOf(page.base)
      ? null
      : html`<p class="note">${say(`Until the operator has bound ${site} to you, badges for it read “Not for this site”.`, `在运营方将 ${site} 绑定给您之前，其徽章显示“非本站徽章”。`)}</p>`;
  return html`${top}${bound}${gallery(page, id, site)}${codes(page, id, site, snippet)}`;
};
