import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { type Placed, pdfPages, wordDocument } from '../../test/support/documents.ts';

type Rows = readonly (readonly string[])[];

export const csv = (rows: Rows): Uint8Array => strToU8(rows.map((row) => `${row.join(',')}\n`).join(''));

export const quotedCsv = (rows: Rows): Uint8Array => csv(rows.map((row) => row.map((cell) => `"${cell}"`)));

const lines = (rows: Rows): string =>
  rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`).join('');

export const html = (rows: Rows): Uint8Array =>
  strToU8(
    `<!doctype html><html><head><meta charset="utf-8"><title>编造名单</title></head><body><h1>编造名单</h1><table>${lines(rows)}</table></body></html>`,
  );

export const workbook = (rows: Rows, as: 'xlsx' | 'biff8'): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows as string[][]), '编造名单');
  return new Uint8Array(write(book, { type: 'buffer', bookType: as, compression: true }));
};

export const zipped = (rows: Rows): Uint8Array => {
  const half = Math.ceil(rows.length / 2);
  return zipSync({
    'one.xlsx': workbook(rows.slice(0, half), 'xlsx'),
    'two.xlsx': workbook(rows.slice(half), 'xlsx'),
  });
};

export const docx = (rows: Rows): Uint8Array => wordDocument([rows]);

/** Columns of the PDF, in points from the left, and lines on a page. */
const LEFT = [20, 80, 300, 560, 800, 920] as const;
const LINES = 60;

export const pdf = (rows: Rows): Uint8Array => {
  const pages: Placed[][] = [];
  rows.forEach((row, at) => {
    if (at % LINES === 0) pages.push([]);
    const y = 780 - (at % LINES) * 12;
    row.forEach((text, column) => {
      pages.at(-1)?.push([LEFT[column] ?? 0, y, text]);
    });
  });
  return pdfPages(pages);
};

/** The list as an interface hands it out: a hundred rows a page, each with the total. */
export const jsonPages = (rows: Rows): readonly Uint8Array[] => {
  const [headings = [], ...data] = rows;
  const objects = data.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]])));
  return Array.from({ length: Math.ceil(objects.length / 100) }, (_, page) =>
    strToU8(
      JSON.stringify({
        total: objects.length,
        page: page + 1,
        rows: objects.slice(page * 100, page * 100 + 100),
      }),
    ),
  );
};
