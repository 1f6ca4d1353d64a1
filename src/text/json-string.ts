const QUOTE = 34;
const BACKSLASH = 92;
const SPACE = 32;
const ESCAPED = '"\\/bfnrt';
const HEX = /^[0-9A-Fa-f]{4}$/;

/** Characters of the escape that begins at a backslash; 0 for what is no escape of JSON. */
const escapeLength = (text: string, at: number): number => {
  const sign = text.charAt(at + 1);
  if (sign === 'u') return HEX.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return sign !== '' && ESCAPED.includes(sign) ? 2 : 0;
};

/**
 * Reads the JSON text in quotes that begins at `at`: where it ends (behind its closing quote), or the character that may not stand in
 * it, which is the text's end where it is not closed. Reads character by character: an expression would pile up a text of megabytes.
 */
export const stringEnd = (text: string, at: number): Readonly<{ end: number } | { wrong: number }> => {
  let place = at + 1;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) return { end: place + 1 };
    if (code < SPACE) return { wrong: place };
    const length = code === BACKSLASH ? escapeLength(text, place) : 1;
    if (length === 0) return { wrong: place };
    place += length;
  }
  return { wrong: text.length };
};
