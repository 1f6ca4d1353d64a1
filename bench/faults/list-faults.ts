import {
  column,
  idColumns,
  type List,
  listOf,
  nameColumn,
  swapCells,
  twins,
  under,
  withCells,
  withColumn,
  withColumns,
} from './columns.ts';
import type { Fault } from './fault.ts';

type Strike = (list: List, name: number) => List | null;

/** A fault of the list itself, in whatever format it is written. */
const fault = (id: string, strike: Strike): Fault => ({
  id,
  make: ({ grid }) => {
    if (grid === null) return null;
    const list = listOf(grid);
    const struck = strike(list, nameColumn(list));
    if (struck === null || JSON.stringify(struck) === JSON.stringify(list)) return null;
    return grid.write(under(grid, struck));
  },
});

const renamed = (list: List, at: number): List => ({
  heading: list.heading.map((word, c) => (c === at ? '对象栏' : word)),
  data: list.data,
});

const without = (list: List, at: number): List => withColumns(list, (row) => row.filter((_, c) => c !== at));
const last = ({ heading }: List): number => heading.length - 1;
const odd = (list: List, cells: readonly string[]): readonly string[] =>
  list.heading.map((_, at) => cells[at] ?? '');
const swap =
  (turn: number): Strike =>
  (list) => {
    const pair = twins(list)[turn];
    return pair === undefined ? null : swapCells(list, ...pair);
  };
const half = ({ data }: List): number => Math.ceil(data.length / 2);
/** Losing half of one row is losing nothing. */
const several =
  (strike: Strike): Strike =>
  (list, name) =>
    list.data.length < 2 ? null : strike(list, name);
/** A column that was alike in half of its rows already is hardly struck: that is a change of a cell, not of a page. */
const mostly =
  (strike: Strike): Strike =>
  (list, name) => {
    const struck = strike(list, name);
    const rows = struck?.data.filter((row, r) => row.join('\0') !== list.data[r]?.join('\0')).length ?? 0;
    return rows >= 2 && rows * 2 > list.data.length ? struck : null;
  };
const shifted =
  (by: number, of: 'name' | 'last'): Strike =>
  (list, name) => {
    const at = of === 'name' ? name : last(list);
    const cells = column(list, at);
    return withColumn(list, at, (_, r) => cells.at((r + by) % cells.length) ?? '');
  };
const sortedAlone: Strike = (list, name) => {
  const cells = column(list, name).toSorted().reverse();
  return withColumn(list, name, (_, r) => cells[r] ?? '');
};
const onIds =
  (change: (cell: string, all: readonly string[]) => string): Strike =>
  (list) => {
    const [at] = idColumns(list);
    return at === undefined ? null : withColumn(list, at, (cell) => change(cell, column(list, at)));
  };

/** Rows and columns lost, doubled, renamed, moved against each other. */
export const listFaults: readonly Fault[] = [
  fault('column renamed: name', (list, name) => renamed(list, name)),
  fault('column renamed: last', (list) => renamed(list, last(list))),
  fault('column dropped: name', (list, name) => without(list, name)),
  fault('column dropped: last', (list) => without(list, last(list))),
  fault('column emptied: name', (list, name) => withColumn(list, name, () => '')),
  fault(
    'column emptied: last',
    mostly((list) => withColumn(list, last(list), () => '')),
  ),
  fault('column new at the end', (list) => ({
    heading: [...list.heading, '备查栏'],
    data: list.data.map((row) => [...row, '编造']),
  })),
  fault('column new at the front', (list) => ({
    heading: ['备查栏', ...list.heading],
    data: list.data.map((row) => ['编造', ...row]),
  })),
  fault('column new without heading', (list) => ({
    heading: [...list.heading, ''],
    data: list.data.map((row) => [...row, '编造']),
  })),
  fault('cells without headings behind the row', (list) => ({
    ...list,
    data: list.data.map((row) => [...row, '编造', '编造']),
  })),
  fault('heading row lost', ({ data }) => ({ heading: data[0] ?? [], data: data.slice(1) })),
  fault('second heading row in other words', (list) => ({
    ...list,
    data: [list.heading.map((_, at) => `（${at + 1}）`), ...list.data],
  })),
  fault('section heading between the rows', (list) => ({
    ...list,
    data: [...list.data, odd(list, ['一、其他单位'])],
  })),
  fault('footer counted as a row', (list) => ({
    ...list,
    data: [...list.data, odd(list, ['合计', '', '99'])],
  })),
  fault('all rows twice', (list) => ({ ...list, data: [...list.data, ...list.data] })),
  fault('each row twice running', (list) => ({ ...list, data: list.data.flatMap((row) => [row, row]) })),
  fault('one row twice', (list) => ({ ...list, data: [...list.data, ...list.data.slice(0, 1)] })),
  fault('one number on all rows', several(onIds((_, all) => all[0] ?? ''))),
  fault(
    'numbers rounded by a spreadsheet',
    onIds((cell) => `${cell.slice(0, -4)}0000`),
  ),
  fault(
    'numbers in exponents',
    onIds((cell) => (/^\d+$/.test(cell) ? Number(cell).toExponential(5).toUpperCase() : cell)),
  ),
  fault(
    'numbers cut',
    onIds((cell) => cell.slice(0, -3)),
  ),
  fault(
    'only the first row',
    several((list) => ({ ...list, data: list.data.slice(0, 1) })),
  ),
  fault(
    'only the first half of the rows',
    several((list) => ({ ...list, data: list.data.slice(0, Math.floor(list.data.length / 2)) })),
  ),
  fault(
    'only the second half of the rows',
    several((list) => ({ ...list, data: list.data.slice(half(list)) })),
  ),
  fault('no rows', (list) => ({ ...list, data: [] })),
  fault('columns swapped: first pair of one type', swap(0)),
  fault('columns swapped: second pair of one type', swap(1)),
  fault('columns swapped: third pair of one type', swap(2)),
  fault('columns swapped: name and its neighbour', (list, name) =>
    list.heading.length < 2 ? null : swapCells(list, name, name === last(list) ? name - 1 : name + 1),
  ),
  fault('names one row up', mostly(shifted(1, 'name'))),
  fault('names one row down', mostly(shifted(-1, 'name'))),
  fault('last column one row up', mostly(shifted(1, 'last'))),
  fault('names sorted, the rest not', mostly(sortedAlone)),
  fault('cells one column to the right', (list) => ({
    ...list,
    data: list.data.map((row) => ['', ...row.slice(0, -1)]),
  })),
  fault('cells one column to the left', (list) => ({
    ...list,
    data: list.data.map((row) => [...row.slice(1), '']),
  })),
  fault('one cell lost in the middle row', (list) => ({
    ...list,
    data: list.data.map((row, r) => (r === half(list) - 1 ? [...row.slice(1), ''] : row)),
  })),
  fault('all cells in the first', (list) => ({
    ...list,
    data: list.data.map((row) => odd(list, [row.join(' ')])),
  })),
  fault(
    'first name on all rows',
    mostly((list, name) => withColumn(list, name, () => list.data[0]?.[name] ?? '')),
  ),
  fault(
    'last column alike in all rows',
    mostly((list) => withColumn(list, last(list), () => list.data[0]?.[last(list)] ?? '')),
  ),
  fault('names cut to four characters', (list, name) =>
    withColumn(list, name, (cell) => [...cell].slice(0, 4).join('')),
  ),
  fault('all cells null', (list) => withCells(list, () => 'null')),
  fault('names still loading', (list, name) => withColumn(list, name, () => '加载中…')),
  fault('names #REF!', (list, name) => withColumn(list, name, () => '#REF!')),
  fault('names masked', (list, name) => withColumn(list, name, (cell) => `${[...cell][0] ?? ''}***`)),
  fault('another list altogether', (list) => ({
    ...list,
    data: list.data.map((_, r) => list.heading.map((__, c) => `采购项目第${r + 1}包第${c + 1}项`)),
  })),
];
