import { pageWords } from '../../../schema/lexicon/page-words.ts';
import { type BadgeCheck, checkBadge } from '../../badge/check-badge.ts';
import { wordsIn } from '../../badge/words.ts';
import type { SigningKeys } from '../badge/keys.ts';
import { readDomain } from '../badge/sites.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, type Query, queryValue } from './page.ts';

export const verifyBadgeMeta = (page: Page): PageMeta => ({
  title: page.say('Is this badge genuine?', '这个徽章是真的吗？'),
  description: page.say(
    'Check a badge file: is it ours, untouched and in force?',
    '核验徽章文件：是否由我们签发、未被改动且在有效期内。',
  ),
});

/** A badge has 4 kB at most; of a longer text only so many characters are read. */
const MAX_BADGE = 8192;

const form = (page: Page): Html => {
  const { say } = page;
  return html`<form action="${page.to('/verify-badge')}" method="post">
<label for="badge">${say('Open the badge file as text and paste it here', '以文本方式打开徽章文件并粘贴于此')}</label><textarea id="badge" name="badge" rows="6" maxlength="${MAX_BADGE}" required spellcheck="false"></textarea>
<label for="site">${say('Website it was on', '显示该徽章的网站')} <span class="fine">${say('if you like', '可选')}</span></label><input id="site" name="site" maxlength="253">
<button>${say('Check', '核验')}</button></form>`;
};

const title = (page: Page): Html =>
  html`<h1>${page.say('Is this badge genuine?', '这个徽章是真的吗？')}</h1>`;

export const verifyBadgePage = (page: Page): Html =>
  html`${title(page)}<p>${page.say('A badge on a page may be a copied picture. The surest way is to click it: it leads here, to the hospital’s page. A saved file can be checked as well.', '网页上的徽章可能只是复制的图片。最可靠的办法是点击它，会来到本站的医院页面；保存的文件也可在此核验。')}</p>${form(page)}`;

const outcome = (page: Page, check: BadgeCheck): Html => {
  const { say, lang } = page;
  const { claims } = check;
  const stated =
    claims === null
      ? null
      : html`<dl><dt>${say('It says', '所载结论')}</dt><dd>${wordsIn(lang).state[claims.state]}</dd><dt>${say('About', '机构')}</dt><dd><a href="${page.to(`/hospitals/${encodeURIComponent(claims.sub)}`)}">${claims.sub}</a></dd>
<dt>${say('Issued for', '签发对象')}</dt><dd class="site">${claims.aud}</dd><dt>${say('In force until', '有效至')}</dt><dd>${new Date(claims.exp * 1000).toISOString()}</dd></dl>`;
  const word = check.valid
    ? say('Genuine, untouched and in force.', '真实、未被改动且在有效期内。')
    : pageWords.badgeFaults[check.fault][page.lang];
  return html`<p class="note" role="status"><strong>${word}</strong></p>${stated}`;
};

/** Checks a pasted badge against our own keys; nothing of it is kept. */
export const receiveBadge = async (page: Page, sent: Query, keys: SigningKeys): Promise<Html> => {
  const text = queryValue(sent, 'badge') ?? '';
  const site = readDomain(queryValue(sent, 'site') ?? '') ?? undefined;
  const check = await checkBadge(text.slice(0, MAX_BADGE), await keys.jwks(), page.now, site);
  return html`${title(page)}${outcome(page, check)}${form(page)}`;
};
