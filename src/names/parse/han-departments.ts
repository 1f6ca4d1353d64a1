import { hanDepartmentWords } from '../../../schema/lexicon/words-beside.ts';

const { joining, subjects, units, leased } = hanDepartmentWords;
const NUMBERS = [...'第一二三四五六七八九十'];
const JOINING: ReadonlySet<string> = new Set([...joining, ...NUMBERS]);
const WORDS: ReadonlySet<string> = new Set([...subjects, ...units, ...JOINING]);
const LONGEST = Math.max(...[...WORDS].map((word) => word.length));

/**
 * Whether Chinese characters are made of words for a department, what is done there, and numbers, and of no others: 心血管内科, 骨科二病区. 专家在冬雷脑科 is not. A
 * number or a word that joins never comes first.
 */
export const isHanDepartment = (text: string): boolean => {
  const reached = [true, ...Array.from(text, () => false)];
  for (let at = 0; at < text.length; at += 1) {
    if (!reached[at]) continue;
    for (let length = 1; length <= LONGEST && at + length <= text.length; length += 1) {
      const word = text.slice(at, at + length);
      if (WORDS.has(word) && (at > 0 || !JOINING.has(word))) reached[at + length] = true;
    }
  }
  return text !== '' && reached[text.length] === true;
};

/** The word by which a part of a hospital is said to be leased out to somebody (承包, 莆田系); null for none. */
export const leasedWordIn = (text: string): string | null =>
  leased.find((word) => text.includes(word)) ?? null;
