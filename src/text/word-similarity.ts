/** Words compared for suggestions only; nothing here ever decides an identity or a check. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.,，。、/·]+/g, ' ')
    .replace(/([a-z]{3,}[^s\W])s(?= |$)/g, '$1')
    .trim();

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const includesWord = (text: string, word: string): boolean =>
  hasHan(word)
    ? text.replaceAll(' ', '').includes(word.replaceAll(' ', ''))
    : ` ${text} `.includes(` ${word} `);

/**
 * How well a word of the vocabulary fits what was typed, 0–1: equal · contained in it (longer words fit better) ·
 * it is the beginning of the word.
 */
export const wordScore = (typed: string, word: string): number => {
  const text = plain(typed);
  const known = plain(word);
  if (text === '' || known === '') return 0;
  if (text === known) return 1;
  if (includesWord(text, known)) return 0.6 + 0.39 * Math.min(1, known.length / text.length);
  const short = hasHan(text) ? text.length >= 2 : text.length >= 3;
  if (short && includesWord(known, text)) return 0.3 + 0.29 * (text.length / known.length);
  return 0;
};

const pairs = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const padded = ` ${plain(text)} `;
  for (let index = 0; index + 1 < padded.length; index += 1) {
    const pair = padded.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

const likeness = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let shared = 0;
  let all = 0;
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
};

/** Below this likeness a suggestion is noise. */
const LEAST = 0.2;

/** Codes whose spelling is nearest to what was typed, best first, at most `limit` of them. */
export const nearest = (
  typed: string,
  known: readonly Readonly<{ code: string; words: readonly string[] }>[],
  limit: number,
): string[] => {
  const asked = pairs(typed.slice(0, 80));
  return known
    .map(({ code, words }) => ({
      code,
      score: Math.max(...words.map((word) => likeness(asked, pairs(word)))),
    }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
    .map(({ code }) => code);
};
