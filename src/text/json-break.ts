import type { Bilingual } from '../../schema/base.ts';
import { stringEnd } from './json-string.ts';

/** A place in a text as editors count it, from 1; `column` counts characters (UTF-16 units). */
type TextPlace = Readonly<{ line: number; column: number }>;

/** The place of a character of a text. `first`: the number of the text's first line. */
export const placeIn = (text: string, at: number, first = 1): TextPlace => {
  const before = text.slice(0, at).split('\n');
  return { line: first + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
};

const SPACE = /[ \t\n\r]*/y;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** What may stand next in a text of JSON, in words. */
const expected = {
  value: { en: 'a value', zh: '一个值' },
  item: { en: 'a value or ]', zh: '一个值或]' },
  name: { en: 'a name in double quotes', zh: '双引号中的名称' },
  first: { en: 'a name in double quotes or }', zh: '双引号中的名称或}' },
  colon: { en: 'a colon', zh: '冒号' },
  inList: { en: 'a comma or ]', zh: '逗号或]' },
  inObject: { en: 'a comma or }', zh: '逗号或}' },
  end: { en: 'nothing more', zh: '文本结束' },
  number: {
    en: 'a number such as 0.5 or -12, without a zero before it and with digits after its point',
    zh: '如0.5或-12的数字（前面不加零，小数点后有数字）',
  },
  closing: { en: 'a closing double quote', zh: '结束的双引号' },
  quote: {
    en: 'text in double quotes on one line, with \\ only before " \\ / b f n r t u',
    zh: '同一行内双引号中的文本（\\之后只能是 " \\ / b f n r t u）',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
type Next = keyof typeof expected;

/** Where a text stops being JSON, and what would be right there. */
type JsonBreak = Readonly<{ at: number; expected: Bilingual }>;

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

const CLOSES: Readonly<Partial<Record<Next, string>>> = { item: ']', inList: ']', first: '}', inObject: '}' };

type End = Readonly<{ end: number } | { wrong: number; of?: Next }>;

/** Where a text in quotes ends, or what is wrong in it. */
const quotedEnd = (text: string, at: number): End => {
  const found = stringEnd(text, at);
  if ('end' in found) return found;
  return { wrong: found.wrong, of: found.wrong < text.length ? 'quote' : 'closing' };
};

/** The same of a number or a word (true, false, null). */
const plainEnd = (text: string, at: number): End => {
  const end = endOf(PLAIN, text, at);
  if (end >= 0) return { end };
  return /[-\d]/.test(text.charAt(at)) ? { wrong: at, of: 'number' } : { wrong: at };
};

/** Where a text that is no JSON stops being JSON; its end where more would have to come. Reads every character once. */
export const jsonBreak = (text: string): JsonBreak => {
  const open: ('{' | '[')[] = [];
  let next: Next = 'value';
  let at = 0;
  const after = (): Next => (open.length === 0 ? 'end' : open.at(-1) === '[' ? 'inList' : 'inObject');
  for (;;) {
    at = endOf(SPACE, text, at);
    const sign = text.charAt(at);
    const stops = (what: Next): JsonBreak => ({ at, expected: expected[what] });
    if (sign === '') return stops(next);
    if (sign === CLOSES[next]) {
      open.pop();
      next = after();
      at += 1;
    } else if (next === 'inList' || next === 'inObject') {
      if (sign !== ',') return stops(next);
      next = next === 'inList' ? 'value' : 'name';
      at += 1;
    } else if (next === 'colon') {
      if (sign !== ':') return stops(next);
      next = 'value';
      at += 1;
    } else if (next === 'end') return stops(next);
    else if (next === 'name' || next === 'first') {
      if (sign !== '"') return stops(next);
      const found = quotedEnd(text, at);
      if ('wrong' in found) return { at: found.wrong, expected: expected[found.of ?? next] };
      next = 'colon';
      at = found.end;
    } else if (sign === '[' || sign === '{') {
      open.push(sign);
      next = sign === '[' ? 'item' : 'first';
      at += 1;
    } else {
      const found = sign === '"' ? quotedEnd(text, at) : plainEnd(text, at);
      if ('wrong' in found) return { at: found.wrong, expected: expected[found.of ?? next] };
      next = after();
      at = found.end;
    }
  }
};
