import { orgCodeCheck } from '../../src/identifiers/org-code.ts';
import { usccCheck } from '../../src/identifiers/uscc-check.ts';
import {
  column,
  dateColumns,
  idColumns,
  type List,
  listOf,
  nameColumn,
  under,
  withColumn,
} from './columns.ts';
import type { Fault } from './fault.ts';
import { BAD_NIGHT } from './registry.ts';

type Change = (list: List, name: number) => List | null;

const SERIAL = /^(序号|编号|No\.?|)$/i;

/** A page that prints how many rows it holds prints it of the changed list. */
const counted = (page: Uint8Array, rows: number): Uint8Array =>
  new TextEncoder().encode(new TextDecoder().decode(page).replace(/("totalRows":\s*)\d+/, `$1${rows}`));

const change = (id: string, make: Change, mayNeed?: 'operator'): Fault => ({
  id,
  legitimate: true,
  ...(mayNeed && { mayNeed }),
  make: ({ grid, file }) => {
    if (grid === null || !/\.(html|xlsx?|json|pdf)$/.test(file)) return null;
    const list = listOf(grid);
    const made = make(list, nameColumn(list));
    if (made === null || JSON.stringify(made) === JSON.stringify(list)) return null;
    const page = grid.write(under(grid, made));
    return file.endsWith('.json') ? counted(page, made.data.length) : page;
  },
});

/** A number of the same kind that nobody else bears, its check characters right. */
const otherNumber = (cell: string, turn: number): string => {
  const body = cell.replace(/\d{3}(?=.?$)/, () => String(100 + turn));
  if (/^[0-9A-Z]{18}$/.test(cell)) {
    const org = `${cell.slice(8, 13)}${String(100 + turn)}`;
    const first = `${cell.slice(0, 8)}${org}${orgCodeCheck(org)}`;
    return first + usccCheck(first);
  }
  if (!/^[0-9A-Z]{9}.{13}$/.test(cell)) return body;
  const org = `${cell.slice(0, 5)}${String(100 + turn)}`;
  return org + orgCodeCheck(org) + cell.slice(9);
};

const otherName = (cell: string, turn: number): string =>
  /\p{Script=Han}/u.test(cell) ? `编造第${turn}${cell}` : `Made-up ${turn} ${cell}`;

/** Columns that bear another code in every row, however short. */
const codeColumns = (list: List): readonly number[] =>
  list.heading
    .map((_, at) => at)
    .filter((at) => {
      const cells = column(list, at);
      const codes = cells.every((cell) => /^(?=.*\d{3})[\w-]+$/.test(cell));
      return codes && new Set(cells).size === cells.length && !dateColumns(list).includes(at);
    });

const grown = (list: List, name: number, by: number): List => {
  const ids = [...new Set([...idColumns(list), ...codeColumns(list)])];
  const serials = list.heading.flatMap((word, at) => (SERIAL.test(word.trim()) ? [at] : []));
  const more = Array.from({ length: by }, (_, turn) =>
    (list.data[turn % list.data.length] ?? []).map((cell, at) => {
      if (serials.includes(at) && /^\d+$/.test(cell)) return String(list.data.length + turn + 1);
      if (at === name) return otherName(cell, turn + 1);
      return ids.includes(at) ? otherNumber(cell, turn + 1) : cell;
    }),
  );
  return { heading: list.heading, data: [...list.data, ...more] };
};

const years = (by: number) => (cell: string) =>
  cell.replace(/(?<!\d)20\d\d(?=\D?\d|$)/g, (year) => String(Number(year) + by));

const otherDay = (cell: string): string =>
  cell.replace(/^(\d{4}\D\d{1,2}\D)(\d{1,2})/, (_, before: string, day: string) => {
    const next = String((Number(day) % 27) + 1);
    return `${before}${day.length === 2 ? next.padStart(2, '0') : next}`;
  });

type Cells = Readonly<{ rows: (row: number) => boolean; columns: readonly number[] }>;

const onCells = (list: List, { rows, columns }: Cells, cell: (text: string) => string): List =>
  columns.reduce((made, at) => withColumn(made, at, (text, row) => (rows(row) ? cell(text) : text)), list);

const TERM = /有效|期限|valid|until|expir/i;
/** Only terms are renewed: the day of a notice stays. */
const terms = ({ heading }: List): readonly number[] =>
  heading.flatMap((word, at) => (TERM.test(word) ? [at] : []));

const yearsIn = (text: string): readonly number[] => (text.match(/(?<!\d)20\d\d/g) ?? []).map(Number);

/** Nobody renews a term more than a year before it ends. */
const DUE = BAD_NIGHT.getUTCFullYear() + 1;

/** The row whose term ends first, and for how long its term was; five years where only its end is printed. */
const dueFirst = (list: List): Readonly<{ row: number; term: number }> | null => {
  const rows = list.data.map((cells, row) => {
    const years = terms(list).flatMap((at) => yearsIn(cells[at] ?? ''));
    // A row without a year has a term without end.
    return {
      row,
      ends: years.length === 0 ? Infinity : Math.max(...years),
      term: Math.max(...years) - Math.min(...years) || FIVE,
    };
  });
  return rows.filter(({ ends }) => ends <= DUE).toSorted((a, b) => a.ends - b.ends)[0] ?? null;
};

/** The renewal that is the commonest: for five years. A term of another length is renewed for its own length. */
const FIVE = 5;

const renewed = (list: List): List | null => {
  const due = dueFirst(list);
  return due === null
    ? null
    : onCells(list, { rows: (row) => row === due.row, columns: terms(list) }, years(due.term));
};

const ADDRESS = /^(机构|医院|详细)?地址$|^address$/i;

/** What authorities truly do to their lists overnight, however much it looks like a mishap. Asked of lists that are fetched. */
export const legitimate: readonly Fault[] = [
  change('one row joins the list', (list, name) => grown(list, name, 1)),
  change('the list grows by a third', (list, name) => grown(list, name, Math.ceil(list.data.length / 3))),
  change('one row leaves a list of ten or more', (list) => {
    const serials = list.heading.some((word) => /序号|编号|No/i.test(word));
    return list.data.length < 10 || serials ? null : { ...list, data: list.data.slice(0, -1) };
  }),
  change('one name corrected', (list, name) =>
    withColumn(list, name, (cell, row) => (row === 0 ? `${cell}（编造院区）` : cell)),
  ),
  change('one address became longer', (list) => {
    const at = list.heading.findIndex((word) => ADDRESS.test(word.trim()));
    return at < 0 ? null : withColumn(list, at, (cell, row) => (row === 0 ? `${cell}附1号` : cell));
  }),
  change('one address shortened', (list) => {
    const at = list.heading.findIndex((word) => ADDRESS.test(word.trim()));
    return at < 0 ? null : withColumn(list, at, (cell, row) => (row === 0 ? cell.slice(0, -2) : cell));
  }),
  change('one date corrected by some days', (list) =>
    onCells(list, { rows: (row) => row === 0, columns: dateColumns(list) }, otherDay),
  ),
  change('one row renewed by exactly five years, or its own term', renewed),
  change(
    'all rows renewed by a year',
    (list) => onCells(list, { rows: () => true, columns: terms(list) }, years(1)),
    'operator',
  ),
  change(
    'a column appended',
    (list) => ({
      heading: [...list.heading, '备查栏'],
      data: list.data.map((row) => [...row, '编造']),
    }),
    'operator',
  ),
];
