import type { Bilingual } from '../../schema/base.ts';
import { jsonBreak, placeIn } from './json-break.ts';
import { stringEnd } from './json-string.ts';

/** A text that is no JSON, or JSON that two readers would read differently; the message is the rest of a sentence, and names line and column. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
  readonly words: Bilingual;
  constructor(words: Bilingual) {
    super(words.en);
    this.words = words;
  }
}

/** What opens or closes an object or a list, or opens a text in quotes. */
const SIGN = /["{}[\]]/g;
const AFTER_KEY = /\s*:/y;

const isKey = (text: string, end: number): boolean => {
  AFTER_KEY.lastIndex = end;
  return AFTER_KEY.test(text);
};

/** Each text in quotes of valid JSON, and each sign that opens or closes an object or a list, with its place. */
function* tokensOf(text: string): Iterable<Readonly<{ token: string; at: number }>> {
  SIGN.lastIndex = 0;
  for (let found = SIGN.exec(text); found !== null; found = SIGN.exec(text)) {
    const at = found.index;
    const read = found[0] === '"' ? stringEnd(text, at) : { end: at + 1 };
    const end = 'end' in read ? read.end : text.length;
    yield { token: text.slice(at, end), at };
    SIGN.lastIndex = end;
  }
}

/** The first key that an object of this valid JSON gives twice, or that reaches into the language, and where; undefined for none. */
const badKeyIn = (text: string): Readonly<{ key: string; at: number }> | undefined => {
  const open: Set<string>[] = [];
  for (const { token, at } of tokensOf(text)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (isKey(text, at + token.length)) {
      const key = String(JSON.parse(token));
      const keys = open.at(-1);
      if (key === '__proto__' || keys?.has(key)) return { key, at };
      keys?.add(key);
    }
  }
  return undefined;
};

const here = ({ line, column }: ReturnType<typeof placeIn>): Bilingual => ({
  en: `line ${line}, column ${column}`,
  zh: `第${line}行第${column}列`,
});

/** A character as a message shows it; one that would not be seen, or would steer a terminal, by its number. */
const shown = (code: number): string => {
  const sign = String.fromCodePoint(code);
  return /[\p{C}\p{Z}]/u.test(sign) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : sign;
};

const noJson = (text: string, firstLine: number): JsonFault => {
  const { at, expected } = jsonBreak(text);
  const place = here(placeIn(text, at, firstLine));
  const sign = shown(text.codePointAt(at) ?? 0);
  const [en, zh] =
    at >= text.length ? ['the text ends', '文本已结束'] : [`“${sign}” stands there`, `实际为“${sign}”`];
  return new JsonFault({
    en: `is not JSON: ${place.en}: ${expected.en} was expected, and ${en}`,
    zh: `不是JSON：${place.zh}应为${expected.zh}，${zh}`,
  });
};

const badKey = (key: string, { en, zh }: Bilingual): JsonFault => {
  const shown = key.slice(0, 60);
  return key === '__proto__'
    ? new JsonFault({
        en: `holds the key "__proto__", which is no field of anything (${en})`,
        zh: `含有键"__proto__"，它不是任何字段（${zh}）`,
      })
    : new JsonFault({ en: `gives the key "${shown}" twice (${en})`, zh: `重复给出键"${shown}"（${zh}）` });
};

/**
 * Reads JSON that has one meaning only. RFC 8259 §4 leaves open what a key given twice means, and readers differ: a signature
 * checked by one and shown by another could then speak of two things, so such a text is refused. `firstLine`: the number of the text's first line
 * in the file it comes from.
 * @throws JsonFault for no JSON, a key given twice, and `__proto__`
 */
export const parseStrictJson = (text: string, firstLine = 1): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw noJson(text, firstLine);
  }
  const bad = badKeyIn(text);
  if (bad !== undefined) throw badKey(bad.key, here(placeIn(text, bad.at, firstLine)));
  return value;
};
