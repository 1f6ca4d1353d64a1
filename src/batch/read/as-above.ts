import type { Bilingual } from '../../../schema/base.ts';
import { batchHeadingWords } from '../../../schema/lexicon/batch-headings.ts';
import { isMarks } from '../answer/code-words.ts';
import { keptBy } from '../answer/unread-cells.ts';
import { type ListLine, type ListTable, readColumns } from '../list.ts';

const dittos: ReadonlySet<string> = new Set(batchHeadingWords.dittos);

const isDitto = (cell: string | undefined): boolean => dittos.has((cell ?? '').trim().toLowerCase());

/**
 * The rows of a table with the value above in the place of each cell of a column that is read and says so (同上, ditto, 〃), and of one that is not read where a treatment or a mark stands
 * above, which is no question about the licence alone; below an empty cell it stays as it is, since nobody knows what it means. `told` where one does.
 */
export const asAbove = (
  rows: readonly ListLine[],
  { heading, unread, ...table }: Pick<ListTable, 'mapping' | 'further' | 'marks' | 'unread' | 'heading'>,
): Readonly<{ rows: readonly ListLine[]; told: Bilingual | null }> => {
  const columns = readColumns(table).flatMap(([field, at]) => (field === 'reference' ? [] : [at]));
  const above = new Map<number, string>();
  const means = (at: number): boolean => {
    const before = above.get(at) ?? '';
    return unread.includes(at)
      ? isMarks(before) || keptBy(before, heading[at] ?? '') !== null
      : before !== '';
  };
  let count = 0;
  const filled = rows.map((row): ListLine => {
    const said = [...columns, ...unread].filter((at) => isDitto(row.cells[at]) && means(at));
    count += said.filter((at) => !unread.includes(at)).length;
    const cells = row.cells.map((cell, at) => (said.includes(at) ? (above.get(at) ?? cell) : cell));
    for (const at of [...columns, ...unread])
      if (!isDitto(cells[at])) above.set(at, (cells[at] ?? '').trim());
    return said.length === 0 ? row : { ...row, cells };
  });
  const told = {
    en: `${count} ${count === 1 ? 'cell that says “as above” was' : 'cells that say “as above” were'} read as the value above`,
    zh: `${count}个写有“同上”的单元格已按上方内容读取`,
  };
  return { rows: filled, told: count === 0 ? null : told };
};
