import list from '../../../schema/codes/advert-words.json' with { type: 'json' };
import { fold } from './fold.ts';

const words: readonly string[] = [...list.famous.en, ...list.famous.pinyin, ...list.famous.zh];

const CHINESE = new RegExp(list.famous.zh.join('|'), 'gu');

/** A text of the same length in which a sign stands for each character of a famous hospital's word. */
export const withoutFamousWords = (text: string): string =>
  text.replace(CHINESE, (word) => '□'.repeat(word.length));

/** The word of a famous hospital that a name or the label of a domain holds, in any spelling with blanks or hyphens; else null. */
export const famousWordIn = (name: string): string | null => {
  const text = fold(name).text;
  const joined = text.replaceAll(' ', '');
  return words.find((word) => text.includes(word) || joined.includes(word.replaceAll(' ', ''))) ?? null;
};
