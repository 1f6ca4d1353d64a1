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

const saidTwice = (key: string): JsonFault =>
  new JsonFault({
    en: `holds “${key}” beside a list and in its items: send the list alone`,
    zh: `“${key}”既写在列表旁，又写在列表各项中：请只提交列表本身`,
  });

/**
 * The list that a value is or holds: {"hospitals": […]}. What stands beside it ({"treatment": "IVF", "hospitals": […]}) is said of each item, so that it is read or told to be
 * unread like any column. A value without a list is a question by itself.
 */
const listIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  const entries = isObject(value) ? Object.entries(value) : [];
  const lists = entries.flatMap(([key, one]) => (isList(one) ? [{ key, items: one }] : []));
  const [only] = lists;
  if (lists.length !== 1 || only === undefined) return [value];
  const beside = entries.filter(([key]) => key !== only.key);
  const twice = beside.find(([key]) => only.items.some((item) => Object.hasOwn(item, key)));
  if (twice !== undefined) throw saidTwice(twice[0]);
  return only.items.map((item) => ({ ...item, ...Object.fromEntries(beside) }));
};

const isList = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
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
