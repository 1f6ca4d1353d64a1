import { treatmentWords } from '../../schema/lexicon/treatment-words.ts';
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

const { dropped, alone } = treatmentWords;
const droppedEnglish: ReadonlySet<string> = new Set(dropped.en.map(plain));
const general: ReadonlySet<string> = new Set([...alone.en.map(plain), ...alone.zh]);

/** What is left without blanks and without the words that say only that it is a treatment: “nkcell” of “NK cell therapy”. */
const coreOf = (text: string): string => {
  const english = text.split(' ').filter((word) => !droppedEnglish.has(word));
  return dropped.zh.reduce((left, word) => left.replaceAll(word, ''), english.join(''));
};

/** `joined`: without blanks. `apart`: with one at either end, so that only whole words are found in it. */
type Word = Readonly<{ text: string; joined: string; apart: string; han: boolean }>;

const wordOf = (text: string): Word => ({
  text,
  joined: text.replaceAll(' ', ''),
  apart: ` ${text} `,
  han: hasHan(text),
});

/** The plain forms of the words of our own vocabulary: some hundred, compared with whatever is typed. */
const plainWords = new Map<string, Word>();

const plainWord = (word: string): Word => {
  const found = plainWords.get(word);
  if (found !== undefined) return found;
  const known = wordOf(plain(word));
  plainWords.set(word, known);
  return known;
};

type Typed = Word & Readonly<{ core: string }>;
/** What was typed last: it is compared with all words of the vocabulary, one after another. */
let last: Readonly<{ typed: string; read: Typed }> = { typed: '', read: { ...wordOf(''), core: '' } };

const plainTyped = (typed: string): Typed => {
  if (last.typed === typed) return last.read;
  const text = plain(typed);
  last = { typed, read: { ...wordOf(text), core: coreOf(text) } };
  return last.read;
};

/** Whether words say that something is a treatment and not which: “therapy”, “surgery”, 手术. */
export const namesNoTreatment = (typed: string): boolean => {
  const { text, core } = plainTyped(typed);
  return core === '' || general.has(text) || general.has(core);
};

const includesWord = (text: Word, word: Word): boolean =>
  word.han ? text.joined.includes(word.joined) : text.apart.includes(word.apart);

/**
 * How well a word of the vocabulary fits what was typed, 0–1: equal, but for blanks and for a “therapy” that was added · contained in it (longer words fit better) ·
 * it is the beginning of the word. `word`: one of a vocabulary of ours, never what somebody sends.
 */
export const wordScore = (typed: string, word: string): number => {
  const asked = plainTyped(typed);
  const plainly = plainWord(word);
  const [{ text, core }, { text: known, joined }] = [asked, plainly];
  if (text === '' || known === '') return 0;
  if (text === known || core === joined) return 1;
  if (includesWord(asked, plainly)) return 0.6 + 0.39 * Math.min(1, known.length / text.length);
  const short = asked.han ? text.length >= 2 : text.length >= 3;
  if (short && includesWord(plainly, asked)) return 0.3 + 0.29 * (text.length / known.length);
  return 0;
};

/** Words by the alphabet: “limb lengthening cosmetic” is “cosmetic limb lengthening”. */
const inOrder = (text: string): string => text.split(' ').sort().join(' ');

/**
 * Finds whose words are typed: those of which `wordScore` gives 1 for one word at least, or whose words these are in another order; in their order. Two looks into a table, where to score each word
 * takes a millisecond.
 */
export const finderOf = <Of>(
  all: readonly Of[],
  wordsOf: (one: Of) => readonly string[],
): ((typed: string) => readonly Of[]) => {
  const [byText, byJoined] = [new Map<string, Set<Of>>(), new Map<string, Set<Of>>()];
  for (const one of all)
    for (const { text, joined } of wordsOf(one).map(plainWord))
      if (text !== '') {
        const words = inOrder(text);
        byText.set(words, (byText.get(words) ?? new Set()).add(one));
        byJoined.set(joined, (byJoined.get(joined) ?? new Set()).add(one));
      }
  return (typed) => {
    const { text, core } = plainTyped(typed);
    const [equal, joined] = [byText.get(inOrder(text)), byJoined.get(core)];
    return equal === undefined && joined === undefined
      ? []
      : all.filter((one) => equal?.has(one) === true || joined?.has(one) === true);
  };
};

/** Spelled with a blank at both ends, so that first and last letters count as pairs too. */
const padded = (text: string): string => ` ${plain(text)} `;

/**
 * Below this Dice coefficient a suggestion is noise. With what `isSlipOf` asks besides, of 1,287 words of treatments with one slip of the keyboard 98 % are
 * suggested, and something to 6 of 70 treatments that no list is about (chemotherapy, egg freezing).
 */
const LEAST = 0.6;

/** A word and its misspelling share this much at least; two words of treatments that only rhyme (egg, sperm; face, heart) share less. */
const LEAST_OF_WORD = 0.4;
/** Written as one word, or parted where ours is not, two names share this much at least. */
const LEAST_JOINED = 0.8;

const eachIsNear = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((one) => others.some((other) => dice(` ${one} `, ` ${other} `) >= LEAST_OF_WORD));

/** Whether every word of one name is a word of the other, slips aside: “egg freezing” is no slip of “sperm freezing”, whatever they share. */
const isSlipOf = (typed: string, word: string): boolean => {
  const [a, b] = [plain(typed), plain(word)];
  if (dice(` ${a.replaceAll(' ', '')} `, ` ${b.replaceAll(' ', '')} `) >= LEAST_JOINED) return true;
  const [some, others] = [a.split(' '), b.split(' ')];
  return eachIsNear(some, others) && eachIsNear(others, some);
};

/** Codes one of whose words is spelled most like what was typed (Dice over pairs of letters), best first, at most `limit`. */
export const suggestByDice = (
  typed: string,
  known: readonly Readonly<{ code: string; words: readonly string[] }>[],
  limit: number,
): string[] => {
  const short = typed.slice(0, 80);
  const asked = padded(short);
  const scoreOf = (word: string): number => {
    const score = dice(asked, padded(word));
    return score >= LEAST && isSlipOf(short, word) ? score : 0;
  };
  return known
    .map(({ code, words }) => ({ code, score: Math.max(...words.map(scoreOf)) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
    .map(({ code }) => code);
};
