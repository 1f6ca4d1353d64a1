import { plainLatin } from '../../name-keys/english-keys.ts';

/** Words that initials often leave out. */
const LEFT_OUT = new Set(['the', 'of', 'and', 'for', 'at', 'in', 'with', 'to']);
/** Initials of fewer letters are too many hospitals', longer words are words. */
const [FEWEST, MOST] = [3, 8];

const wordsOf = (name: string): readonly string[] =>
  plainLatin(name)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '' && word !== 's');

const heads = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('');

/** What an English name is called by its first letters: Hong Kong Eye Hospital → hkeh; of a clause before a comma as well. */
export const initialsOf = (name: string): readonly string[] => {
  const [first = ''] = name.split(/[,(]/u);
  const ways = [name, first].flatMap((text) => {
    const words = wordsOf(text);
    return [heads(words.filter((word) => !LEFT_OUT.has(word))), heads(words)];
  });
  return [...new Set(ways)].filter((letters) => letters.length >= FEWEST && letters.length <= MOST);
};

/** The letters of a name that may be initials: a single word of three to eight letters without a small one among them; '' for others. */
export const initialsAsked = (name: string): string => {
  const word = name.trim();
  return /^[A-Z]{3,8}$/u.test(word) ? word.toLowerCase() : '';
};
