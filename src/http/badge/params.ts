import { z } from 'zod';
import type { FaceOptions } from '../../badge/face.ts';
import { type BadgeSize, badgeSizes } from '../../badge/sizes.ts';
import { badgeThemes } from '../../badge/theme.ts';
import { type BadgeLanguage, badgeLanguages } from '../../badge/words.ts';
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

const queryFor = (ownSite: string) =>
  z.object({
    site: z
      .string()
      .optional()
      .transform((given, context): string | null => {
        if (given === undefined) return null;
        const domain = given === ownSite ? ownSite : readDomain(given);
        if (domain === null)
          context.addIssue({ code: 'custom', message: 'must be a domain, e.g. agency.example' });
        return domain;
      }),
    size: oneOf<BadgeSize>(badgeSizes, 'medium'),
    lang: oneOf<BadgeLanguage>(badgeLanguages, 'en'),
    theme: oneOf(badgeThemes, 'auto'),
    campus: z.string().trim().min(1).max(120).optional(),
  });

export type BadgeParams = Readonly<{ options: FaceOptions; ownSite: boolean }>;
export type ReadParams =
  | Readonly<{ good: true; params: BadgeParams }>
  | Readonly<{ good: false; fallback: FaceOptions; problems: readonly string[] }>;

/**
 * Reads `site`, `size`, `lang`, `theme` and `campus` of a badge address.
 * @param ownSite domain of this service: what a badge is issued for when no site is named
 * @returns the options, or what is wrong with each and plain options to draw that with
 */
export const readParams = (given: unknown, ownSite: string): ReadParams => {
  const read = queryFor(ownSite).safeParse(given);
  if (read.success) {
    const { site, campus, ...rest } = read.data;
    const options = { ...rest, site: site ?? ownSite, campus: campus ?? null };
    return { good: true, params: { options, ownSite: site === null || site === ownSite } };
  }
  const raw = z.object({ lang: z.enum(badgeLanguages).catch('en') }).safeParse(given);
  return {
    good: false,
    fallback: { site: ownSite, lang: raw.data?.lang ?? 'en', size: 'medium', theme: 'auto', campus: null },
    problems: read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
  };
};
