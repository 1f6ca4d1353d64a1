import type { Bilingual } from '../../../schema/base.ts';
import type { Treatment } from '../../../schema/lexicon/treatments.ts';
import { questionFields } from '../../../schema/question.ts';
import { hasHan } from '../../text/han.ts';
import { longForm, treatmentCode } from '../../verdict/offer/code-of-words.ts';
import { isUnlisted } from '../../verdict/offer/treatment-line.ts';
import { signOfAsked } from '../../verdict/offer/unlawful.ts';
import { isIllness } from '../../verdict/vocabulary/illness.ts';
import { isCareInOtherLanguage, isInOtherLanguage } from '../../verdict/vocabulary/other-languages.ts';
import { wordsOf } from '../../verdict/vocabulary/services.ts';
import { servicesOf, treatmentNamed } from '../../verdict/vocabulary/treatments.ts';
import type { ListRow, ListTable } from '../list.ts';
import { isAboutOthers } from '../read/heading-words.ts';
import { isMarks } from './code-words.ts';
import { problems, type RowProblem, treatmentAbroad } from './row-problems.ts';

/** A longer text is no treatment. */
const LONGEST = questionFields.service.maxLength ?? 0;

/** A longer text in Chinese that ends in a word of treatment is a remark (家属陪同治疗). */
const LONGEST_HAN = 5;

/** Whether two of these treatments or more are called by words that begin so: “stem cell”, and no “heart disease”. */
const begins = (words: string, treatments: readonly Treatment[]): boolean => {
  const isCalledSo = (one: Treatment): boolean =>
    servicesOf(one)
      .flatMap(wordsOf)
      .some((name) => name.toLowerCase().startsWith(words.toLowerCase()));
  return treatments.filter(isCalledSo).length > 1;
};

/**
 * Whether a cell is a treatment: one, several (“stem cell”), one among other words (“wants surrogacy”), one that no list is about (“knee replacement”), or one that is warned of. A word that is only a
 * piece of what one treatment is called (“heart”), or an illness, is none.
 */
export const isTreatment = (cell: string): boolean => {
  const words = longForm(cell);
  const named = treatmentNamed(words);
  return (
    treatmentCode(words) !== undefined ||
    (named !== null && (!named.part || (!isIllness(words) && begins(words, named.treatments)))) ||
    (isUnlisted(words) && words.length <= (hasHan(words) ? LONGEST_HAN : LONGEST) && !isIllness(words)) ||
    signOfAsked(words) !== null
  );
};

/** Whether a cell is an organ and nothing else, which may be asked for as a transplant: “kidney”, 肝. */
const isOrgan = (cell: string): boolean =>
  treatmentCode(cell) === undefined &&
  !isIllness(cell) &&
  (hasHan(cell)
    ? cell.length <= LONGEST_HAN && treatmentCode(`${cell}移植`) !== undefined
    : /^\p{L}+(?: \p{L}+)?$/u.test(cell) && treatmentCode(`${cell} transplant`) !== undefined);

/**
 * What keeps a row from an answer about a short cell below this heading: a treatment; one in another language; words that cannot be read, which may be one, unless
 * the heading says that they are about a person, money or something else.
 */
export const keptBy = (cell: string, heading: string): Bilingual | null => {
  if (cell.length > LONGEST || !/\p{L}/u.test(cell)) return null;
  if (isTreatment(cell)) return problems.unreadTreatment;
  if (isCareInOtherLanguage(cell)) return treatmentAbroad(cell);
  if (isOrgan(cell) && !isAboutOthers(heading)) return problems.unreadOrgan;
  return isInOtherLanguage(cell) && !isAboutOthers(heading) ? problems.unreadWords : null;
};

/** Cells of columns that are not read, or of which marks alone are, and that are a treatment all the same, or stand below one, or may be one: whoever wrote them did not ask about the licence alone. */
export const unreadTreatments = (
  { cells }: ListRow,
  { unread, marks, heading }: Pick<ListTable, 'unread' | 'marks' | 'heading'>,
): readonly RowProblem[] =>
  [...unread, ...marks].flatMap((column): readonly RowProblem[] => {
    const [cell, above] = [(cells[column] ?? '').trim(), heading[column] ?? ''];
    if (cell !== '' && treatmentCode(above) !== undefined)
      return [{ column, words: problems.belowTreatment }];
    const words = keptBy(cell, above);
    return words === null ? [] : [{ column, words }];
  });

/** Cells of columns that are not read and that are marks or titles all the same: whoever wrote them claims these for the hospital. */
export const unreadMarks = (
  { cells }: ListRow,
  { unread }: Pick<ListTable, 'unread'>,
): readonly RowProblem[] =>
  unread.flatMap((column): readonly RowProblem[] => {
    const cell = (cells[column] ?? '').trim();
    return cell.length <= LONGEST && isMarks(cell) ? [{ column, words: problems.unreadMark }] : [];
  });
