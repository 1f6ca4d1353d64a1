import type { RowResult } from './answer/result.ts';
import type { List, ListRow, ListTable } from './list.ts';
import type { AnsweredRow } from './write/answered.ts';

/** Rows of the first part, so that something is seen at once, and of each further one. */
const FIRST_ROWS = 20;
const PART_ROWS = 250;

/** The rows of a list in parts: what is answered, kept and shown together. */
export const partsOf = (rows: readonly ListRow[]): readonly (readonly ListRow[])[] => {
  const parts: (readonly ListRow[])[] = [];
  for (let at = 0; at < rows.length; at += parts.length === 1 ? FIRST_ROWS : PART_ROWS)
    parts.push(rows.slice(at, at + (at === 0 ? FIRST_ROWS : PART_ROWS)));
  return parts;
};

type AnswerRow = (row: ListRow, table: ListTable) => Promise<RowResult>;

/** Answers the rows of one part, in their order. */
const answerPart = async (
  rows: readonly ListRow[],
  tables: readonly ListTable[],
  answer: AnswerRow,
): Promise<readonly RowResult[]> => {
  const results: RowResult[] = [];
  for (const row of rows) {
    const table = tables[row.table];
    if (table === undefined) throw new Error('a row of no table');
    results.push(await answer(row, table));
  }
  return results;
};

/** Answers a whole list, part by part; `tell` hears how many rows are done. */
export async function* answerList(
  { rows, tables }: List,
  answer: AnswerRow,
  tell: (done: number) => void,
): AsyncGenerator<readonly AnsweredRow[]> {
  let done = 0;
  for (const part of partsOf(rows)) {
    const results = await answerPart(part, tables, answer);
    done += part.length;
    tell(done);
    yield part.map((row, at) => ({ row, result: results[at] ?? null }));
  }
}
