import { departmentWords } from '../../../schema/lexicon/words-beside.ts';

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
