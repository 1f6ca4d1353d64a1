import { utils, write } from '@e965/xlsx';
import type { CaptureField } from '../../../schema/capture-field.ts';
import { bulkHeader } from './bulk-headings.ts';

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** One row as the CSV page its parser reads. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');

/** The header of a bulk file, as CSV. */
export const csvTemplate = (fields: readonly CaptureField[]): string => csvOf(bulkHeader(fields), []);

/** Empty lines marked as text, so that a spreadsheet does not round a credit code to 15 digits. */
const TEXT_LINES = 200;

/** The same as a workbook: its cells are text, so that numbers and dates stay as they are typed. */
export const xlsxTemplate = (fields: readonly CaptureField[]): Uint8Array => {
  const columns = bulkHeader(fields);
  const empty = Array.from({ length: TEXT_LINES }, () => columns.map(() => ({ t: 's', v: '', z: '@' })));
  const sheet = utils.aoa_to_sheet([columns.map((v) => ({ t: 's', v, z: '@' })), ...empty]);
  sheet['!cols'] = columns.map(() => ({ wch: 24 }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'rows');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
};
