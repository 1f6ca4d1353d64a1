import { dice } from './dice.ts';
import { hasHan } from './han.ts';

/** Words compared for suggestions only; nothing here ever decides an identity or a check. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.,，。、/·]+/g, ' ')
    .replace(/(?<=[a-z]{3}[^s\W])s(?= |$)/g, '')
    .trim();

/** The plain forms of the words of our own vocabulary: some hundred, compared with whatever is typed. */
const plainWords = new Map<string, string>();

const plainWord = (word: string): string => {
  const known = plainWords.get(word) ?? plain(word);
  plainWords.set(word, known);
  return known;
};

/** What was typed last: it is compared with all words of the vocabulary, one after another. */
let last: Readonly<{ typed: string; text: string }> = { typed: '', text: '' };

const plainTyped = (typed: string): string => {
  if (last.typed !== typed) last = { typed, text: plain(typed) };
  return last.text;
};

const includesWord = (text: string, word: string): boolean =>
  hasHan(word)
    ? text.replaceAll(' ', '').includes(word.replaceAll(' ', ''))
    : ` ${text} `.includes(` ${word} `);

/**
 * How well a word of the vocabulary fits what was typed, 0–1: equal · contained in it (longer words fit better) ·
 * it is the beginning of the word. `word`: one of a vocabulary of ours, never what somebody sends.
 */
export const wordScore = (typed: string, word: string): number => {
  const text = plainTyped(typed);
  const known = plainWord(word);
  if (text === '' || known === '') return 0;
  if (text === known) return 1;
  if (includesWord(text, known)) return 0.6 + 0.39 * Math.min(1, known.length / text.length);
  const short = hasHan(text) ? text.length >= 2 : text.length >= 3;
  if (short && includesWord(known, text)) return 0.3 + 0.29 * (text.length / known.length);
  return 0;
};

/** Spelled with a blank at both ends, so that first and last letters count as pairs too. */
const padded = (text: string): string => ` ${plain(text)} `;

/** Below this Dice coefficient a suggestion is noise. */
const LEAST = 0.2;

/** Codes one of whose words is spelled most like what was typed (Dice over pairs of letters), best first, at most `limit`. */
export const suggestByDice = (
  typed: string,
  known: readonly Readonly<{ code: string; words: readonly string[] }>[],
  limit: number,
): string[] => {
  const asked = padded(typed.slice(0, 80));
  return known
    .map(({ code, words }) => ({
      code,
      score: Math.max(...words.map((word) => dice(asked, padded(word)))),
    }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
    .map(({ code }) => code);
};
