import { OverLimit } from '../../readers/formats/over-limit.ts';
import type { SentTable } from '../../readers/formats/sent-table.ts';
import { JsonFault, parseStrictJson } from '../../text/strict-json.ts';
import { MOST_ROWS } from '../list.ts';
import { meaningOf, NAMING } from './map-columns.ts';

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

const severalLists = (keys: readonly string[]): JsonFault => {
  const names = keys.map((key) => `“${key}”`);
  return new JsonFault({
    en: `holds several lists (${names.join(', ')}): send that of the hospitals alone`,
    zh: `含有多个列表（${names.join('、')}）：请只提交医院列表`,
  });
};

const noItem = (key: string): JsonFault =>
  new JsonFault({ en: `holds an empty list “${key}”`, zh: `的列表“${key}”是空的` });

/** Deepest that a list may lie within objects: {"data": {"hospitals": […]}}. */
const DEEPEST = 3;

type Inside = Readonly<{ key: string; items: readonly unknown[] }>;

/** The lists within an object, by the key of each; lists of words or numbers (tags) only where nothing else is a list. */
const listsIn = (value: unknown, depth = 0): readonly Inside[] => {
  if (!isObject(value) || depth === DEEPEST) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    Array.isArray(one) ? [{ key, items: one }] : listsIn(one, depth + 1),
  );
};

/** The value without the list that lies in it. */
const without = (value: unknown, list: unknown): Readonly<Record<string, unknown>> =>
  !isObject(value)
    ? {}
    : Object.fromEntries(
        Object.entries(value)
          .filter(([, one]) => one !== list)
          .map(([key, one]) => [key, isObject(one) ? without(one, list) : one]),
      );

/**
 * The list that a value is or holds: {"hospitals": […]}. What stands beside it ({"treatment": "IVF", "hospitals": […]}) is said of each item, so that it is read or told to be
 * unread like any column. A value without a list is a question by itself.
 */
const listIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? { name: item } : item));
  const all = listsIn(value);
  const ofObjects = all.filter(({ items }) => isList(items));
  const lists = ofObjects.length > 0 || !isObject(value) || namesSomebody(value) ? ofObjects : all;
  const [only] = lists;
  if (only === undefined) return [value];
  if (lists.length > 1) throw severalLists(lists.map(({ key }) => key));
  if (only.items.length === 0) throw noItem(only.key);
  const beside = flat(without(value, only.items));
  const items = only.items.map((item) => (isObject(item) ? flat(item) : { name: item }));
  const twice = Object.keys(beside).find((key) => items.some((item) => Object.hasOwn(item, key)));
  if (twice !== undefined) throw saidTwice(twice);
  return items.map((item) => ({ ...item, ...beside }));
};

/** Whether an object is a question by itself, whose lists are its marks: {"name": "…", "claim": ["jci"]}. */
const namesSomebody = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(flat(value)).some(([key, one]) => {
    const field = typeof one === 'string' ? meaningOf()(key)?.field : undefined;
    return field !== undefined && NAMING.includes(field);
  });

/** An object with what lies in further objects beside it: {"hospital": {"city": …}} has a “hospital city”. */
const flat = (
  value: Readonly<Record<string, unknown>>,
  before = '',
  depth = 0,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      isObject(one) && depth < DEEPEST
        ? Object.entries(flat(one, `${before}${key} `, depth + 1))
        : [[`${before}${key}`, one] as const],
    ),
  );

const isList = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isObject);

const flatItem = (value: unknown): unknown => (isObject(value) ? flat(value) : value);

/** One JSON list of questions, one question a line (NDJSON), or one question. */
const itemsOf = (text: string): readonly Item[] => {
  if (isLineByLine(text) && text.trim().includes('\n'))
    return text
      .split('\n')
      .flatMap((line, at) =>
        line.trim() === '' ? [] : [{ line: at + 1, value: flatItem(parseStrictJson(line, at + 1)) }],
      );
  return listIn(parseStrictJson(text)).map((value, at) => ({ line: at + 1, value: flatItem(value) }));
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
