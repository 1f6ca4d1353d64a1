import type { FieldError } from '../errors.ts';

const codePoint = (text: string, index: number): string =>
  `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const wellFormed = (text: string): string | null => {
  if (!text.isWellFormed())
    return 'holds half a character (a lone surrogate); the text was cut or is not UTF-8';
  if (text.includes('\uFFFD'))
    return 'holds U+FFFD, which stands for a character that was lost when the text was decoded';
  const control = text.search(/\p{Cc}/u);
  return control === -1
    ? null
    : `holds the control character ${codePoint(text, control)} at position ${control + 1}`;
};

/**
 * Reads one text field: trimmed, not empty, at most `max` characters, without control characters or half characters.
 * Emoji, quotes, SQL and HTML are text like any other. Gives the text, or what is wrong with it.
 */
export const readText = (
  value: unknown,
  field: string,
  max: number,
): Readonly<{ text: string } | { error: FieldError }> => {
  const wrong = (problem: string, expected: string) => ({ error: { field, problem, expected } });
  if (Array.isArray(value)) return wrong('is given more than once', 'one text');
  if (typeof value !== 'string')
    return wrong(`is ${value === null ? 'null' : `a ${typeof value}`}`, 'a text');
  const text = value.trim();
  if (text === '') return wrong('is empty', `a text of 1 to ${max} characters, or leave the field out`);
  if (text.length > max) return wrong(`has ${text.length} characters`, `at most ${max} characters`);
  const broken = wellFormed(text);
  return broken === null ? { text } : wrong(broken, 'printable text');
};
