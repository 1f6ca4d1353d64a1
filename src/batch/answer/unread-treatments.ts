import { questionFields } from '../../../schema/question.ts';
import { treatmentCode } from '../../verdict/offer/code-of-words.ts';
import type { ListRow, ListTable } from '../list.ts';
import { problems, type RowProblem } from './row-problems.ts';

/** A longer text is no treatment. */
const LONGEST = questionFields.service.maxLength ?? 0;

/** Cells of columns that are not read and that are a treatment all the same: whoever wrote them did not ask about the licence alone. */
export const unreadTreatments = (
  { cells }: ListRow,
  { unread }: Pick<ListTable, 'unread'>,
): readonly RowProblem[] =>
  unread.flatMap((column) => {
    const cell = (cells[column] ?? '').trim();
    const isTreatment =
      cell !== '' && cell.length <= LONGEST && /\p{L}/u.test(cell) && treatmentCode(cell) !== undefined;
    return isTreatment ? [{ column, words: problems.unreadTreatment }] : [];
  });
