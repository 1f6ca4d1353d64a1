import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { gbkWorkbook } from './documents.ts';

export type Cells = readonly string[];

/** A made-up page in the shape a source publishes. `rows` begin with the heading row. */
export type MadeUpList = Readonly<{
  source: string;
  key: string;
  as: 'html' | 'xlsx' | 'xls' | 'csv';
  /** Rows above the headings of a sheet; the title and the words above the table of a web page. */
  title: Cells;
  rows: readonly Cells[];
  /** Further sheets, as published. */
  sheets?: Readonly<Record<string, readonly Cells[]>>;
  sheetName?: string;
  /** A cell to be replaced by a word nobody knows: heading and word. */
  strange?: readonly [heading: string, word: string];
  /** True where no row becomes a record, so that a lost or a doubled row cannot be told. */
  keepsNothing?: boolean;
  /** Two columns of the same type, to be swapped. */
  swap?: readonly [string, string];
}>;

const fixtures = join(import.meta.dirname, '../../scrapers');

/** Puts a page into the fixtures of a source. */
const put = (source: string, file: string, body: string | Uint8Array): void => {
  mkdirSync(join(fixtures, source, 'fixtures'), { recursive: true });
  writeFileSync(join(fixtures, source, 'fixtures', file), body);
};

/** Empties the fixtures of a source before they are written anew. */
export const clear = (source: string): void =>
  rmSync(join(fixtures, source, 'fixtures'), { recursive: true, force: true });

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** Pages that are no tables, whole and broken, by file name. */
export type MadeUpPages = Readonly<{ source: string; files: Readonly<Record<string, string | Uint8Array>> }>;

export const writePages = ({ source, files }: MadeUpPages): void => {
  for (const [file, body] of Object.entries(files)) put(source, file, body);
};

/** A page as a commission's site gives it: navigation laid out with a table, the article, a footer. */
export const webPage = (title: string, article: string): string =>
  `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>td{border:1px solid}</style><script>var list = '<table></table>';</script></head>
<body><table class="nav"><tr><td><a href="/">首页</a></td><td><a href="/zwgk">政务公开</a></td></tr></table>
<h1>${escaped(title)}</h1>
<div class="article">
${article}
</div><div class="footer">编造主管部门 版权所有</div></body></html>
`;

const table = (rows: readonly Cells[]): string =>
  `<table>\n${rows
    .map(
      (row, at) =>
        `<tr>${row.map((cell) => (at === 0 ? `<th><p>${escaped(cell)}</p></th>` : `<td>${escaped(cell)}</td>`)).join('')}</tr>`,
    )
    .join('\n')}\n</table>`;

const sheetOf = (rows: readonly Cells[]) => utils.aoa_to_sheet(rows.map((row) => [...row]));

const book = (list: MadeUpList, rows: readonly Cells[]): Uint8Array => {
  if (list.as === 'xls') return gbkWorkbook([...list.title.map((text) => [text]), ...rows]);
  const made = utils.book_new();
  const sheet = sheetOf([...list.title.map((text) => [text]), ...rows]);
  const last = (rows[0]?.length ?? 1) - 1;
  if (last > 0) sheet['!merges'] = list.title.map((_, r) => ({ s: { r, c: 0 }, e: { r, c: last } }));
  utils.book_append_sheet(made, sheet, list.sheetName ?? 'Sheet1');
  for (const [name, more] of Object.entries(list.sheets ?? {}))
    utils.book_append_sheet(made, sheetOf(more), name);
  return new Uint8Array(write(made, { type: 'buffer', bookType: 'xlsx' }));
};

const csvCell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const page = (list: MadeUpList, rows: readonly Cells[]): Uint8Array => {
  if (list.as === 'csv')
    return new TextEncoder().encode(`${rows.map((row) => row.map(csvCell).join(',')).join('\n')}\n`);
  if (list.as !== 'html') return book(list, rows);
  const [title = '', ...words] = list.title;
  const article = `${words.map((text) => `<p>${escaped(text)}</p>`).join('\n')}\n${table(rows)}`;
  return new TextEncoder().encode(webPage(title, article));
};

/** What stands in a list's place when a site defends itself. */
export const captcha =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>安全验证</title></head><body><form><p>请输入验证码</p><img src="/captcha.jpg"><input name="code"></form></body></html>';

const withCell = (rows: readonly Cells[], heading: string, word: string): readonly Cells[] => {
  const at = rows[0]?.indexOf(heading) ?? -1;
  return rows.map((row, r) => (r === 1 ? row.map((cell, c) => (c === at ? word : cell)) : row));
};

const swapped = (rows: readonly Cells[], [a, b]: readonly [string, string]): readonly Cells[] => {
  const [i, j] = [rows[0]?.indexOf(a) ?? 0, rows[0]?.indexOf(b) ?? 0];
  return rows.map((row, r) =>
    r === 0 ? row : row.map((cell, c) => (c === i ? (row[j] ?? '') : c === j ? (row[i] ?? '') : cell)),
  );
};

const mutations = (list: MadeUpList): Readonly<Record<string, Uint8Array>> => {
  const { rows, strange, swap } = list;
  const [heading = [], ...data] = rows;
  const name = heading.findIndex((word) => /名称|Name|相对人|对象|Organization|主要执业机构/.test(word));
  const good = page(list, rows);
  return {
    empty: new Uint8Array(),
    'half-page': good.subarray(0, Math.floor(good.length / 2)),
    'renamed-column': page(list, [heading.map((word, c) => (c === name ? '对象' : word)), ...data]),
    'dropped-column': page(
      list,
      rows.map((row) => row.filter((_, c) => c !== name)),
    ),
    'new-column': page(list, [[...heading, '备查栏'], ...data.map((row) => [...row, '编造'])]),
    ...(list.keepsNothing !== true && {
      'row-twice': page(list, [...rows, rows[1] ?? []]),
      'fewer-rows': page(list, [heading, ...data.slice(0, 1), ...data.slice(2)]),
    }),
    ...(strange !== undefined && { 'strange-word': page(list, withCell(rows, ...strange)) }),
    ...(swap !== undefined && { 'swapped-columns': page(list, swapped(rows, swap)) }),
  };
};

/** Writes the good page and what can become of it on a bad day. */
export const writeList = (list: MadeUpList): void => {
  put(list.source, `${list.key}.${list.as}`, page(list, list.rows));
  put(list.source, `${list.key}-captcha.nasty.html`, captcha);
  for (const [what, body] of Object.entries(mutations(list)))
    put(list.source, `${list.key}-${what}.nasty.${list.as}`, body);
};
