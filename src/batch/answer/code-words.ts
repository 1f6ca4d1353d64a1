import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import { withoutListMark } from '../../text/list-marks.ts';
import { claimCode, treatmentCode } from '../../verdict/offer/code-of-words.ts';

/** A mark that stands where a treatment should (JCI in the column of treatments), or a treatment among the claims. */
export const otherColumn = (field: BatchField, cell: string): BatchField => {
  if (field !== 'service' && field !== 'claim') return field;
  const marks = claimsIn(cell).map(claimCode);
  const isTreatment = treatmentCode(cell) !== undefined;
  if (field === 'service' && !isTreatment) return marks.every((one) => one !== undefined) ? 'claim' : field;
  if (field === 'claim' && isTreatment) return marks.some((one) => one !== undefined) ? field : 'service';
  return field;
};

/** The marks and titles of a cell, several with a comma, semicolon or bar between them. */
export const claimsIn = (text: string): readonly string[] =>
  text
    .split(/[,，;；、|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Whether every mark or title that a cell names is one that can be checked (JCI, 三甲; CAP). */
export const isMarks = (cell: string): boolean => {
  const named = claimsIn(cell);
  return named.length > 0 && named.every((one) => claimCode(one) !== undefined);
};

/** Whether two cells ask about one treatment: the same code, or the same words. */
export const isSameTreatment = (one: string, other: string): boolean =>
  one === other || (treatmentCode(one) !== undefined && treatmentCode(one) === treatmentCode(other));

/** Treatments on lines of their own, parted; a name that was broken over two lines stays one. */
const onOneLine = (cell: string): string => {
  const lines = cell.split('\n').map((line) => line.trim());
  const whole = lines.join(' ');
  return treatmentCode(whole) === undefined ? lines.filter((line) => line !== '').join('; ') : whole;
};

/** The text of a cell: a name without what lists put before it, and of treatments on lines of their own each by itself. */
export const textIn = (asks: string, cell: string): string => {
  if (asks === 'name' || asks === 'englishName') return withoutListMark(cell);
  return asks === 'service' ? onOneLine(cell) : cell;
};
