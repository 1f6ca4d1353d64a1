/** A text that is no JSON, or JSON that two readers would read differently; the message is the rest of a sentence. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
}

/** A string of valid JSON, or a sign that opens or closes an object or a list. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
const AFTER_KEY = /\s*:/y;

const isKey = (text: string, end: number): boolean => {
  AFTER_KEY.lastIndex = end;
  return AFTER_KEY.test(text);
};

/** The first key that an object of this valid JSON gives twice, or that reaches into the language; undefined for none. */
const badKeyIn = (text: string): string | undefined => {
  const open: Set<string>[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (isKey(text, index + token.length)) {
      const key = String(JSON.parse(token));
      const keys = open.at(-1);
      if (key === '__proto__' || keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
};

/**
 * Reads JSON that has one meaning only. RFC 8259 §4 leaves open what a key given twice means, and readers differ: a signature
 * checked by one and shown by another could then speak of two things, so such a text is refused.
 * @throws JsonFault for no JSON, a key given twice, and `__proto__`
 */
export const parseStrictJson = (text: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonFault('is not JSON');
  }
  const key = badKeyIn(text);
  if (key === '__proto__') throw new JsonFault('holds the key "__proto__", which is no field of anything');
  if (key !== undefined) throw new JsonFault(`gives the key "${key.slice(0, 60)}" twice`);
  return value;
};
