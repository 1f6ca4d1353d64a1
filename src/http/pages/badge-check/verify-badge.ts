import type { Dossier } from '../../../../schema/institution.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { askAbout } from '../../../ask/ask.ts';
import { readerFor } from '../../../ask/test-institutions.ts';
import { type BadgeCheck, checkBadge } from '../../../badge/check-badge.ts';
import { wordsIn } from '../../../badge/words.ts';
import type { SigningKeys } from '../../badge/keys.ts';
import { readDomain } from '../../badge/sites.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import { type Page, type Query, queryValue } from '../page.ts';
import { verdictWord } from '../views/answer-words.ts';
import { badgeReferralNote } from '../views/badge-referral.ts';
import { datedText } from '../views/dated-text.ts';
import { bothNames, placeLine } from '../views/institution-line.ts';
import { readBadgeAddress } from './badge-address.ts';
import { MAX_BADGE } from './read-sent.ts';

export const verifyBadgeMeta = (page: Page): PageMeta => ({
  title: page.say('Is this badge genuine?', '这个徽章是真的吗？'),
  description: page.say(
    'Check a badge file: is it ours, untouched and in force?',
    '核验徽章文件：是否由我们签发、未被改动且在有效期内。',
  ),
});

const form = (page: Page): Html => {
  const { say } = page;
  return html`<form action="${page.to('/verify-badge')}" method="post" enctype="multipart/form-data">
<label for="file">${say('The badge as a file', '徽章文件')} <span class="fine">${say('choose it, or drop it here', '选择文件或拖放至此')}</span></label><input id="file" name="file" type="file" accept=".svg,image/svg+xml">
<label for="address">${say('Or the address it leads to', '或其链接地址')} <span class="fine">${say('or the code in that address, such as cn…', '或地址中的编码，如 cn…')}</span></label><input id="address" name="address" maxlength="600" autocomplete="off" spellcheck="false">
<details><summary>${say('Or paste the file as text', '或粘贴文件文本')}</summary><label for="badge">${say('Open the badge file as text and paste it here', '以文本方式打开徽章文件并粘贴于此')}</label><textarea id="badge" name="badge" rows="6" maxlength="${MAX_BADGE}" spellcheck="false"></textarea></details>
<label for="site">${say('Website it was on', '显示该徽章的网站')} <span class="fine">${say('if you like', '可选')}</span></label><input id="site" name="site" maxlength="253">
<button>${say('Check', '核验')}</button></form>`;
};

const title = (page: Page): Html =>
  html`<h1>${page.say('Is this badge genuine?', '这个徽章是真的吗？')}</h1>`;

export const verifyBadgePage = (page: Page): Html =>
  html`${title(page)}<p>${page.say('A badge on a page may be a copied picture. The surest way is to click it: it leads here, to the hospital’s page. A saved file can be checked as well.', '网页上的徽章可能只是复制的图片。最可靠的办法是点击它，会来到本站的医院页面；保存的文件也可在此核验。')}</p>${form(page)}`;

const dossierOf = async (page: Page, id: string): Promise<Dossier | undefined> => {
  const reader = readerFor(id, page.reader, page.deps.config.testInstitutions, page.now);
  return reader.dossier((await reader.redirect(id)) ?? id);
};

/** The hospital by its name and place; its code alone only where it is no longer on record. */
const hospital = (page: Page, id: string, dossier: Dossier | undefined, site: string | null): Html => {
  const address = page.to(`/hospitals/${encodeURIComponent(id)}`, { site: site ?? undefined });
  if (dossier === undefined) return html`${id} (${page.say('not on record', '无记录')})`;
  const [first, second] = bothNames(page, dossier.title, id);
  return html`<a href="${address}">${first}</a>${second === null ? null : html`<br>${second}`}<br><span class="soft">${placeLine(page, dossier.place)}</span>`;
};

const ofFile = async (page: Page, check: BadgeCheck): Promise<Html> => {
  const { say, lang } = page;
  const { claims } = check;
  const stated =
    claims === null
      ? null
      : html`<dl><dt>${say('About', '机构')}</dt><dd>${hospital(page, claims.sub, await dossierOf(page, claims.sub), null)}</dd><dt>${say('It says', '所载结论')}</dt><dd>${wordsIn(lang).state[claims.state]}</dd>
<dt>${say('Issued for', '签发对象')}</dt><dd class="site">${claims.aud}</dd><dt>${say('In force until', '有效至')}</dt><dd>${new Date(claims.exp * 1000).toISOString()}</dd></dl>`;
  const word = check.valid
    ? say('Genuine, untouched and in force.', '真实、未被改动且在有效期内。')
    : pageWords.badgeFaults[check.fault][page.lang];
  return html`<p class="note" role="status"><strong>${word}</strong></p>${stated}`;
};

/** Whom an address names, and what we say of that hospital today: of the picture itself nothing is known. */
const ofAddress = async (page: Page, typed: string): Promise<Html> => {
  const { say } = page;
  const read = readBadgeAddress(typed, page.base);
  const note = (en: string, zh: string): Html =>
    html`<p class="note" role="status"><strong>${say(en, zh)}</strong></p>`;
  if (read === 'elsewhere')
    return note(
      'This address is not ours. A badge of ours leads here; we open no other address. Save the picture and check the file.',
      '该地址不属于本站。本站的徽章会链接到本站；我们不打开其他地址。请保存图片后核验文件。',
    );
  const dossier = read === 'unreadable' ? undefined : await dossierOf(page, read.id);
  if (read === 'unreadable' || dossier === undefined)
    return note('No badge of ours has this address or code.', '本站没有此地址或编码的徽章。');
  const { id, site } = read;
  const verdict = askAbout(dossier, page.lang, page.reader.reference, page.now);
  const referral =
    site === null ? null : { site, bound: await page.deps.state().sites.isBound(site), from: null };
  return html`<p class="note" role="status"><strong>${say('This address is ours. What counts is what stands below, not the picture.', '该地址属于本站。请以下列内容为准，而非图片。')}</strong></p>
<dl><dt>${say('It leads to', '所指机构')}</dt><dd>${hospital(page, id, dossier, site)}</dd><dt>${say('Our answer today', '今日答复')}</dt><dd>${verdictWord(page, verdict)}, ${datedText(page, verdict.asOf)}</dd></dl>${badgeReferralNote(page, referral)}`;
};

/** Checks a badge that was sent, by our own keys, or says whom its address names; nothing of it is kept. */
export const receiveBadge = async (page: Page, sent: Query, keys: SigningKeys): Promise<Html> => {
  const text = queryValue(sent, 'badge') ?? '';
  const address = queryValue(sent, 'address');
  if (text === '' && address !== undefined)
    return html`${title(page)}${await ofAddress(page, address)}${form(page)}`;
  const site = readDomain(queryValue(sent, 'site') ?? '') ?? undefined;
  const check = await checkBadge(text.slice(0, MAX_BADGE), await keys.jwks(), page.now, site);
  return html`${title(page)}${await ofFile(page, check)}${form(page)}`;
};
