import { readSheets } from '../../src/readers/formats/sheet.ts';
import { workbook } from './made-up.ts';
import { divisionsBelow } from './places.ts';

const [ROWS, COLUMNS] = [5_000, 100] as const;

/**
 * Writes a workbook of half a million cells of Chinese and reads it again: cells that came back otherwise, and replacement
 * characters (U+FFFD) among them. Some streaming readers of XLSX cut characters at the border of two chunks.
 */
export const roundTrip = (): readonly string[] => {
  const places = divisionsBelow();
  const cell = (row: number, column: number): string =>
    `${places[(row * 31 + column * 7) % places.length]}编造示例医院第${row}之${column}号`;
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (__, column) => cell(row, column)),
  );
  return (['xlsx', 'biff8'] as const).map((as) => {
    const read = readSheets(workbook(rows, as))[0]?.rows ?? [];
    let [other, broken] = [0, 0];
    rows.forEach((row, at) => {
      row.forEach((text, column) => {
        const found = read[at]?.[column] ?? '';
        if (found !== text) other += 1;
        if (found.includes('\uFFFD')) broken += 1;
      });
    });
    const name = as === 'xlsx' ? 'XLSX' : '.xls';
    return `${name}, ${(ROWS * COLUMNS).toLocaleString('en')} Chinese cells written and read again: **${other}** differ, **${broken}** hold U+FFFD`;
  });
};
