import { z } from 'zod';
import { readCsv } from '../../src/readers/formats/csv.ts';
import { readDocx } from '../../src/readers/formats/docx-table.ts';
import { joinPages, readJson } from '../../src/readers/formats/json-page.ts';
import { pdfGrid, pdfLines } from '../../src/readers/formats/pdf-table.ts';
import { readZippedSheets } from '../../src/readers/formats/sheet.ts';
import { htmlList, sheetList } from '../../src/readers/lists/list-page.ts';
import { HEADINGS } from './rows.ts';

/** The same pages read by our kit, as the parsers of the sources read them: charsets told, limits kept, headings and totals checked. */
type Cells = readonly (readonly string[])[];

export const kitCsv = (body: Uint8Array): Cells => [
  HEADINGS,
  ...readCsv(body, HEADINGS).map(({ raw }) => Object.values(raw)),
];

export const kitHtml = (body: Uint8Array): Cells => htmlList(body).tables.flatMap(({ rows }) => rows);

export const kitSheet = (body: Uint8Array): Cells => sheetList(body).tables.flatMap(({ rows }) => rows);

export const kitZip = (body: Uint8Array): Cells => readZippedSheets(body).flatMap(({ rows }) => rows);

export const kitDocx = async (body: Uint8Array): Promise<Cells> =>
  (await readDocx(body)).tables.flatMap(({ rows }) => rows);

export const kitPdf = async (body: Uint8Array): Promise<Cells> => pdfGrid(await pdfLines(body), HEADINGS);

const pageShape = z.object({
  total: z.number().int(),
  page: z.number().int(),
  rows: z.array(z.record(z.string(), z.string())),
});

export const kitJson = (pages: readonly Uint8Array[]): Cells =>
  joinPages(pages.map((page) => readJson(page, pageShape))).map((row) => Object.values(row));
