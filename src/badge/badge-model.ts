import type { BadgeNote, BadgeState } from '../../schema/badge.ts';
import type { Day } from '../../schema/base.ts';
import type { BadgeLanguage } from '../../schema/lexicon/badge-words.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { shanghaiDay } from '../text/dates.ts';
import type { BadgeSize } from './sizes.ts';
import { stateOf } from './state.ts';
import type { BadgeTheme } from './theme.ts';

/** Everything a badge shows, and nothing else: the same model draws the same bytes. */
export type BadgeModel = Readonly<{
  state: BadgeState;
  /** Set when the badge is about a bad address, not about a hospital. */
  note: BadgeNote | null;
  name: Readonly<{ zh: string | null; en: string | null }>;
  campus: string | null;
  /** Code of the treatment or the mark that it speaks of; null: the practice licence. */
  ask: string | null;
  checkedOn: Day | null;
  /** The domain it is issued for, in ASCII (punycode), so that look-alike letters show. */
  site: string;
  test: boolean;
  lang: BadgeLanguage;
  size: BadgeSize;
  theme: BadgeTheme;
}>;

export type BadgeOptions = Readonly<Pick<BadgeModel, 'site' | 'lang' | 'size' | 'theme' | 'campus' | 'ask'>>;

/**
 * The day Licet last looked at what decides: per check its newest evidence, and of those the oldest.
 * Without any evidence, the day of the answer.
 */
const checkedOn = (verdict: Pick<Verdict, 'checks' | 'asOf'>): Day => {
  const looks = verdict.checks.flatMap((check) => {
    const days = check.evidence.map((item) => shanghaiDay(new Date(item.retrievedAt))).sort();
    return days.slice(-1);
  });
  return looks.sort()[0] ?? verdict.asOf;
};

/** What the badge of a verdict shows; `forSite: false` when the domain is not one it is issued for. */
export const badgeModelOf = (verdict: Verdict, options: BadgeOptions, forSite: boolean): BadgeModel => ({
  state: forSite ? stateOf(verdict) : 'not-for-site',
  note: null,
  name: verdict.identity.institution?.name ?? { zh: null, en: null },
  checkedOn: forSite ? checkedOn(verdict) : null,
  test: verdict.test === true,
  ...options,
});

/** A badge that says why it is about no hospital. */
export const noteModel = (note: BadgeNote, options: BadgeOptions): BadgeModel => ({
  state: 'unknown',
  note,
  name: { zh: null, en: null },
  checkedOn: null,
  test: false,
  ...options,
});
