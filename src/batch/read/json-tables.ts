import { OverLimit } from '../../readers/formats/over-limit.ts';
import type { SentTable } from '../../readers/formats/sent-table.ts';
import { JsonFault, parseStrictJson } from '../../text/strict-json.ts';
import { MOST_ROWS } from '../list.ts';

type Item = Readonly<{ line: number; value: unknown }>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the first line with text is an object by itself: then each further one is a question of its own. */
const isLineByLine = (text: string): boolean => {
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  return first.startsWith('{') && first.trimEnd().endsWith('}');
};

/** The list that a value is or holds: {"hospitals": […]}, with or without a word about the list beside it; a value without one is a question by itself. */
const listIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  const lists = isObject(value) ? Object.values(value).filter(isList) : [];
  const [only] = lists;
  return lists.length === 1 && only !== undefined ? only : [value];
};

const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

/** One JSON list of questions, one question a line (NDJSON), or one question. */
const itemsOf = (text: string): readonly Item[] => {
  if (isLineByLine(text) && text.trim().includes('\n'))
    return text
      .split('\n')
      .flatMap((line, at) =>
        line.trim() === '' ? [] : [{ line: at + 1, value: parseStrictJson(line, at + 1) }],
      );
  return listIn(parseStrictJson(text)).map((value, at) => ({ line: at + 1, value }));
};

/** A number beyond what a spreadsheet or JavaScript keeps exactly shows its exponent, so that nobody takes it for an identifier. */
const cellOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number')
    return Number.isSafeInteger(value) || !Number.isInteger(value) ? String(value) : value.toExponential();
  if (Array.isArray(value)) return value.map(cellOf).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const noQuestion = (item: number): JsonFault =>
  new JsonFault({
    en: `holds an item that is no object such as {"name":"…"}: item ${item}`,
    zh: `第${item}项不是对象（应如{"name":"…"}）`,
  });

/** A list of questions as a table: its keys, in the order in which they first come, are the heading. */
export const jsonTables = (text: string): readonly SentTable[] => {
  const items = itemsOf(text);
  if (items.length > MOST_ROWS) throw new OverLimit(`the list has ${items.length} rows`);
  const heading = new Set<string>();
  for (const { line, value } of items) {
    if (!isObject(value)) throw noQuestion(line);
    for (const key of Object.keys(value)) heading.add(key);
  }
  const keys = [...heading];
  const rows = items.map(({ line, value }) => {
    const cells = keys.map((key) => cellOf(isObject(value) ? value[key] : undefined));
    return { line, hidden: false, cells };
  });
  return [{ sheet: null, hidden: false, above: [], heading: keys, headingLine: 0, rows }];
};
