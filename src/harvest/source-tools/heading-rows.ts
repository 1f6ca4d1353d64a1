import { type Descriptor, ShapeError } from '../../../schema/source.ts';
import { decodePage } from '../../readers/formats/charset.ts';
import { htmlTables } from '../../readers/formats/html-table.ts';
import { readSheets } from '../../readers/formats/sheet.ts';

type Rows = readonly (readonly string[])[];

/** Rows shown of each page: the heading is among them. */
const SHOWN = 3;
const LONGEST_CELL = 24;

const rowsOf = (format: Descriptor['format'], body: Uint8Array, contentType: string): Rows => {
  if (format === 'html') {
    const tables = htmlTables(decodePage(body, contentType).text);
    return tables.toSorted((a, b) => b.rows.length - a.rows.length)[0]?.rows ?? [];
  }
  if (format === 'xlsx' || format === 'xls') return readSheets(body)[0]?.rows ?? [];
  if (format === 'csv')
    return decodePage(body, contentType)
      .text.split('\n')
      .map((line) => line.split(','));
  return [];
};

/** The first rows of a page's largest table as they are printed, for a person's eye; empty where the format has none. */
export const headingRows = (
  format: Descriptor['format'],
  body: Uint8Array,
  contentType: string,
): readonly string[] => {
  try {
    return rowsOf(format, body, contentType)
      .slice(0, SHOWN)
      .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').slice(0, LONGEST_CELL)).join(' | '));
  } catch (cause) {
    if (cause instanceof ShapeError) return [];
    throw cause;
  }
};
