import { departmentWords, hanDepartmentWords } from '../../../schema/lexicon/words-beside.ts';

const WORDS: ReadonlySet<string> = new Set([...departmentWords.units, ...departmentWords.words]);
const { endings } = departmentWords;

/** Whether a word ends as fields of medicine do: neurosurgery, nephrology. */
export const endsAsField = (word: string): boolean =>
  endings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending));

/** Whether a word only says what a department or a laboratory does or is: gastroenterology, ward. No place's name is one. */
export const isDepartmentWord = (word: string): boolean =>
  WORDS.has(word) || (word.endsWith('s') && WORDS.has(word.slice(0, -1))) || endsAsField(word);

const UNITS: ReadonlySet<string> = new Set(departmentWords.units);

/** Whether a word is what a part of a hospital is called: department, laboratory, unit. */
export const isUnit = (word: string): boolean => UNITS.has(word);

const { joining, subjects, units, leased } = hanDepartmentWords;
const NUMBERS = [...'第一二三四五六七八九十'];
const JOINING: ReadonlySet<string> = new Set([...joining, ...NUMBERS]);
const HAN_WORDS: ReadonlySet<string> = new Set([...subjects, ...units, ...JOINING]);
const LONGEST = Math.max(...[...HAN_WORDS].map((word) => word.length));

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
      if (HAN_WORDS.has(word) && (at > 0 || !JOINING.has(word))) reached[at + length] = true;
    }
  }
  return text !== '' && reached[text.length] === true;
};

/** The word by which a part of a hospital is said to be leased out to somebody (承包, 莆田系); null for none. */
export const leasedWordIn = (text: string): string | null =>
  leased.find((word) => text.includes(word)) ?? null;
