import { englishEvidence } from '../../schema/lexicon/english-evidence.ts';

/** The part of a text that is in no language we read, and in which ones it seems to be: ISO 639 codes, the most written first; none where it is not clear. */
export type Unread = Readonly<{ part: 'all' | 'some'; languages: readonly string[] }>;

/** Addresses, names of accounts and numbers are words of no language. */
const NO_WORDS = /https?:\S{1,300}|@\S{1,60}|\d+/gu;
const HAN = /\p{Script=Han}+/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const OTHER = /[^\P{L}\p{Script=Latin}\p{Script=Han}]/u;
const ENDS = /[\n.!?。！？;；]/u;

/** Longest piece that is judged, in characters, and most pieces of one text: more of the same say nothing new. */
const LONGEST = 240;
const MOST = 60;
/** Fewest Latin letters that tell a language. */
const FEWEST = 12;
/** Of how many words one must be plainly English. */
const ONE_IN = 9;
/** By how much another language must fit better than English, and how well at least (scores of eld, 0 to 1). */
const BETTER = 0.06;
const SURE = 0.65;
/** The part of a text that is worth a word, and the part that is as good as all of it. */
const SOME = 0.1;
const ALL = 0.8;

const ENGLISH = 'en';

/** What a piece is in: English or Chinese, another language (its code, or '' where it is not clear which), or not to be told. */
type Told = Readonly<{ read: boolean; language: string }> | null;

const READ: Told = { read: true, language: '' };

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

const isPlainEnglish = (piece: string): boolean => {
  const words = piece.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return words.filter((word) => englishEvidence.has(word)).length * ONE_IN >= words.length;
};

const told = async (piece: string): Promise<Told> => {
  const foreign = OTHER.test(piece);
  if (!foreign && letters(piece) < FEWEST) return null;
  if (!foreign && isPlainEnglish(piece)) return READ;
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(piece);
  const scores = found.getScores();
  const fits = scores[found.language] ?? 0;
  if (foreign) return { read: false, language: /^(?:en|zh|)$/.test(found.language) ? '' : found.language };
  if (found.language === ENGLISH) return READ;
  return fits >= SURE && fits >= (scores[ENGLISH] ?? 0) + BETTER
    ? { read: false, language: found.language }
    : null;
};

/** The pieces of a text that are no Chinese: parts of sentences of one line. Japanese is told from Chinese by its kana. */
const otherPieces = (text: string): readonly string[] =>
  text
    .split(ENDS)
    .flatMap((piece) => (KANA.test(piece) ? [piece] : piece.split(HAN)))
    .filter((piece) => letters(piece) > 1)
    .slice(0, MOST);

/** A Chinese character says about as much as three letters. */
const HAN_WEIGHS = 3;

const chineseLetters = (text: string): number =>
  text
    .split(ENDS)
    .filter((piece) => !KANA.test(piece))
    .reduce((sum, piece) => sum + (piece.match(/\p{Script=Han}/gu)?.length ?? 0), 0);

/**
 * Whether a text is, wholly or in part, in a language that is not read here. Short words and names are of no language; English and
 * Chinese are told without the library, which is loaded by the first piece that may be neither.
 */
export const unreadIn = async (text: string): Promise<Unread | null> => {
  const words = text.replace(NO_WORDS, ' ');
  const unread = new Map<string, number>();
  let read = HAN_WEIGHS * chineseLetters(words);
  for (const piece of otherPieces(words)) {
    const one = await told(piece.slice(0, LONGEST));
    if (one?.read === true) read += letters(piece);
    else if (one !== null) unread.set(one.language, (unread.get(one.language) ?? 0) + letters(piece));
  }
  const not = [...unread.values()].reduce((sum, count) => sum + count, 0);
  const share = not / Math.max(1, not + read);
  if (share < SOME) return null;
  const languages = [...unread].sort((a, b) => b[1] - a[1]).flatMap(([code]) => (code === '' ? [] : [code]));
  return { part: share >= ALL ? 'all' : 'some', languages };
};
