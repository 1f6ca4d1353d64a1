import { nameWords } from '../../../schema/lexicon/name-words.ts';
import { longestBeginning } from '../../text/longest-beginning.ts';

/**
 * What a word of a name is for. `ordinal`, `kind` and `specialty` tell two hospitals apart for certain; `body` says what sort of
 * house it is; `org` belongs to a university or army; `core` is distinctive; `generic` says nothing.
 */
type Role = 'core' | 'place' | 'district' | 'ordinal' | 'kind' | 'specialty' | 'body' | 'org' | 'generic';

/** One word of a name: what it stands for (`key`, the same for Chinese and English) and what it is for. */
export type NameToken = Readonly<{ key: string; role: Role }>;

const { translated, ...byRole } = nameWords;
/** A translated name is distinctive, unless it is a university's or an academy's. */
const roleOfTranslated = (word: string): Role => (/(?:大学|科学院|研究院)$/u.test(word) ? 'org' : 'core');

const chinese = new Map<string, NameToken>([
  ...Object.entries(byRole).flatMap(([role, words]) =>
    Object.entries(words).map(([word, key]) => [word, { key, role: role as Role }] as const),
  ),
  ...Object.entries(translated).map(([word, key]) => [word, { key, role: roleOfTranslated(word) }] as const),
]);

/** The token of a Chinese word of the lexicon; undefined for other words. */
export const hanToken = (word: string): NameToken | undefined => chinese.get(word);

const wordLength = longestBeginning(chinese.keys());

/** The longest Chinese word of the lexicon that a text begins with, and its token; null where it begins with none. */
export const leadingWord = (text: string): Readonly<{ token: NameToken; length: number }> | null => {
  const length = wordLength(text);
  const token = length === 0 ? undefined : chinese.get(text.slice(0, length));
  return token === undefined ? null : { token, length };
};

const englishRoles = new Map<string, Role>();
for (const { key, role } of chinese.values()) if (!englishRoles.has(key)) englishRoles.set(key, role);

/** The token of an English word of the lexicon (after phrases were joined); undefined for other words. */
export const englishToken = (word: string): NameToken | undefined => {
  const role = englishRoles.get(word);
  return role === undefined ? undefined : { key: word, role };
};
