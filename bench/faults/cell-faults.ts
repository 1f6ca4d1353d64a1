import iconv from 'iconv-lite';
import {
  column,
  dateColumns,
  type List,
  listOf,
  nameColumn,
  under,
  withCells,
  withColumn,
} from './columns.ts';
import type { Fault } from './fault.ts';
import type { Rows } from './grid.ts';

const changed = (id: string, change: (rows: Rows, head: number) => Rows | null): Fault => ({
  id,
  make: ({ grid }) => {
    if (grid === null) return null;
    const rows = change(grid.rows, grid.head);
    return rows === null || JSON.stringify(rows) === JSON.stringify(grid.rows) ? null : grid.write(rows);
  },
});

const fault = (id: string, strike: (list: List, name: number) => List | null): Fault => ({
  id,
  make: (page) => {
    if (page.grid === null) return null;
    const list = listOf(page.grid);
    const struck = strike(list, nameColumn(list));
    // GBK has no such characters, so a legacy workbook cannot hold them.
    if (page.file.endsWith('.xls') && /[\uFFFD\uE000-\uF8FF]/.test(JSON.stringify(struck))) return null;
    return struck === null || JSON.stringify(struck) === JSON.stringify(list)
      ? null
      : page.grid.write(under(page.grid, struck));
  },
});

const YEAR = /(?<![\d])20([0-3]\d)(?=年|[-/.]\d)/g;
const years = (by: number) => (text: string) =>
  text.replace(YEAR, (_, two: string) => String(2000 + Number(two) + by));

const onDates = (change: (cell: string) => string) => (list: List) => {
  const columns = dateColumns(list);
  return columns.reduce((struck, at) => withColumn(struck, at, change), list);
};

/** Whole days of the spreadsheet calendar, which begins at 1899-12-30. */
const serial = (cell: string): string => {
  const time = Date.parse(cell.replace(/[年月/.]/g, '-').replace('日', ''));
  return Number.isNaN(time) ? cell : String(Math.floor(time / 86_400_000) + 25_569);
};

const first = (change: (cell: string) => string) => (list: List, name: number) =>
  withColumn(list, name, (cell, row) => (row === 0 ? change(cell) : cell));

const inside = (what: string) => (cell: string) => `${cell.slice(0, 2)}${what}${cell.slice(2)}`;
const latin = (cell: string): string => Buffer.from(cell, 'utf8').toString('latin1');
const asGbk = (cell: string): string => iconv.decode(Buffer.from(cell, 'utf8'), 'gbk');
const questionMarks = (cell: string): string => cell.replace(/\p{Script=Han}/gu, '?');

const exchanged = (of: 'name' | 'last') => (list: List, name: number) => {
  const at = of === 'name' ? name : list.heading.length - 1;
  const [one = '', two = ''] = column(list, at);
  if (list.data.length < 2 || one === '' || two === '') return null;
  return withColumn(list, at, (cell, row) => (row === 0 ? two : row === 1 ? one : cell));
};

/** Dates that cannot be, characters that are none, and rows a cell short. */
export const cellFaults: readonly Fault[] = [
  changed('all years ten on', (rows) => rows.map((row) => row.map(years(10)))),
  changed('all years one back', (rows) => rows.map((row) => row.map(years(-1)))),
  changed('the page of a year ago: its titles', (rows, head) =>
    rows.map((row, at) => (at < head ? row.map(years(-1)) : row)),
  ),
  fault(
    'dates all in 2099',
    onDates((cell) => cell.replace(/^\d{4}/, '2099')),
  ),
  fault('one date in 2099', (list) => {
    const [at] = dateColumns(list);
    return at === undefined
      ? null
      : withColumn(list, at, (cell, row) => (row === 0 ? cell.replace(/^\d{4}/, '2099') : cell));
  }),
  fault(
    'dates all in 1900',
    onDates((cell) => cell.replace(/^\d{4}/, '1900')),
  ),
  fault(
    'dates that no calendar has',
    onDates((cell) => cell.replace(/^(\d{4}\D)\d{1,2}/, '$113')),
  ),
  fault('dates as spreadsheet numbers', onDates(serial)),
  fault('dates all the same', (list) => {
    const [at] = dateColumns(list);
    const cells = at === undefined ? [] : column(list, at);
    const other = cells.filter((cell) => cell !== cells[0]).length;
    return at === undefined || other < 2 || other * 2 <= cells.length
      ? null
      : withColumn(list, at, () => cells[0] ?? '');
  }),
  fault('UTF-8 read as Latin-1', (list) => withCells(list, latin)),
  fault('UTF-8 read as GBK', (list) => withCells(list, asGbk)),
  fault('question marks for Chinese', (list) => withCells(list, questionMarks)),
  fault('one name with a replacement character', first(inside('\uFFFD'))),
  fault('all names with a replacement character', (list, name) => withColumn(list, name, inside('\uFFFD'))),
  fault(
    'one name mangled: UTF-8 read as Latin-1',
    first((cell) => (/[^\0-\x7f]/.test(cell) ? latin(cell) : cell)),
  ),
  fault('one name with a private-use character', first(inside('\uE123'))),
  fault('names with an entity left in', (list, name) =>
    withColumn(list, name, (cell) => `&nbsp;${cell}&amp;`),
  ),
  fault('names with tags left in', (list, name) => withColumn(list, name, (cell) => `<b>${cell}</b>`)),
  fault('one cell lost in the middle row, which is shorter', (list) => ({
    ...list,
    data: list.data.map((row, r) => (r === Math.ceil(list.data.length / 2) - 1 ? row.slice(1) : row)),
  })),
  fault('a new row that lacks its first cell', (list) => ({
    ...list,
    data: [
      ...list.data,
      (list.data.at(-1) ?? [])
        .map((cell) => (/^\d+$/.test(cell) ? String(Number(cell) + 1) : `${cell}二`))
        .slice(1),
    ],
  })),
  fault('names of the first two rows exchanged', exchanged('name')),
  fault('last cells of the first two rows exchanged', exchanged('last')),
];
