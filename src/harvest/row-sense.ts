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
/** UTF-8 taken for Latin-1: å, ç, é and their like, each followed by a continuation byte, three running. */
const MANGLED =
  /[\u00C3-\u00EF][\u0080-\u00BF\u2010-\u203A\u20AC\u0152\u0160\u0178\u017D]{1,2}[\u00C3-\u00EF][\u0080-\u00BF]/u;

const yearsOn = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** Every text of a record with the name of its member. */
function* texts(value: unknown, member: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [member, value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, inside] of Object.entries(value))
      yield* texts(inside, Array.isArray(value) ? member : name);
}

const wrongWith = (member: string, text: string, today: string): string | null => {
  if (NO_TEXT.test(text)) return `${member} holds characters that are no text: "${text.slice(0, 40)}"`;
  if (MANGLED.test(text)) return `${member} was read in the wrong charset: "${text.slice(0, 40)}"`;
  if (!DATE.test(text)) return null;
  if (BEGUN.test(member) && text > yearsOn(today, 1)) return `${member} ${text} is more than a year ahead`;
  if (ENDS.test(member) && text > yearsOn(today, LONGEST_TERM_YEARS))
    return `${member} ${text} is more than ${LONGEST_TERM_YEARS} years ahead`;
  return null;
};

const fault = (record: SourceRecord, today: string): SourceIssue | null => {
  for (const [member, text] of texts(record, '')) {
    const wrong = wrongWith(member, text, today);
    if (wrong !== null) return issue('unreadable-row', record.row, member, wrong);
  }
  return null;
};

/**
 * Looks for what no row of any list can say: characters that were lost on the way, and dates that cannot have come. Gives the
 * record, or the issue that stands in its place. `readAt`: the instant it is read. Throws `ShapeError` for a list whose
 * silence means no: there a row left out would speak.
 */
export const sensible = (
  record: SourceRecord,
  { absence }: Descriptor,
  readAt: string,
): SourceRecord | SourceIssue => {
  const wrong = fault(record, shanghaiDay(new Date(readAt)));
  if (wrong !== null && absence === 'not-met')
    throw new ShapeError(`row ${wrong.row} cannot be read, and its silence would mean no: ${wrong.detail}`);
  return wrong ?? record;
};
