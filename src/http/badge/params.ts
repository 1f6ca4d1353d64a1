import { z } from 'zod';
import type { BadgeLanguage } from '../../../schema/lexicon/badge-words.ts';
import type { BadgeOptions } from '../../badge/badge-model.ts';
import { type BadgeSize, badgeSizes } from '../../badge/sizes.ts';
import { badgeThemes } from '../../badge/theme.ts';
import { badgeLanguages } from '../../badge/words.ts';
import { readAsk } from './badge-question.ts';
import { readDomain } from './sites.ts';

const oneOf = <Word extends string>(words: readonly Word[], fallback: Word) =>
  z
    .string()
    .optional()
    .transform((given, context): Word => {
      const found = words.find((word) => word === (given ?? fallback));
      if (found !== undefined) return found;
      context.addIssue({ code: 'custom', message: `must be one of ${words.join(', ')}` });
      return fallback;
    });

const query = z.object({
  site: z.string().optional(),
  size: oneOf<BadgeSize>(badgeSizes, 'medium'),
  lang: oneOf<BadgeLanguage>(badgeLanguages, 'en'),
  theme: oneOf(badgeThemes, 'auto'),
  campus: z.string().trim().min(1).max(120).optional(),
  service: z.string().trim().max(60).optional(),
  claim: z.string().trim().max(60).optional(),
});

/** The language of a refusal, when that much can be read. */
const languageAlone = z.object({ lang: z.enum(badgeLanguages).catch('en') });

export type BadgeParams = Readonly<{ options: BadgeOptions; ownSite: boolean }>;
export type ReadParams =
  | Readonly<{ good: true; params: BadgeParams }>
  | Readonly<{ good: false; fallback: BadgeOptions; problems: readonly string[] }>;

/**
 * Reads `site`, `size`, `lang`, `theme`, `campus` and `service` or `claim` of a badge address.
 * @param ownSite domain of this service: what a badge is issued for when no site is named
 * @returns the options, or what is wrong with each and plain options to draw that with
 */
export const readParams = (given: unknown, ownSite: string): ReadParams => {
  const read = query.safeParse(given);
  const problems = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const named = read.data?.site;
  const site = named === undefined || named === ownSite ? ownSite : readDomain(named);
  if (site === null) problems.push('site must be a domain, e.g. agency.example');
  const { ask, problem } = readAsk(read.data?.service, read.data?.claim);
  if (problem !== undefined) problems.push(problem);
  if (read.success && site !== null && problem === undefined) {
    const { size, lang, theme, campus } = read.data;
    const options = { size, lang, theme, site, campus: campus ?? null, ask };
    return { good: true, params: { options, ownSite: site === ownSite } };
  }
  // A refusal has the size and the look that were asked for, where they can be read.
  const { size = 'medium', theme = 'auto', lang = languageAlone.parse(given ?? {}).lang } = read.data ?? {};
  return { good: false, fallback: { site: ownSite, lang, size, theme, campus: null, ask: null }, problems };
};
