import type { SourceIssue, SourceRecord } from '../../../schema/record.ts';
import { type Descriptor, ShapeError } from '../../../schema/source.ts';
import { issue } from '../../readers/lists/row-reader.ts';
import { isDay, shanghaiDay } from '../../text/dates.ts';

/** Terms of authority run fifteen or twenty years at most; what ends later than this from now is a slip or stands for "no end". */
const LONGEST_TERM_YEARS = 30;

/** A character that stands for one that was lost, a control character, or one of nobody's meaning. */
const NO_TEXT = /(?![\t\n\r])[\uFFFD\p{Co}\p{Cc}]/u;
/** UTF-8 taken for Latin-1 (å, ç, é and their like, each with a continuation byte) or for GBK (’ becomes 鈥, ， becomes 锛). */
const MANGLED =
  /[\u00C3-\u00EF][\u0080-\u00BF\u2010-\u203A\u20AC\u0152\u0160\u0178\u017D]{1,2}[\u00C3-\u00EF][\u0080-\u00BF]|[鈥锛銆]|锟斤拷/u;
/** What a page is written with, left standing in its words. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|#x?[\da-f]+);/i;
const MOJIBAKE = new Set([...'鈥锛銆锟\uFFFD'].map((char) => char.charCodeAt(0)));

/** A first look at every text of every night: character by character, since a pattern takes twenty times as long. */
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

/** A name of one letter or none is a serial number, a footnote or a line of dashes. */
const unnamed = (record: SourceRecord): string | null => {
  if (record.kind !== 'institution') return null;
  const bad = record.names.find(({ value }) => !/\p{L}.*\p{L}/su.test(value));
  return bad === undefined ? null : `"${bad.value}" is no name`;
};

/** No list of ours speaks of earlier days. */
const EARLIEST = '1911';

/** A cell that is wholly a date, and one that no calendar has or that lies beyond all terms. */
const noDate = (cell: string, { ends }: Limits): boolean => {
  if ((cell.length !== 10 && cell.length !== 7) || cell[4] !== '-' || !/^\d{4}-\d\d(-\d\d)?$/.test(cell))
    return false;
  return cell > ends || cell < EARLIEST || !isDay(cell.length === 7 ? `${cell}-01` : cell);
};

/** A year alone is one under such headings only; elsewhere it may be a number of beds. */
const OF_YEARS = /年|日期|时间|有效|year|date|valid|expir/i;
const PRINTED = /^(\d{4})(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[/.]\d{1,2}[/.]\d{1,2})?$/;

/** A date in any other way of printing it that lies beyond all terms; hospitals are older than our lists. */
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
 * Looks for what no row of any list can say: characters that were lost on the way, markup, no name, and dates that cannot have
 * come. Gives the record, or the issue that stands in its place. `readAt`: the instant it is read. Throws `ShapeError` for a
 * list whose silence means no: there a row left out would speak.
 */
export const senseOf = ({ absence }: Descriptor, readAt: string) => {
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
