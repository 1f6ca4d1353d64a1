import * as bare from './bare.ts';
import * as kit from './kit.ts';
import * as madeUp from './made-up.ts';

type Cells = readonly (readonly string[])[];
type Reading = () => Cells | Promise<Cells>;

/** One format: the file, and both ways to its cells. */
export type Format = Readonly<{
  name: string;
  library: string;
  bytes: number;
  bare: Reading;
  kit: Reading;
  /** False where the file holds no heading row of its own. */
  heading: boolean;
}>;

type Rows = readonly (readonly string[])[];

const one = (
  name: string,
  library: string,
  body: Uint8Array,
  read: Readonly<{
    bare: (body: Uint8Array) => ReturnType<Reading>;
    kit: (body: Uint8Array) => ReturnType<Reading>;
  }>,
): Format => ({
  name,
  library,
  bytes: body.length,
  bare: () => read.bare(body),
  kit: () => read.kit(body),
  heading: true,
});

const sheet = { bare: bare.bareSheet, kit: kit.kitSheet };

/** The same list in every format; made one at a time, so that no more than one lies in memory. */
export const formats: readonly ((rows: Rows) => Format)[] = [
  (rows) => one('CSV', 'csv-parse', madeUp.csv(rows), { bare: bare.bareCsv, kit: kit.kitCsv }),
  (rows) =>
    one('CSV, all quoted', 'csv-parse', madeUp.quotedCsv(rows), { bare: bare.bareCsv, kit: kit.kitCsv }),
  (rows) => one('HTML table', 'htmlparser2', madeUp.html(rows), { bare: bare.bareHtml, kit: kit.kitHtml }),
  (rows) => one('HTML table', 'cheerio', madeUp.html(rows), { bare: bare.cheerioHtml, kit: kit.kitHtml }),
  (rows) => one('XLSX', 'SheetJS', madeUp.workbook(rows, 'xlsx'), sheet),
  (rows) => one('.xls (97)', 'SheetJS', madeUp.workbook(rows, 'biff8'), sheet),
  (rows) =>
    one('ZIP of XLSX', 'fflate, SheetJS', madeUp.zipped(rows), { bare: bare.bareZip, kit: kit.kitZip }),
  (rows) => one('DOCX', 'mammoth, htmlparser2', madeUp.docx(rows), { bare: bare.bareDocx, kit: kit.kitDocx }),
  (rows) => one('PDF', 'unpdf (pdf.js)', madeUp.pdf(rows), { bare: bare.barePdf, kit: kit.kitPdf }),
  (rows) => {
    const pages = madeUp.jsonPages(rows);
    return {
      name: 'paged JSON',
      library: 'JSON.parse',
      bytes: pages.reduce((sum, page) => sum + page.length, 0),
      bare: () => bare.bareJson(pages),
      kit: () => kit.kitJson(pages),
      heading: false,
    };
  },
];
