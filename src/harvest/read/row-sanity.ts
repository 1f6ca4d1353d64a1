import { LONGEST_NAME, type SourceIssue, type SourceRecord } from '../../../schema/record.ts';
import { type Descriptor, ShapeError } from '../../../schema/source.ts';
import { issue } from '../../readers/lists/row-reader.ts';
import { isDay, shanghaiDay } from '../../text/dates.ts';

/** Terms run for fifteen or twenty years at most; a date later than this is a slip of the pen or means "no end". */
const LONGEST_TERM_YEARS = 30;

/** The replacement character (U+FFFD), a control character, or one for private use. */
const NO_TEXT = /(?![\t\n\r])[\uFFFD\p{Co}\p{Cc}]/u;
/** UTF-8 taken for Latin-1 (å, ç, é and their like, each with a continuation byte) or for GBK (’ becomes 鈥, ， becomes 锛). */
const MANGLED =
  /[\u00C3-\u00EF][\u0080-\u00BF\u2010-\u203A\u20AC\u0152\u0160\u0178\u017D]{1,2}[\u00C3-\u00EF][\u0080-\u00BF]|[鈥锛銆]|锟斤拷/u;
/** Tags or entities of HTML that were left standing in a text. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|#x?[\da-f]+);/i;
const MOJIBAKE = new Set([...'鈥锛銆锟\uFFFD'].map((char) => char.charCodeAt(0)));

/** A quick test of every text of every night, character by character: a regular expression takes twenty times as long. */
const suspicious = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 ? code !== 9 && code !== 10 && code !== 13 : code === 0x26 || code === 0x3c) return true;
    if (code >= 0x7f && (code <= 0xbf || (code >= 0xe000 && code <= 0xf8ff) || MOJIBAKE.has(code)))
      return true;
  }
  return false;
};

const yearsOn = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** Every text of a record with the name of its member. */
function* texts(value: unknown, member: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [member, value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, inside] of Object.entries(value))
      yield* texts(inside, Array.isArray(value) ? member : name);
}

const noText = (member: string, text: string): string | null => {
  if (NO_TEXT.test(text)) return `${member} holds characters that are no text: "${text.slice(0, 40)}"`;
  if (MANGLED.test(text)) return `${member} was read in the wrong charset: "${text.slice(0, 40)}"`;
  return !/^https?:/.test(text) && MARKUP.test(text)
    ? `${member} holds the page's own markup: "${text.slice(0, 40)}"`
    : null;
};

type Dates = Readonly<{ asOf?: unknown; eventDate?: unknown; validFrom?: unknown; validUntil?: unknown }>;
type Limits = Readonly<{ begun: string; ends: string }>;

const later = (date: unknown, limit: string): boolean => typeof date === 'string' && date > limit;

const farOff = (
  { asOf, eventDate, validFrom, validUntil }: Dates,
  { begun, ends }: Limits,
): string | null => {
  if (later(asOf, begun) || later(eventDate, begun) || later(validFrom, begun))
    return `${[asOf, eventDate, validFrom].find((date) => later(date, begun))} is more than a year ahead`;
  return later(validUntil, ends) ? `${validUntil} is more than ${LONGEST_TERM_YEARS} years ahead` : null;
};

const misdated = (record: SourceRecord, limits: Limits): string | null => {
  const wrong = farOff(record, limits);
  if (wrong !== null || record.kind !== 'institution') return wrong;
  for (const one of record.credentials) {
    const far = farOff(one, limits);
    if (far !== null) return far;
  }
  return null;
};

/** A name of one letter or none is a serial number, a footnote or a line of dashes; a very long one is a paragraph. */
const isName = (value: string): boolean => value.length <= LONGEST_NAME && /\p{L}.*\p{L}/su.test(value);

const unnamed = (record: SourceRecord): string | null => {
  if (record.kind !== 'institution') return null;
  const bad = record.names.find(({ value }) => !isName(value));
  return bad === undefined ? null : `"${bad.value.slice(0, 60)}" is no name`;
};

/** No list holds dates before this year. */
const EARLIEST = '1911';

/** True for a cell that is wholly a date (YYYY-MM-DD, YYYY-MM) which no calendar has, or which lies before or after all terms. */
const noDate = (cell: string, { ends }: Limits): boolean => {
  if ((cell.length !== 10 && cell.length !== 7) || cell[4] !== '-' || !/^\d{4}-\d\d(-\d\d)?$/.test(cell))
    return false;
  return cell > ends || cell < EARLIEST || !isDay(cell.length === 7 ? `${cell}-01` : cell);
};

/** Four digits are a year only under such headings; elsewhere they may be a number of beds. */
const OF_YEARS = /年|日期|时间|有效|year|date|valid|expir/i;
const PRINTED = /^(\d{4})(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[/.]\d{1,2}[/.]\d{1,2})?$/;

/** True for a date printed in another way that lies after all terms. Early years pass: hospitals are older than our lists. */
const farDate = (heading: string, cell: string, { ends }: Limits): boolean => {
  if (cell.length < 4 || cell.length > 11 || !(cell >= '1' && cell < ':') || !OF_YEARS.test(heading))
    return false;
  const [, year] = PRINTED.exec(cell) ?? [];
  return year !== undefined && year > ends.slice(0, 4);
};

const undated = ({ raw }: SourceRecord, limits: Limits): string | null => {
  for (const heading in raw) {
    const cell = raw[heading] ?? '';
    if (noDate(cell, limits) || farDate(heading, cell, limits))
      return `${heading} holds no possible date: "${cell}"`;
  }
  return null;
};

const garbled = (record: SourceRecord): string | null => {
  let look = false;
  for (const heading in record.raw) look ||= suspicious(heading) || suspicious(record.raw[heading] ?? '');
  if (!look) return null;
  for (const [member, text] of texts(record, '')) {
    const wrong = noText(member, text);
    if (wrong !== null) return wrong;
  }
  return null;
};

/**
 * Gives the check for what no row of any list can hold: lost characters, markup, a name of one letter or of a
 * whole paragraph, impossible dates. It gives the record, or an issue in its place. `readAt`: the instant of reading. For a list where absence means "not met" it throws
 * `ShapeError`: leaving the row out would make its institution look unlicensed.
 */
export const sanityCheck = ({ absence }: Descriptor, readAt: string) => {
  const today = shanghaiDay(new Date(readAt));
  const limits: Limits = { begun: yearsOn(today, 1), ends: yearsOn(today, LONGEST_TERM_YEARS) };
  return (record: SourceRecord): SourceRecord | SourceIssue => {
    const wrong = garbled(record) ?? unnamed(record) ?? misdated(record, limits) ?? undated(record, limits);
    if (wrong === null) return record;
    if (absence === 'not-met')
      throw new ShapeError(`row ${record.row} cannot be read, and its silence would mean no: ${wrong}`);
    return issue('unreadable-row', record.row, null, wrong);
  };
};
