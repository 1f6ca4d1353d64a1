import iconv from 'iconv-lite';
import { type List, listOf, under, withCells } from './columns.ts';
import type { Fault, GoodPage } from './fault.ts';
import type { PageGrid, Rows } from './grid.ts';

const grid = (id: string, change: (grid: PageGrid) => Rows | null, formats = /./): Fault => ({
  id,
  harmless: true,
  make: ({ grid: page, file }) => {
    const rows = page === null || !formats.test(file) ? null : change(page);
    return page === null || rows === null ? null : page.write(rows);
  },
});

const told = (id: string, formats: RegExp, change: (text: string) => string | Uint8Array | null): Fault => ({
  id,
  harmless: true,
  make: ({ body, file }: GoodPage) => {
    const changed = formats.test(file) ? change(new TextDecoder().decode(body)) : null;
    return typeof changed === 'string' ? new TextEncoder().encode(changed) : changed;
  },
});

const SERIAL = /^(序号|编号|No\.?|)$/i;

/** The rows in another order; serial numbers stay where they were, as a site that sorts anew prints them. */
const reordered = (page: PageGrid, order: (rows: Rows) => Rows): Rows => {
  const list = listOf(page);
  const serials = list.heading.flatMap((word, at) => (SERIAL.test(word.trim()) ? [at] : []));
  const kept = serials.filter((at) => list.data.every((row, r) => row[at] === String(r + 1)));
  const data = order(list.data).map((row, r) =>
    row.map((cell, at) => (kept.includes(at) ? String(r + 1) : cell)),
  );
  return under(page, { heading: list.heading, data });
};

const mapped = (page: PageGrid, change: (list: List) => List): Rows => under(page, change(listOf(page)));
/** Pages that say what they said before: refusing them would be wrong. */
export const harmless: readonly Fault[] = [
  { id: 'the same bytes', harmless: true, make: ({ body }) => body },
  grid('written anew by another program', ({ rows }) => rows),
  grid(
    'rows in reverse order',
    (page) => reordered(page, (rows) => rows.toReversed()),
    /\.(csv|html|xlsx?|json)$/,
  ),
  grid(
    'rows shuffled',
    (page) =>
      reordered(page, (rows) => [
        ...rows.filter((_, at) => at % 2 === 1),
        ...rows.filter((_, at) => at % 2 === 0),
      ]),
    /\.(csv|html|xlsx?|json)$/,
  ),
  grid('spaces around cells', (page) =>
    mapped(page, (list) => withCells(list, (cell) => (cell === '' ? cell : ` ${cell} `))),
  ),
  grid('blank rows at the end', (page) => [...page.rows, [], ['', '']], /\.(html|xlsx?)$/),
  grid('blank columns at the end', (page) => page.rows.map((row) => [...row, '', '']), /\.(html|xlsx?)$/),
  grid(
    'columns in another order, headings with them',
    (page) =>
      listOf(page).heading.some((word) => word.trim() === '')
        ? null
        : mapped(page, (list) => ({
            heading: list.heading.toReversed(),
            data: list.data.map((row) => list.heading.map((_, at) => row[at] ?? '').reverse()),
          })),
    /\.(csv|html|xlsx?|json)$/,
  ),
  grid(
    'spaces in headings',
    (page) =>
      page.rows.map((row, at) =>
        at === page.head ? row.map((word) => (word.length === 2 ? `${word[0]} ${word[1]}` : word)) : row,
      ),
    /\.(html|xlsx?)$/,
  ),
  grid(
    'heading row again on a new page',
    (page) => {
      const { heading, data } = listOf(page);
      return under(page, { heading, data: [...data.slice(0, 1), heading, ...data.slice(1)] });
    },
    /\.(html|xlsx?)$/,
  ),
  told('byte-order mark', /\.(csv|html|json)$/, (text) => `\uFEFF${text}`),
  told('CRLF', /\.(csv|html|json)$/, (text) => text.replaceAll('\n', '\r\n')),
  told('blank lines at the end', /\.(csv|html|json)$/, (text) => `${text}\n\n`),
  told(
    'GB18030 with its meta tag',
    /\.html$/,
    (text) =>
      new Uint8Array(iconv.encode(text.replace(/charset="?utf-8"?/i, 'charset="gb18030"'), 'gb18030')),
  ),
  told('tags in capitals', /\.html$/, (text) =>
    text.replace(
      /<(\/?)(table|tr|td|th|p)\b/g,
      (_, slash: string, tag: string) => `<${slash}${tag.toUpperCase()}`,
    ),
  ),
  told('attributes, styles and comments', /\.html$/, (text) =>
    text.replaceAll('<td>', '<!-- x --><td class="c" style="width:20%">'),
  ),
  told('another banner above', /\.html$/, (text) =>
    text.replace(/<body[^>]*>/, (tag) => `${tag}<div class="banner"><a href="/x">专题专栏</a></div>`),
  ),
  told('pretty-printed', /\.json$/, (text) => JSON.stringify(JSON.parse(text), null, 2)),
  told('every cell in quotes', /\.csv$/, (text) =>
    text.includes('"')
      ? null
      : text
          .trimEnd()
          .split('\n')
          .map(
            (line) =>
              `${line
                .split(',')
                .map((cell) => `"${cell}"`)
                .join(',')}\n`,
          )
          .join(''),
  ),
];
