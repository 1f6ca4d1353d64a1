import type { SourceIssue, SourceRecord } from '../../schema/record.ts';
import { type Descriptor, ShapeError } from '../../schema/source.ts';
import { shanghaiDay } from '../kit/dates.ts';
import { issue } from '../kit/take.ts';

/** Terms of authority run fifteen or twenty years at most; what ends later than this from now is a slip or a placeholder. */
const LONGEST_TERM_YEARS = 30;

/** Members that say when something was, or begins: a year ahead is the most that is announced. */
const BEGUN = /^(asOf|validFrom|eventDate)$/;
const ENDS = /^validUntil$/;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** A character that stands for one that was lost, a control character, or one of nobody's meaning. */
const NO_TEXT = /(?![\t\n\r])[\uFFFD\p{Co}\p{Cc}]/u;
/** UTF-8 taken for Latin-1 (å, ç, é and their like, each with a continuation byte) or for GBK (’ becomes 鈥, ， becomes 锛). */
const MANGLED =
  /[\u00C3-\u00EF][\u0080-\u00BF\u2010-\u203A\u20AC\u0152\u0160\u0178\u017D]{1,2}[\u00C3-\u00EF][\u0080-\u00BF]|[鈥锛銆]|锟斤拷/u;
/** What a page is written with, left standing in its words. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|#x?[\da-f]+);/i;
/** Any of these in the JSON of a record makes it worth a look at each of its texts. */
const SUSPECT =
  /[\uFFFD\uE000-\uF8FF\u007F-\u009F鈥锛銆锟<]|\\u00[01]|\\[bf]|[\u00C3-\u00EF]{1}[\u0080-\u00BF]|&(?:nbsp|amp|lt|gt|quot|#)/;

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

const farOff = (dates: object, today: string): string | null => {
  for (const [member, date] of Object.entries(dates)) {
    if (typeof date !== 'string' || !DATE.test(date)) continue;
    if (BEGUN.test(member) && date > yearsOn(today, 1)) return `${member} ${date} is more than a year ahead`;
    if (ENDS.test(member) && date > yearsOn(today, LONGEST_TERM_YEARS))
      return `${member} ${date} is more than ${LONGEST_TERM_YEARS} years ahead`;
  }
  return null;
};

const misdated = (record: SourceRecord, today: string): string | null => {
  const stated = record.kind === 'institution' ? [record, ...record.names, ...record.credentials] : [record];
  return stated.reduce<string | null>((wrong, one) => wrong ?? farOff(one, today), null);
};

/** A name of one letter or none is a serial number, a footnote or a line of dashes. */
const unnamed = (record: SourceRecord): string | null => {
  if (record.kind !== 'institution') return null;
  const bad = record.names.find(({ value }) => !/\p{L}.*\p{L}/su.test(value));
  return bad === undefined ? null : `"${bad.value}" is no name`;
};

const garbled = (record: SourceRecord): string | null => {
  if (!SUSPECT.test(JSON.stringify(record))) return null;
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
export const sensible = (
  record: SourceRecord,
  { absence }: Descriptor,
  readAt: string,
): SourceRecord | SourceIssue => {
  const wrong = garbled(record) ?? unnamed(record) ?? misdated(record, shanghaiDay(new Date(readAt)));
  if (wrong === null) return record;
  if (absence === 'not-met')
    throw new ShapeError(`row ${record.row} cannot be read, and its silence would mean no: ${wrong}`);
  return issue('unreadable-row', record.row, null, wrong);
};
