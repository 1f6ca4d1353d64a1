import { randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { Day } from '../../../schema/base.ts';
import { LicetError } from '../../errors.ts';
import type { Site, SiteStore } from '../../store/service/sites.ts';
import { addDays } from '../../text/dates.ts';
import { domainWarnings } from './look-alike.ts';

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A domain as it is compared and shown: lower case, in ASCII (look-alike letters become `xn--…`), without `www.`; null if it is none. */
export const readDomain = (text: string): string | null => {
  // domainToASCII reads its input as the host of an address and would drop what follows a slash.
  if (/[/?#@:\\\s]/.test(text.trim())) return null;
  const ascii = domainToASCII(text.trim().toLowerCase().replace(/\.$/, '')).replace(/^www\./, '');
  return HOST.test(ascii) ? ascii : null;
};

/** A new token for a proof: 128 bits, so that nobody can have put it on a page by chance. */
export const newToken = (): string => `licet-site=${randomBytes(16).toString('hex')}`;

/** Domains of one partner that may wait for their proof at once; each is looked at every night, and nobody else can have it. */
const MOST_WAITING = 20;
/** A domain that has had no proof for this long is forgotten. */
const WAIT_DAYS = 30;

/** The bounds of waiting as they are today. */
export const waitingBounds = (today: Day) => ({
  most: MOST_WAITING,
  forgetBefore: addDays(today, -WAIT_DAYS),
});

/** The last day on which a domain without a proof is on file; null for a proven one. */
export const waitsUntil = ({ waitingSince }: Pick<Site, 'waitingSince'>): Day | null =>
  waitingSince === null ? null : addDays(waitingSince, WAIT_DAYS);

/** What is to be looked at before this domain is bound, beside the domains on file. */
const warningsFor = async (sites: Pick<SiteStore, 'all'>, domain: string): Promise<readonly string[]> =>
  domainWarnings(
    domain,
    (await sites.all()).map((other) => other.domain),
  );

/**
 * Puts a domain on file for a partner, to wait for its proof; of one that is the partner's already nothing is changed. Gives it as it is
 * now, and what is to be looked at before it is bound. Throws LICET_SITE_TAKEN and LICET_TOO_MANY_UNPROVEN.
 */
export const claimSite = async (
  sites: Pick<SiteStore, 'all' | 'claim'>,
  wish: Readonly<{ domain: string; partner: string }>,
  today: Day,
) => {
  const claimed = await sites.claim({ ...wish, token: newToken(), today }, waitingBounds(today));
  if (claimed.state === 'taken') throw new LicetError('LICET_SITE_TAKEN');
  if (claimed.state === 'too-many') throw new LicetError('LICET_TOO_MANY_UNPROVEN');
  const warnings = await warningsFor(sites, wish.domain);
  return { site: claimed.site, added: claimed.state === 'added', warnings };
};

/**
 * Puts a domain on file in the place of what was known of it: bound, or waiting for its proof (`provenOn: null`).
 * Returns what is to be looked at first (`domainWarnings`). Throws when `domain` is not a domain.
 */
export const putSite = async (
  sites: Pick<SiteStore, 'all' | 'put'>,
  site: Omit<Site, 'waitingSince'>,
  today: Day,
): Promise<readonly string[]> => {
  const domain = readDomain(site.domain);
  if (domain === null) throw new Error('domain: is not a domain name; expected e.g. agency.example');
  await sites.put({ ...site, domain }, today);
  return warningsFor(sites, domain);
};
