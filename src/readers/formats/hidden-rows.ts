import { read } from '@e965/xlsx';
import { isSheet } from './sheet-xml.ts';
import { storeZip, type ZipEntry } from './zip.ts';

const ROW = /<(?:\w+:)?row[\s/>]/y;

/** The row elements of a sheet without their cells: how they are shown, and nothing else. Looks at every sign once. */
const rowsAlone = (xml: string, most: number): string => {
  const kept: string[] = [];
  for (let at = xml.indexOf('<'); at !== -1 && kept.length < most; at = xml.indexOf('<', at + 1)) {
    ROW.lastIndex = at;
    if (!ROW.test(xml)) continue;
    const end = xml.indexOf('>', at);
    if (end === -1) break;
    kept.push(`<row${xml.slice(ROW.lastIndex - 1, end).replace(/\/$/, '')}/>`);
    at = end;
  }
  return `<worksheet><sheetData>${kept.join('')}</sheetData></worksheet>`;
};

/**
 * Rows (counted from 0) that the spreadsheet program does not show, by the name of their sheet. The library tells of them only where it
 * reads the style of every cell as well, which takes twenty times as long: it is given the rows alone.
 */
export const hiddenRowsIn = (
  entries: readonly ZipEntry[],
  sheetRows: number,
): ReadonlyMap<string, ReadonlySet<number>> => {
  const texts = new Map(
    entries.filter(isSheet).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
  );
  if (![...texts.values()].some((text) => text.includes('hidden='))) return new Map();
  const bare = entries.map(({ name, bytes }) => {
    const text = texts.get(name);
    return { name, bytes: text === undefined ? bytes : new TextEncoder().encode(rowsAlone(text, sheetRows)) };
  });
  const book = read(storeZip(bare), { type: 'array', dense: true, cellStyles: true, sheetRows });
  return new Map(
    book.SheetNames.map((name) => [
      name,
      new Set((book.Sheets[name]?.['!rows'] ?? []).flatMap((row, at) => (row?.hidden === true ? [at] : []))),
    ]),
  );
};
