import type { SiteStore } from '../../../store/service/sites.ts';
import { domainOf } from '../../badge/address.ts';
import { readDomain } from '../../badge/sites.ts';
import { type Html, html } from '../html.ts';
import { type Page, queryValue } from '../page.ts';

/** The badge that led here: the domain its link names, whether badges are issued for it, and where the browser says it was. */
export type BadgeReferral = Readonly<{ site: string; bound: boolean; from: string | null }>;

const fromOf = (page: Page): string | null =>
  page.referer !== undefined && URL.canParse(page.referer)
    ? readDomain(new URL(page.referer).hostname)
    : null;

/** Reads `?site=` of a badge's link; null when there is none, or it is this service itself. */
export const readBadgeReferral = async (
  page: Page,
  sites: Pick<SiteStore, 'isBound'>,
): Promise<BadgeReferral | null> => {
  const given = queryValue(page.query, 'site');
  const site = given === undefined ? null : readDomain(given);
  const own = domainOf(page.base);
  if (site === null || site === own) return null;
  const from = fromOf(page);
  return { site, bound: await sites.isBound(site), from: from === own ? null : from };
};

/** Says the domain in large type, whatever the browser claims: a copied badge is found out by reading it. */
export const badgeReferralNote = (page: Page, referral: BadgeReferral | null): Html | null => {
  if (referral === null) return null;
  const { say } = page;
  const { site, bound, from } = referral;
  const verdict = bound
    ? say('If you were on another website, that badge was copied.', '若您来自其他网站，则该徽章系盗用。')
    : say(
        'No badge is issued for this website. What it shows about this hospital does not come from us.',
        '我们未向该网站签发徽章，其所示内容并非来自我们。',
      );
  const elsewhere =
    from === null || from === site
      ? null
      : html` <strong>${say(`Your browser says you came from ${from}.`, `浏览器显示您来自 ${from}。`)}</strong>`;
  return html`<div class="note"><p>${say('You came from a badge whose link names', '您点击的徽章所载网站为')}</p><p class="site">${site}</p>
<p>${verdict}${elsewhere}</p></div>`;
};
