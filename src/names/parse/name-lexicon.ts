import { nameWords } from '../../../schema/lexicon/name-words.ts';

/**
 * What a word of a name is for. `ordinal`, `kind` and `specialty` tell two hospitals apart for certain; `body` says what sort of
 * house it is; `org` belongs to a university or army; `core` is distinctive; `generic` says nothing.
 */
export type Role =
  | 'core'
  | 'place'
  | 'district'
  | 'ordinal'
  | 'kind'
  | 'specialty'
  | 'body'
  | 'org'
  | 'generic';

/** One idea of a name, spelled alike whether the name is Chinese or English. */
export type Concept = Readonly<{ key: string; role: Role }>;

const { translated, ...byRole } = nameWords;
/** A translated name is distinctive, unless it is a university's or an academy's. */
const roleOfTranslated = (word: string): Role => (/(?:大学|科学院|研究院)$/u.test(word) ? 'org' : 'core');

const chinese = new Map<string, Concept>([
  ...Object.entries(byRole).flatMap(([role, words]) =>
    Object.entries(words).map(([word, key]) => [word, { key, role: role as Role }] as const),
  ),
  ...Object.entries(translated).map(([word, key]) => [word, { key, role: roleOfTranslated(word) }] as const),
]);

export const LONGEST_WORD = Math.max(...[...chinese.keys()].map((word) => word.length));

/** The idea a Chinese word of the lexicon stands for. */
export const conceptOf = (word: string): Concept | undefined => chinese.get(word);

const englishRoles = new Map<string, Role>();
for (const { key, role } of chinese.values()) if (!englishRoles.has(key)) englishRoles.set(key, role);

/** The idea an English word (after phrases were joined) stands for. */
export const englishConcept = (word: string): Concept | undefined => {
  const role = englishRoles.get(word);
  return role === undefined ? undefined : { key: word, role };
};
