import { type PartnerScope, partnerScopes } from '../../../../schema/partner.ts';
import type { KeyTerms, PartnerKey } from '../../../store/service/partner-keys.ts';
import { type Query, queryValue } from '../../pages/page.ts';

const DAY_MS = 86_400_000;
/** How long a key is good for and the keys before it go on, and the most of each, as on the command line. */
export const KEY_DAYS = 365;
export const OVERLAP_DAYS = 7;
export const MOST_DAYS = 1_096;
export const MOST_OVERLAP = 90;
export const MOST_A_MINUTE = 1_000_000;

const after = (now: Date, days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString();

const wholeIn = (
  sent: Query,
  field: string,
  least: number,
  most: number,
  otherwise: number,
): number | null => {
  const given = queryValue(sent, field);
  if (given === undefined) return otherwise;
  const number = /^\d{1,7}$/.test(given) ? Number(given) : Number.NaN;
  return number >= least && number <= most ? number : null;
};

/** The scopes that were ticked. */
const scopesIn = (sent: Query): readonly PartnerScope[] =>
  partnerScopes.filter((scope) => queryValue(sent, `scope-${scope}`) === '1');

/** What a new key is to allow and until when the ones before it go on; which of them is wrong where something is. */
type ReadTerms = Readonly<{ terms: KeyTerms; oldUntil: string }> | Readonly<{ wrong: 'scope' | 'number' }>;

/**
 * Reads the terms of a key off a form. `before`: the newest key, whose scopes and quota hold where the form did not show them; null for
 * a partner's first.
 */
export const termsIn = (sent: Query, before: PartnerKey | null, now: Date): ReadTerms => {
  const shown = queryValue(sent, 'shown') === '1';
  const scopes = before === null || shown ? scopesIn(sent) : before.scopes;
  if (scopes.length === 0) return { wrong: 'scope' };
  const days = wholeIn(sent, 'days', 1, MOST_DAYS, KEY_DAYS);
  const overlap = wholeIn(sent, 'overlap', 0, MOST_OVERLAP, OVERLAP_DAYS);
  const quota = wholeIn(sent, 'quota', 1, MOST_A_MINUTE, 0);
  if (days === null || overlap === null || quota === null) return { wrong: 'number' };
  const kept = before === null || shown ? null : before.perMinute;
  const terms = { scopes, perMinute: quota === 0 ? kept : quota, expiresAt: after(now, days) };
  return { terms, oldUntil: after(now, overlap) };
};
