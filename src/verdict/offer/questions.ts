import { scopeCues } from '../../../schema/lexicon/scope-cues.ts';
import type { Pieces } from './pieces.ts';

const FIRST_WORDS = 24;
const LONGEST = 240;

const startsWith = (words: readonly string[]): RegExp =>
  new RegExp(`^[ "“”「]?(?:${words.join('|')})(?![a-z])`);
const ASKER = startsWith(scopeCues.askers);
const YES = startsWith([...scopeCues.yes.en, ...scopeCues.yes.zh]);
const WISHES = [...scopeCues.wishes.en, ...scopeCues.wishes.zh];
const HAN = /\p{Script=Han}/u;
const ASKED_ZH = /吗$|吗\?$|\?$/u;

const asks = (text: string, start: number, end: number): boolean => {
  const sentence = text.slice(Math.max(start, end - LONGEST), end).trim();
  if (WISHES.some((wish) => sentence.includes(wish))) return false;
  if (YES.test(text.slice(end, end + FIRST_WORDS).trimStart())) return false;
  if (HAN.test(sentence)) return ASKED_ZH.test(sentence);
  return sentence.endsWith('?') && ASKER.test(text.slice(start, start + FIRST_WORDS).trimStart());
};

/**
 * Whether the sentence around a place asks instead of claiming. A question by which an advert begins (“Do you want a
 * boy?”) and one that the next sentence answers with yes claim.
 */
export const questionsIn = (text: string, { sentence }: Pieces): ((at: number) => boolean) => {
  const known = new Map<number, boolean>();
  return (at) => {
    const start = sentence.startOf(at);
    const found = known.get(start) ?? asks(text, start, sentence.endOf(at));
    known.set(start, found);
    return found;
  };
};
