import { z } from 'zod';

/** What zod hands to the words of a finding. */
type Finding = Readonly<{ input?: unknown }>;

const notText = ({ input }: Finding): string => {
  if (input === undefined) return 'is missing';
  if (Array.isArray(input)) return 'is given more than once';
  if (input === null) return 'is null';
  return typeof input === 'object' ? 'is an object' : `is a ${typeof input}`;
};
const filled = (text: string): boolean => text.trim() !== '';
const empty = { abort: true, error: 'is empty' } as const;
const tooLong = { abort: true, error: ({ input }: Finding) => `has ${String(input).length} characters` };

const codePoint = (text: string, at: number): string =>
  `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What is no text to read: a character that was cut or lost on its way here, or one of these control characters. */
const flawOf = (text: string, controls: RegExp): string | null => {
  if (!text.isWellFormed())
    return 'holds half a character (a lone surrogate); the text was cut or is not UTF-8';
  if (text.includes('\uFFFD'))
    return 'holds U+FFFD, which stands for a character that was lost when the text was decoded';
  const at = text.search(controls);
  return at === -1 ? null : `holds the control character ${codePoint(text, at)} at position ${at + 1}`;
};

/** Emoji, quotes, SQL and HTML are text like any other. */
const printable =
  (controls: RegExp) =>
  ({ value, issues }: z.core.ParsePayload<string>): void => {
    const message = flawOf(value, controls);
    if (message !== null) issues.push({ code: 'custom', input: value, message });
  };

/** Line breaks and tabs of letterheads and cells (Alt-Enter) are white space. */
const onOneLine = (text: string): string => text.replace(/[\t\n\r]+/g, ' ');

/** One line of text, written on one or several: trimmed, then 1 to `max` UTF-16 units. (`min` is for the reference: `filled` speaks first.) */
export const line = (max: number) => {
  const params = { expected: `a text of 1 to ${max} characters, or leave the field out` };
  const text = z.string({ error: notText }).overwrite(onOneLine).trim();
  return text
    .refine(filled, { ...empty, params })
    .min(1)
    .max(max, tooLong)
    .check(printable(/\p{Cc}/u));
};

/** A text of several lines, not blank, up to `max` UTF-16 units, kept as it is. */
export const prose = (max: number) => {
  const text = z.string({ error: notText }).refine(filled, empty).min(1);
  return text.max(max, tooLong).check(printable(/[^\P{Cc}\t\r\n]/u));
};

/**
 * What is given once or more than once, as values or as one text with commas between them: each different value once. Too many
 * are refused before any of them is read: to say which known word is near to an unknown one is dear.
 */
export const listOf = <Value>(one: z.ZodType<Value>, max: number, what: string) =>
  z.preprocess(
    (given) => {
      const values = [given].flat();
      return [
        ...new Set(values.flatMap((value) => (typeof value === 'string' ? value.split(/[,，]/) : [value]))),
      ];
    },
    z
      .array(z.unknown())
      .max(max, { error: ({ input }: Finding) => `holds ${(input as unknown[]).length} ${what}` })
      .pipe(z.array(one).overwrite((values) => [...new Set(values)])),
  );

/** A whole number from 1 to 999,999,999, as JSON writes it or as an address does. */
export const count = (error: string) =>
  z.preprocess((given) => {
    const digits = typeof given === 'number' ? String(given) : given;
    return typeof digits === 'string' && /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : null;
  }, z.int({ error }).positive());

/** One day of the calendar. */
export const calendarDay = () =>
  z.iso.date({
    abort: true,
    error: ({ input }: Finding) =>
      typeof input === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(input)
        ? 'is a day that does not exist in the calendar'
        : 'is not a day',
  });
