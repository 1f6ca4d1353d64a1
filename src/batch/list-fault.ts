import type { Bilingual } from '../../schema/base.ts';

/** A list that cannot be taken, in words for whoever sent it: where it is wrong and what would be right. */
export class ListFault extends Error {
  override readonly name = 'ListFault';
  readonly words: Bilingual;
  constructor(words: Bilingual) {
    super(words.en);
    this.words = words;
  }
}

/** No column of a table says who is meant. */
export class NobodyNamed extends ListFault {}

/** The letters a spreadsheet shows above a column, counted from 0: A, B … Z, AA. */
export const columnLetters = (at: number): string => {
  const rest = Math.floor(at / 26) - 1;
  return `${rest < 0 ? '' : columnLetters(rest)}${String.fromCharCode(65 + (at % 26))}`;
};

/** A column as people find it: its letters and its heading. */
export const columnWords = (at: number, heading: readonly string[]): Bilingual => {
  const [letters, printed] = [columnLetters(at), heading[at] ?? ''];
  return printed === ''
    ? { en: `column ${letters}`, zh: `${letters}列` }
    : { en: `column ${letters} “${printed}”`, zh: `${letters}列“${printed}”` };
};

/** A sheet in the middle of a sentence; nothing for a text file. */
export const sheetWords = (sheet: string | null): Bilingual =>
  sheet === null ? { en: '', zh: '' } : { en: `, sheet “${sheet}”`, zh: `，工作表“${sheet}”` };
