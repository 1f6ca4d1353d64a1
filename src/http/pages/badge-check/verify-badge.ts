import type { Dossier } from '../../../../schema/institution.ts';
import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { readerFor } from '../../../ask/test-institutions.ts';
import { aboutOf } from '../../../badge/about.ts';
import { type BadgeCheck, checkBadge } from '../../../badge/check-badge.ts';
import type { SealClaims } from '../../../badge/seal.ts';
import { wordsIn } from '../../../badge/words.ts';
import type { Reader } from '../../../store/registry-reader.ts';
import { readBadgeAddress } from '../../badge/badge-address.ts';
import { badgeVerdict } from '../../badge/badge-question.ts';
import type { SigningKeys } from '../../badge/keys.ts';
import { readDomain } from '../../badge/sites.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import { type Page, type Query, queryValue } from '../page.ts';
import { verdictWord } from '../views/answer-words.ts';
import { badgeReferralNote } from '../views/badge-referral.ts';
import { bracketed } from '../views/bracketed.ts';
import { datedText } from '../views/dated-text.ts';
import { bothNames, placeLine } from '../views/institution-line.ts';
import { MAX_BADGE } from './read-sent.ts';

export const verifyBadgeMeta = (page: Page): PageMeta => ({
  title: page.say('verify-badge.badge-genuine'),
  description: page.say('verify-badge.check-badge-file-ours'),
});

const form = (page: Page): Html => {
  const { say } = page;
  return html`<form action="${page.to('/verify-badge')}" method="post" enctype="multipart/form-data">
<label for="file">${say('verify-badge.badge-as-file')} <span class="fine">${say('verify-badge.choose-drop-here')}</span></label><input id="file" name="file" type="file" accept=".svg,image/svg+xml">
<label for="address">${say('verify-badge.address-leads')} <span class="fine">${say('verify-badge.code-address-such-as')}</span></label><input id="address" name="address" maxlength="600" autocomplete="off" spellcheck="false">
<details><summary>${say('verify-badge.paste-file-as-text')}</summary><label for="badge">${say('verify-badge.open-badge-file-as')}</label><textarea id="badge" name="badge" rows="6" maxlength="${MAX_BADGE}" spellcheck="false"></textarea></details>
<label for="site">${say('verify-badge.website-was')} <span class="fine">${say('verify-badge.if-like')}</span></label><input id="site" name="site" maxlength="253">
<button>${say('verify-badge.check')}</button></form>`;
};

const title = (page: Page): Html => html`<h1>${page.say('verify-badge.badge-genuine')}</h1>`;

export const verifyBadgePage = (page: Page): Html =>
  html`${title(page)}<p>${page.say('verify-badge.badge-page-may-copied')}</p>${form(page)}`;

const readerOf = (page: Page, id: string): Reader =>
  readerFor(id, page.reader, page.deps.config.testInstitutions, page.now);

const dossierOf = async (page: Page, id: string): Promise<Dossier | undefined> => {
  const reader = readerOf(page, id);
  return reader.dossier((await reader.redirect(id)) ?? id);
};

/** The hospital by its name and place; its code alone only where it is no longer on record. */
const hospital = (page: Page, id: string, dossier: Dossier | undefined, site: string | null): Html => {
  const address = page.to(`/hospitals/${encodeURIComponent(id)}`, { site: site ?? undefined });
  if (dossier === undefined) return html`${id}${bracketed(page, page.say('verify-badge.not-record'))}`;
  const [first, second] = bothNames(page, dossier.title, id);
  return html`<a href="${address}">${first}</a>${second === null ? null : html`<br>${second}`}<br><span class="soft">${placeLine(page, dossier.place)}</span>`;
};

/** What a seal states: of what, and the word. */
const statedBy = ({ lang }: Page, { about, state }: SealClaims): string => {
  const of = aboutOf({ ask: about === 'licence' ? null : about, lang, note: null, state });
  const word = wordsIn(lang).state[state];
  return of === '' ? word : `${of}: ${word}`;
};

const ofFile = async (page: Page, check: BadgeCheck): Promise<Html> => {
  const { say } = page;
  const { claims } = check;
  const stated =
    claims === null
      ? null
      : html`<dl><dt>${say('verify-badge.about')}</dt><dd>${hospital(page, claims.sub, await dossierOf(page, claims.sub), null)}</dd><dt>${say('verify-badge.says')}</dt><dd>${statedBy(page, claims)}</dd>
<dt>${say('verify-badge.issued')}</dt><dd class="site">${claims.aud}</dd><dt>${say('verify-badge.force-until')}</dt><dd>${new Date(claims.exp * 1000).toISOString()}</dd></dl>`;
  const word = check.valid
    ? say('verify-badge.genuine-untouched-force')
    : pageWords.badgeFaults[check.fault][page.lang];
  return html`<p class="note" role="status"><strong>${word}</strong></p>${stated}`;
};

/** Whom an address names, and what we say of that hospital today: of the picture itself nothing is known. */
const ofAddress = async (page: Page, typed: string): Promise<Html> => {
  const { say } = page;
  const read = readBadgeAddress(typed, page.base);
  const note = (text: PageText): Html =>
    html`<p class="note" role="status"><strong>${say(text)}</strong></p>`;
  if (read === 'elsewhere') return note('verify-badge.address-not-ours');
  const dossier = read === 'unreadable' ? undefined : await dossierOf(page, read.id);
  if (read === 'unreadable' || dossier === undefined) return note('verify-badge.no-badge-of-ours');
  const { id, site, ask } = read;
  const verdict = await badgeVerdict(dossier, ask, page.lang, readerOf(page, id), page.now);
  const about = aboutOf({ ask, lang: page.lang, note: null, state: 'unknown' });
  const referral =
    site === null ? null : { site, bound: await page.deps.state().sites.isBound(site), from: null };
  return html`<p class="note" role="status"><strong>${say('verify-badge.address-ours-counts-stands')}</strong></p>
<dl><dt>${say('verify-badge.leads')}</dt><dd>${hospital(page, id, dossier, site)}</dd><dt>${say('verify-badge.our-answer-today')}</dt><dd>${about}: ${verdictWord(page, verdict)}, ${datedText(page, verdict.asOf)}</dd></dl>${badgeReferralNote(page, referral)}`;
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
