import type { Cells, MadeUpList } from '../fixture-maker.ts';

const DATES = ['查看日期', '数据截止日期'] as const;

/** A page as a person types it: the fields of the descriptor, and the two days that every capture has. */
export const captured = (
  source: string,
  heading: Cells,
  rows: readonly Cells[],
  strange: readonly [string, string],
  swap?: readonly [string, string],
): MadeUpList => ({
  source,
  key: 'capture',
  as: 'csv',
  title: [],
  rows: [
    [...heading, ...DATES],
    ...rows.map((row, at) => [...row, '2026-11-20', at === 0 ? '' : '2026-11-15']),
  ],
  strange,
  ...(swap !== undefined && { swap }),
});
