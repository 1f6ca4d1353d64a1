import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { readSheets } from '../../src/readers/formats/sheet.ts';
import { workbook } from '../support/documents.ts';
import { quarterOf, worstCells } from './worst-texts.ts';

const utf8 = new TextEncoder();

/** A good page of a source with an attack planted into its cells. */
export type Planted = Readonly<{
  what: string;
  body: Uint8Array;
  /** The same page with a quarter of the attack; not of a workbook, where to write one takes longer than to read it. */
  quarter?: Uint8Array;
}>;

/** A cell of a spreadsheet holds no more; in Chinese it is filled with a third of that. */
const LONGEST_CELL = 32_000;

const expected = z.object({
  records: z.array(z.object({ raw: z.record(z.string(), z.string()) })),
});

/** The cells of the first record that a page is expected to give, by column. */
const firstCells = (page: string): readonly (readonly [column: string, cell: string])[] => {
  const read: unknown = JSON.parse(readFileSync(page.replace(/\.[a-z]+$/, '.expected.json'), 'utf8'));
  const [first] = expected.parse(read).records;
  return Object.entries(first?.raw ?? {}).filter(([, cell]) => cell.trim() !== '');
};

/** As the text of a format writes it, so that the attack stays within its cell. */
const escaped = (text: string, ending: string | undefined): string => {
  if (ending === 'json') return JSON.stringify(text).slice(1, -1);
  return ending === 'html' ? text.replaceAll('<', '&lt;') : text.replaceAll('"', '').replaceAll(',', '，');
};

function* inText(page: string, ending: string | undefined): Generator<Planted> {
  const text = readFileSync(page, 'utf8');
  for (const [number, [column, cell]] of firstCells(page).entries())
    for (const [turn, [piece, attack]] of worstCells().entries()) {
      const at = text.indexOf(cell);
      // Each column gets one attack: the sources share their readers, and all columns together see all of them.
      if (at < 0 || (number + turn) % 15 !== 0) continue;
      const end = at + cell.length;
      const planted = (words: string): Uint8Array =>
        utf8.encode(text.slice(0, end) + escaped(words, ending) + text.slice(end));
      const what = `${basename(page)}, ${column}: ${piece}`;
      yield { what, body: planted(attack), quarter: planted(quarterOf(attack)) };
    }
}

/** In every cell of the sheet's last row at once, a fifth of the attacks on each sheet: to write a workbook takes longer than to read it. */
function* inSheet(page: string): Generator<Planted> {
  const rows = readSheets(readFileSync(page))[0]?.rows ?? [];
  for (const [turn, [piece, attack]] of worstCells(LONGEST_CELL).entries()) {
    if ((rows.length + turn) % 5 !== 0) continue;
    const last = (rows.at(-1) ?? []).map((cell) => (cell + attack).slice(0, LONGEST_CELL));
    yield { what: `${basename(page)}: ${piece}`, body: workbook([...rows.slice(0, -1), last]) };
  }
}

/** The page at this path with each attack behind what each of its columns holds; formats that are no text or sheet give none. */
export function* plantedPages(page: string): Generator<Planted> {
  const ending = page.split('.').at(-1);
  if (ending === 'csv' || ending === 'html' || ending === 'json') yield* inText(page, ending);
  else if (ending === 'xlsx' || ending === 'xls') yield* inSheet(page);
}
