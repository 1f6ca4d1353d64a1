import { type BadgeLanguage, type BadgeWords, badgeWords } from '../../schema/lexicon/badge-words.ts';

export const badgeLanguages = Object.keys(badgeWords) as readonly BadgeLanguage[];

/** The words of one language. */
export const wordsIn = (lang: BadgeLanguage): BadgeWords => badgeWords[lang];
