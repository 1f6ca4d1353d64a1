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
    ? say('badge-referral.if-were-another-website')
    : say('badge-referral.no-badge-issued-website');
  const elsewhere =
    from === null || from === site
      ? null
      : html` <strong>${say('badge-referral.browser-says-came-from', { from })}</strong>`;
  return html`<div class="note"><p>${say('badge-referral.came-from-badge-whose')}</p><p class="site">${site}</p>
<p>${verdict}${elsewhere}</p></div>`;
};
