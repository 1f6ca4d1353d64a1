import type { PageGrid, Rows } from './grid.ts';

/** The list below the titles, by columns, which is how faults strike it. */
export type List = Readonly<{ heading: readonly string[]; data: Rows }>;

export const listOf = ({ rows, head }: PageGrid): List => ({
  heading: rows[head] ?? [],
  data: rows.slice(head + 1).filter((row) => row.some((cell) => cell.trim() !== '')),
});

/** Puts a changed list back below its titles. */
export const under = ({ rows, head }: PageGrid, { heading, data }: List): Rows => [
  ...rows.slice(0, head),
  heading,
  ...data,
];

const NAME =
  /^(机构名称|单位名称|医院名称|行政相对人名称|行政相对人|机构|compName|Hospital Name|name_zh|term|name|title_zh|organisation)$/i;

/** The column that names what a row is about. */
export const nameColumn = ({ heading }: List): number => {
  const exact = heading.findIndex((word) => NAME.test(word.trim()));
  if (exact >= 0) return exact;
  const near = heading.findIndex((word) => /名称|name|项目名|相对人/i.test(word));
  return near >= 0 ? near : 0;
};

export const column = ({ data }: List, at: number): readonly string[] => data.map((row) => row[at] ?? '');

/** The list with the cells of one column changed. */
export const withColumn = (list: List, at: number, change: (cell: string, row: number) => string): List => ({
  heading: list.heading,
  data: list.data.map((row, r) => row.map((cell, c) => (c === at ? change(cell, r) : cell))),
});

/** The list with every cell below the heading changed. */
export const withCells = (list: List, change: (cell: string) => string): List => ({
  heading: list.heading,
  data: list.data.map((row) => row.map(change)),
});

/** The list with its columns chosen anew, heading and cells alike. */
export const withColumns = (list: List, choose: (row: readonly string[]) => readonly string[]): List => ({
  heading: choose(list.heading),
  data: list.data.map(choose),
});

const kindOf = (cells: readonly string[]): string => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const all = (pattern: RegExp): boolean => filled.length > 0 && filled.every((cell) => pattern.test(cell));
  if (all(/^\d{4}([-/.年]\d{1,2}([-/.月]\d{1,2}日?)?)?$/)) return 'date';
  if (all(/^\d+$/)) return 'number';
  if (all(/^https?:/)) return 'address';
  if (all(/^[\w|.:-]+$/)) return 'code';
  return filled.length === 0 ? 'none' : all(/\p{Script=Han}/u) ? 'chinese' : 'text';
};

/** Pairs of columns that hold the same kind of values and yet differ. */
export const twins = (list: List): readonly (readonly [number, number])[] => {
  const kinds = list.heading.map((_, at) => kindOf(column(list, at)));
  const pairs: [number, number][] = [];
  for (const [a, kind] of kinds.entries())
    for (const [b, other] of kinds.entries())
      if (a < b && kind === other && kind !== 'none' && column(list, a).join() !== column(list, b).join())
        pairs.push([a, b]);
  return pairs;
};

export const swapCells = (list: List, a: number, b: number): List => ({
  heading: list.heading,
  data: list.data.map((row) =>
    row.map((cell, at) => (at === a ? (row[b] ?? '') : at === b ? (row[a] ?? '') : cell)),
  ),
});

/** A column whose every filled cell is a date; -1 where there is none. */
export const dateColumns = (list: List): readonly number[] =>
  list.heading.map((_, at) => at).filter((at) => kindOf(column(list, at)) === 'date');

/** Columns of numbers that identify: long, and no two rows alike. */
export const idColumns = (list: List): readonly number[] =>
  list.heading
    .map((_, at) => at)
    .filter((at) => {
      const cells = column(list, at).filter((cell) => cell !== '');
      const long = cells.length > 1 && cells.every((cell) => /\d{5}/.test(cell) && !/\s|^http/.test(cell));
      return long && kindOf(cells) !== 'date' && new Set(cells).size === cells.length;
    });
