import { ShapeError } from '../../schema/source.ts';
import type { HtmlTable } from '../../src/readers/formats/html-table.ts';
import { plainWords, states, techniques } from './lookups.ts';

/** One row of a document: one technique of one institution. `place` is empty in the list of sperm banks. */
export type Line = Readonly<{
  row: number;
  place: string;
  number: string;
  name: string;
  address: string;
  technique: string;
  state: string;
}>;

const CENTRES = 6;
const BANKS = 5;

/** The first row of a table that names neither a technique nor a state of operation is its heading. */
const isHeading = (cells: readonly string[]): boolean => {
  const [technique = '', state = ''] = cells.slice(-2).map(plainWords);
  return techniques[technique] === undefined && states[state] === undefined;
};

/** Cells that a merged cell leaves empty take what stands above. */
const filled = (cells: readonly string[], above: readonly string[]): readonly string[] =>
  cells.map((cell, at) => (cell.trim() === '' && at < cells.length - 2 ? (above[at] ?? '') : cell.trim()));

const lineOf = (cells: readonly string[], row: number): Line => {
  const [place = '', number = '', name = '', address = '', technique = '', state = ''] =
    cells.length === BANKS ? ['', ...cells] : cells;
  if (!/^\d+$/u.test(number) || name === '')
    throw new ShapeError(`row ${row} holds no number and institution: ${cells.join(' | ').slice(0, 120)}`);
  return { row, place, number, name, address, technique, state };
};

const widthOf = (tables: readonly HtmlTable[]): number => {
  const widths = [...new Set(tables.map(({ width }) => width))];
  const [width = 0] = widths;
  if (widths.length !== 1 || (width !== CENTRES && width !== BANKS))
    throw new ShapeError(
      `the document holds no table of ${CENTRES} columns (centres) or ${BANKS} (sperm banks)`,
      { widths },
    );
  return width;
};

/**
 * The rows of all tables of a document, heading rows left out. The columns are known by their order (province, number,
 * institution, address, technique, status; sperm banks without the province), and every row is held to it: the number is a number,
 * and technique and status are looked up later.
 */
export const linesOf = (tables: readonly HtmlTable[]): readonly Line[] => {
  const width = widthOf(tables);
  const lines: Line[] = [];
  let above: readonly string[] = [];
  for (const { rows } of tables) {
    const data = isHeading(rows[0] ?? []) ? rows.slice(1) : rows;
    for (const printed of data) {
      if (printed.length !== width)
        throw new ShapeError(`row ${lines.length + 1} has ${printed.length} cells`);
      above = filled(printed, above);
      lines.push(lineOf(above, lines.length + 1));
    }
  }
  if (lines.length === 0) throw new ShapeError('the document has headings and no rows');
  return lines;
};
