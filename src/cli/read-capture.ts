import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Proof } from '../harvest/capture.ts';
import { decodePage } from '../kit/charset.ts';
import { readSheets } from '../kit/sheet.ts';
import { BadUse } from './bad-use.ts';

/** The column of a bulk file with the date the page itself prints. */
export const CUT_OFF = 'as_of';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

const marks: readonly (readonly [string, (bytes: Uint8Array) => boolean])[] = [
  ['.pdf', (bytes) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'],
  ['.png', (bytes) => bytes[0] === 0x89 && bytes[1] === 0x50],
];

const open = async (option: string, file: string): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new BadUse(`${option} ${file} cannot be read (${code})`);
  }
};

/** The page a person saved. */
export const readProof = async (file: string): Promise<Proof> => {
  const extension = extname(file).toLowerCase();
  const contentType = contentTypes[extension];
  if (contentType === undefined)
    throw new BadUse(`--page ${file} is of no known form; save the page as HTML, PDF or PNG`);
  const bytes = await open('--page', file);
  const mark = marks.find(([of]) => of === extension)?.[1];
  if (bytes.length === 0 || (mark !== undefined && !mark(bytes)))
    throw new BadUse(`--page ${file} is not what its name says; save the page anew`);
  return { bytes, contentType };
};

/** `--field 登记号=…`, any number of times, by column. */
export const readFields = (pairs: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new BadUse(`--field ${pair} has no value; expected --field name=value`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1)];
    }),
  );

/** The rows of a bulk file (CSV or XLSX, the template's header first), each by column. */
export const readBulk = async (file: string): Promise<readonly Readonly<Record<string, string>>[]> => {
  const bytes = await open('--file', file);
  const grid: readonly (readonly string[])[] = /\.xlsx?$/i.test(file)
    ? (readSheets(bytes)[0]?.rows ?? [])
    : parse(decodePage(bytes, 'text/csv').text, { bom: true, relaxColumnCount: true, skipEmptyLines: true });
  const [header = [], ...rows] = grid;
  return rows
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => Object.fromEntries(header.map((column, at) => [column.trim(), cells[at] ?? ''])));
};
