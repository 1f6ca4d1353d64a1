import { getDocumentProxy } from 'unpdf';
import { ShapeError } from '../../../schema/source.ts';
import { tidyHeading } from '../lists/headings.ts';
import type { Grid } from './html-table.ts';

/** A piece of text at its place on the page; points, from the left. */
type Piece = Readonly<{ text: string; left: number; right: number }>;
/** Pieces that stand on one line, from left to right. */
export type Line = readonly Piece[];

const MAX_PAGES = 1_000;
const MAX_PIECES = 500_000;
/** Baselines that differ by less than this, in points, are one line. */
const SAME_LINE = 3;

type Raw = Readonly<{ str: string; transform: readonly unknown[]; width: number }>;

const isRaw = (item: object): item is Raw => 'str' in item && 'transform' in item;

const linesOf = (items: readonly Raw[]): Line[] => {
  const placed = items
    .filter((item) => item.str.trim() !== '')
    .map(({ str, transform, width }) => ({
      text: str,
      left: Number(transform[4]),
      right: Number(transform[4]) + width,
      y: Number(transform[5]),
    }))
    .sort((a, b) => b.y - a.y);
  const lines: (typeof placed)[] = [];
  for (const piece of placed) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs((line[0]?.y ?? 0) - piece.y) < SAME_LINE) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
};

type Opened = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A PDF can open and still be broken further in: such a page refuses the document like one that does not open. */
const textOf = async (opened: Opened, number: number) => {
  const text = await opened
    .getPage(number)
    .then((page) => page.getTextContent())
    .catch((cause: unknown) => String(cause));
  if (typeof text === 'string')
    throw new ShapeError('a page of the PDF cannot be read', { page: number, cause: text });
  return text;
};

/**
 * The text of a PDF, page by page, line by line. Throws `ShapeError` for what is no PDF and for a scan: pages without
 * text are unreadable, and nothing is guessed from their pictures.
 */
export const pdfLines = async (body: Uint8Array): Promise<readonly (readonly Line[])[]> => {
  const opened = await getDocumentProxy(new Uint8Array(body), { verbosity: 0 }).catch((cause: unknown) =>
    String(cause),
  );
  if (typeof opened === 'string') throw new ShapeError('the page is no readable PDF', { cause: opened });
  if (opened.numPages > MAX_PAGES) throw new ShapeError(`the PDF has more than ${MAX_PAGES} pages`);
  const pages: Line[][] = [];
  let pieces = 0;
  for (let number = 1; number <= opened.numPages; number += 1) {
    const { items } = await textOf(opened, number);
    pieces += items.length;
    if (pieces > MAX_PIECES) throw new ShapeError('the PDF holds too much text to be a list');
    pages.push(linesOf((items as readonly object[]).filter(isRaw)));
  }
  await opened.destroy();
  const empty = pages.flatMap((lines, at) => (lines.length === 0 ? [at + 1] : []));
  if (empty.length > 0)
    throw new ShapeError('no readable text: a scan, or fonts that hide their characters', { pages: empty });
  const broken = pages.flat(2).some((piece) => piece.text.includes('\uFFFD'));
  if (broken) throw new ShapeError('the PDF hides its characters: its fonts say not which they are');
  return pages;
};

type Edges = readonly number[];

/** Columns meet half-way between the end of one heading and the start of the next. */
const edgesOf = (heading: Line): Edges =>
  heading.slice(1).map((piece, at) => ((heading[at]?.right ?? 0) + piece.left) / 2);

const cellsOf = (line: Line, edges: Edges): string[] => {
  const cells = Array.from({ length: edges.length + 1 }, () => '');
  for (const { text, left, right } of line) {
    const middle = (left + right) / 2;
    const column = edges.filter((edge) => edge <= middle).length;
    cells[column] = `${cells[column] ?? ''}${text}`;
  }
  return cells.map((cell) => cell.trim());
};

/** `- 3 -`, `第 3 页`, `3 / 12 页`; every part bounded, since whole lines of a stranger's document are held against it. */
const FOLIO =
  /^[-–—\s]{0,9}(第\s{0,3})?\d{1,5}(\s{0,3}页)?([\s,，/]{0,9}共?\s{0,3}\d{1,5}\s{0,3}页)?[-–—\s]{0,9}$/;

/** Page numbers stand alone on the first or last line of a page and are no row. */
const withoutFolios = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(
    (line, at) =>
      (at !== 0 && at !== lines.length - 1) || !FOLIO.test(line.map((piece) => piece.text).join('')),
  );

/**
 * A table drawn in a PDF, as rows of cells: the heading line is the one that holds all of `headings`, its pieces set the
 * columns, and a line whose first column is empty continues the row above. Throws `ShapeError` without such a line.
 */
export const pdfGrid = (pages: readonly (readonly Line[])[], headings: readonly string[]): Grid => {
  const wanted = headings.map(tidyHeading);
  const isHeading = (line: Line) => {
    const printed = line.map((piece) => tidyHeading(piece.text));
    return wanted.every((heading) => printed.includes(heading));
  };
  const lines = pages.flatMap(withoutFolios);
  const at = lines.findIndex(isHeading);
  const heading = lines[at];
  if (heading === undefined)
    throw new ShapeError(`no line holds the headings ${headings.join(', ')}`, {
      missing: headings,
      unknown: [],
    });
  const edges = edgesOf(heading);
  const rows: string[][] = [heading.map((piece) => piece.text.trim())];
  for (const line of lines.slice(at + 1).filter((one) => !isHeading(one))) {
    const cells = cellsOf(line, edges);
    const above = rows.at(-1);
    if (cells[0] !== '' || above === undefined || rows.length === 1) rows.push(cells);
    else
      cells.forEach((cell, column) => {
        above[column] = `${above[column] ?? ''}${cell}`;
      });
  }
  return rows;
};
