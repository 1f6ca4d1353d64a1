import { wordDocument } from '../../test/support/documents.ts';
import { column, type List, listOf, under, withColumn } from './columns.ts';
import type { Fault, GoodPage } from './fault.ts';
import type { Rows } from './grid.ts';
import { drawPages, type PdfPage } from './pdf-page.ts';

type Draw = (page: PdfPage, titles: Rows, data: Rows) => Uint8Array | null;

const pdf = (id: string, draw: Draw, harmless = false): Fault => ({
  id: `PDF: ${id}`,
  ...(harmless && { harmless }),
  make: ({ grid, file }: GoodPage) => {
    if (grid === null || !file.endsWith('.pdf')) return null;
    const page = grid as PdfPage;
    return draw(page, page.rows.slice(0, page.head + 1), page.rows.slice(page.head + 1));
  },
});

const half = (data: Rows): number => Math.ceil(data.length / 2);

const heading = ({ rows, head }: PdfPage): Rows => rows.slice(head, head + 1);

const inFull = (page: PdfPage, shift: (row: number) => number) =>
  drawPages([page.rows], page.width, (at) => (at > page.head ? shift(at - page.head) : 0));

const pdfFaults: readonly Fault[] = [
  pdf('the second of two pages lost', ({ width }, titles, data) =>
    drawPages([[...titles, ...data.slice(0, half(data))]], width),
  ),
  pdf('the first of two pages lost, headings on both', (page, _, data) =>
    drawPages([[...heading(page), ...data.slice(half(data))]], page.width),
  ),
  pdf('a row lost from the second page', ({ width }, titles, data) =>
    drawPages([[...titles, ...data.slice(0, half(data))], data.slice(half(data) + 1)], width),
  ),
  pdf('the second page twice', ({ width }, titles, data) =>
    drawPages(
      [[...titles, ...data.slice(0, half(data))], data.slice(half(data)), data.slice(half(data))],
      width,
    ),
  ),
  pdf('a scanned page between', ({ width }, titles, data) => drawPages([titles, [], data], width)),
  pdf('the second page scanned', ({ width }, titles, data) =>
    drawPages([[...titles, ...data.slice(0, 1)], []], width),
  ),
  pdf('wholly scanned', ({ width }) => drawPages([[]], width)),
  pdf('all rows one column to the right', (page) => inFull(page, () => 1)),
  pdf('all rows half a column to the right', (page) => inFull(page, () => 0.5)),
  pdf('one row one column to the right', (page) => inFull(page, (row) => (row === 1 ? 1 : 0))),
  pdf('one row one column to the left', (page) => inFull(page, (row) => (row === 1 ? -1 : 0))),
  pdf('two rows on one line', ({ width }, titles, data) =>
    data.length < 2
      ? null
      : drawPages(
          [[...titles, (data[0] ?? []).map((cell, at) => `${cell}${data[1]?.[at] ?? ''}`), ...data.slice(2)]],
          width,
        ),
  ),
  pdf('texts that a font hides', ({ width }, titles, data) =>
    drawPages(
      [[...titles, ...data.map((row) => row.map((cell) => cell.replace(/\p{Script=Han}/gu, '\uFFFD')))]],
      width,
    ),
  ),
  pdf('texts replaced by those of another list', ({ width }, titles, data) =>
    drawPages(
      [[...titles, ...data.map((row, r) => row.map((_, c) => `采购项目第${r + 1}包第${c + 1}项`))]],
      width,
    ),
  ),
  pdf(
    'on two pages',
    ({ width }, titles, data) =>
      drawPages([[...titles, ...data.slice(0, half(data))], data.slice(half(data))], width),
    true,
  ),
  pdf(
    'on two pages, the headings on both',
    (page, titles, data) =>
      drawPages(
        [
          [...titles, ...data.slice(0, half(data))],
          [...heading(page), ...data.slice(half(data))],
        ],
        page.width,
      ),
    true,
  ),
  pdf(
    'page numbers at the foot',
    ({ width }, titles, data) =>
      drawPages(
        [
          [...titles, ...data.slice(0, half(data)), ['— 1 —']],
          [...data.slice(half(data)), ['— 2 —']],
        ],
        width,
      ),
    true,
  ),
];

/** Columns in which a cell stands again below itself: merged, or repeated for want of merging. */
const runs = (list: List): readonly number[] =>
  list.heading
    .map((_, at) => at)
    .filter((at) =>
      column(list, at).some((cell, row, cells) => row > 0 && cell !== '' && cell === cells[row - 1]),
    );

/** A column of which fewer than half of the cells are lost is hardly struck: that is a change of a cell, not of a page. */
const mostlyRuns = (list: List): readonly number[] =>
  runs(list).filter((at) => {
    const cells = column(list, at);
    return cells.filter((cell, row) => row > 0 && cell === cells[row - 1]).length * 2 > cells.length;
  });

const unmerged = (list: List): List =>
  mostlyRuns(list).reduce((struck, at) => {
    const was = column(list, at);
    return withColumn(struck, at, (cell, row) => (row > 0 && was[row - 1] === cell ? '' : cell));
  }, list);

const docx = (
  id: string,
  rows: (list: List) => readonly (readonly (string | null)[])[] | null,
  harmless = false,
): Fault => ({
  id: `DOCX: ${id}`,
  ...(harmless && { harmless }),
  make: ({ grid, file, words }: GoodPage) => {
    if (grid === null || !file.endsWith('.docx')) return null;
    const list = listOf(grid);
    const made = rows(list);
    return made === null ? null : wordDocument([[list.heading, ...made]], words);
  },
});

/** The rows with their repetitions merged downwards; `early`: each merge ends a row too soon, `late`: a row too late. */
const merged = (list: List, ends: 'right' | 'early' | 'late') => {
  const columns = runs(list);
  if (columns.length === 0) return null;
  const same = (row: number, at: number): boolean =>
    row > 0 && columns.includes(at) && list.data[row]?.[at] === list.data[row - 1]?.[at];
  const goesOn = (row: number, at: number): boolean => {
    if (ends === 'early') return same(row, at) && same(row + 1, at);
    return ends === 'late' ? same(row, at) || (columns.includes(at) && same(row - 1, at)) : same(row, at);
  };
  const text = (row: number, at: number, cell: string): string =>
    goesOn(row + 1, at) ? `^${cell}` : ends === 'early' && same(row, at) ? '' : cell;
  return list.data.map((cells, row) =>
    cells.map((cell, at) => (goesOn(row, at) ? null : text(row, at, cell))),
  );
};

const docxFaults: readonly Fault[] = [
  docx('vertical merges end a row too soon', (list) => merged(list, 'early')),
  docx('vertical merges end a row too late', (list) => merged(list, 'late')),
  docx('vertical merges as published', (list) => merged(list, 'right'), true),
];

/** What becomes of PDF pages by their places and pages, of merged cells in Word, and of merged cells in any format. */
export const documentFaults: readonly Fault[] = [
  ...pdfFaults,
  ...docxFaults,
  {
    id: 'merged cells lost: only the first row keeps its text',
    make: ({ grid }) => {
      if (grid === null) return null;
      const list = listOf(grid);
      return mostlyRuns(list).length === 0 ? null : grid.write(under(grid, unmerged(list)));
    },
  },
];
