import { displayWidth, padTo } from './width.ts';

/**
 * Lines of a table without frame: columns as wide as their widest cell, two spaces apart, wide characters counted
 * twice. The last column is not filled up. Cells may be painted.
 */
export const tableLines = (rows: readonly (readonly string[])[]): string[] => {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : padTo(cell, widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};
