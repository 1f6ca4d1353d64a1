import { read, utils } from '@e965/xlsx';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { getDocumentProxy } from 'unpdf';

/** What the bare libraries give for a page, by the shortest way to its cells: no charset told, no limit kept, nothing checked. */
type Cells = readonly (readonly string[])[];

const text = (body: Uint8Array): string => new TextDecoder().decode(body);

export const bareCsv = (body: Uint8Array): Cells => parse(text(body));

const tableCells = (html: string): Cells => {
  const rows: string[][] = [];
  let open = false;
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'tr') rows.push([]);
      open = name === 'td' || name === 'th' || (open && name !== 'tr');
      if (name === 'td' || name === 'th') rows.at(-1)?.push('');
    },
    ontext: (part) => {
      const row = rows.at(-1);
      if (open && row !== undefined) row[row.length - 1] += part;
    },
    onclosetag: (name) => {
      if (name === 'td' || name === 'th') open = false;
    },
  });
  parser.end(html);
  return rows;
};

export const bareHtml = (body: Uint8Array): Cells => tableCells(text(body));

export const cheerioHtml = (body: Uint8Array): Cells => {
  const $ = load(text(body));
  return $('tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('td,th')
        .toArray()
        .map((cell) => $(cell).text()),
    );
};

export const bareSheet = (body: Uint8Array): Cells => {
  const book = read(body, { type: 'array', dense: true });
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
  });
};

export const bareZip = (body: Uint8Array): Cells => Object.values(unzipSync(body)).flatMap(bareSheet);

export const bareDocx = async (body: Uint8Array): Promise<Cells> =>
  tableCells((await mammoth.convertToHtml({ buffer: Buffer.from(body) })).value);

/** Text pieces in the order of the file, one row a baseline: what is drawn row by row comes out row by row. */
export const barePdf = async (body: Uint8Array): Promise<Cells> => {
  const opened = await getDocumentProxy(new Uint8Array(body), { verbosity: 0 });
  const rows: string[][] = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    const { items } = await (await opened.getPage(number)).getTextContent();
    let line: unknown = null;
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const y: unknown = item.transform[5];
      if (y !== line) rows.push([]);
      line = y;
      rows.at(-1)?.push(item.str);
    }
  }
  await opened.destroy();
  return rows;
};

export const bareJson = (pages: readonly Uint8Array[]): Cells =>
  pages.flatMap((page) => {
    const { rows } = JSON.parse(text(page)) as { rows: Record<string, string>[] };
    return rows.map((row) => Object.values(row));
  });
