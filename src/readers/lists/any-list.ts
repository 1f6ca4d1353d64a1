import { type Heading, listHeadings } from '../../../schema/lexicon/list-words.ts';
import { ShapeError } from '../../../schema/source.ts';
import type { Grid } from '../formats/html-table.ts';
import { type Line, pdfGrid, pdfLines } from '../formats/pdf-table.ts';
import { htmlList, type ListPage, sheetList } from './list-page.ts';

const begins = (body: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => body[at] === byte);

/** All combinations of synonyms of these headings. */
const printings = ([first, ...rest]: readonly Heading[]): readonly (readonly string[])[] =>
  first === undefined
    ? [[]]
    : listHeadings[first].flatMap((word) => printings(rest).map((others) => [word, ...others]));

const gridIn = (pages: readonly (readonly Line[])[], required: readonly Heading[]): Grid => {
  for (const headings of printings(required)) {
    try {
      return pdfGrid(pages, headings);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
    }
  }
  throw new ShapeError(`no line of the PDF holds the headings ${required.join(', ')}`);
};

const pdfList = async (body: Uint8Array, required: readonly Heading[]): Promise<ListPage> => {
  const pages = await pdfLines(body);
  const words = pages.flat().map((line) => line.map((piece) => piece.text).join(''));
  return { tables: [{ name: 'pdf', rows: gridIn(pages, required) }], words, allTablesCount: true };
};

/**
 * A list in whatever format it came: PDF with text, .xlsx, .xls or a web page, told by its first bytes. `required` are the
 * headings by which a table is found in a PDF. Throws `ShapeError` as the readers of the formats do.
 */
export const anyList = async (body: Uint8Array, required: readonly Heading[]): Promise<ListPage> => {
  if (begins(body, 0x25, 0x50, 0x44, 0x46)) return pdfList(body, required);
  return begins(body, 0x50, 0x4b) || begins(body, 0xd0, 0xcf) ? sheetList(body) : htmlList(body);
};
