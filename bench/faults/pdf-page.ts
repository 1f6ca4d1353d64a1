import { pdfGrid, pdfLines } from '../../src/readers/formats/pdf-table.ts';
import { tidyHeading } from '../../src/readers/lists/headings.ts';
import { type Placed, pdfPages } from '../../test/support/documents.ts';
import type { PageGrid, Rows } from './grid.ts';

const LETTER = 10;
const LINE = 20;
const TOP = 780;
const ROWS_A_PAGE = 36;

/** How far a cell stands from its place, in columns, by its row on the page. */
type Shift = (row: number) => number;

const widthOf = (rows: Rows, head: number): number =>
  LETTER * (2 + Math.max(...rows.slice(head).flatMap((row) => row.map((cell) => [...cell].length)), 4));

/**
 * Draws rows as pages of a PDF, the columns at equal distances, wide enough for the longest cell. `pages` says where pages end; an
 * empty page is what a scanner makes.
 */
export const drawPages = (pages: readonly Rows[], width: number, shift: Shift = () => 0): Uint8Array =>
  pdfPages(
    pages.map((rows) =>
      rows.flatMap((row, at) =>
        row.flatMap((cell, column): Placed[] =>
          cell === '' ? [] : [[40 + (column + shift(at)) * width, TOP - at * LINE, cell]],
        ),
      ),
    ),
  );

const inPages = (rows: Rows): readonly Rows[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_A_PAGE) }, (_, at) =>
    rows.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE),
  );

/** A PDF as rows of cells, titles above the heading line, and a way to draw it anew. */
export type PdfPage = PageGrid & Readonly<{ width: number }>;

export const openPdf = async (body: Uint8Array): Promise<PdfPage> => {
  const pages = await pdfLines(body);
  const lines = pages.flat().map((line) => line.map(({ text }) => text.trim()));
  const head = lines.findIndex((line) => new Set(line).size >= 3);
  const titles = lines.slice(0, head).map((line) => [line.join('')]);
  const rows = [...titles, ...pdfGrid(pages, (lines[head] ?? []).map(tidyHeading))];
  const width = widthOf(rows, head);
  return {
    rows,
    head,
    width,
    write: (changed) => drawPages(inPages(changed), Math.max(width, widthOf(changed, head))),
  };
};
