import type { PartialDate } from '../../../schema/base.ts';
import type { SourceIssue } from '../../../schema/record.ts';
import { type Expect, ShapeError } from '../../../schema/source.ts';
import { normaliseProvince } from '../../places/normalise-place.ts';
import { decodePage } from '../../readers/formats/charset.ts';
import { htmlTables, htmlText } from '../../readers/formats/html-table.ts';
import type { EditionRows, LastGood } from '../../store/ingest-types.ts';
import type { Received } from '../read/read-edition.ts';

/** What a fetched edition is judged by, besides its rows. */
type PageEvidence = Readonly<{
  records: EditionRows;
  /** How many rows it has, those included that were not read anew. */
  rows: number;
  issues: readonly SourceIssue[];
  shape: string;
  /** The edition's own date; null where it has none. */
  asOf: PartialDate | null;
  received: Received;
  reading: string;
}>;

type PageCheck = (edition: PageEvidence, expect: Expect, last: LastGood | undefined) => readonly string[];

/** The middle of some counts; null when there are none. */
export const median = (counts: readonly number[]): number | null =>
  counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? null;

const listed = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '));

/** Refuses a page that lost a heading it had last time, when the same code read both. A heading more changes no meaning. */
const sameShape: PageCheck = ({ shape, reading }, _expect, last) => {
  if (last === undefined || last.shape === null || last.reading !== reading || last.shape === shape)
    return [];
  const [now, then] = [shape.split('|'), last.shape.split('|')];
  const gone = then.filter((heading) => !now.includes(heading));
  const fresh = now.filter((heading) => !then.includes(heading));
  return gone.length === 0
    ? []
    : [`the page has other headings than last time: gone ${listed(gone)}; new ${listed(fresh)}`];
};

/** Refuses a page with a column that the parser does not read in half of the rows or more: that is a new column, not a slip. */
const nothingLeftOver: PageCheck = ({ issues, rows }) => {
  const left = issues.filter(({ code, row }) => code === 'leftover-column' && row !== null);
  return [...Map.groupBy(left, ({ column }) => column)]
    .filter(([, of]) => rows > 0 && of.length * 2 >= rows)
    .map(([column, of]) => `column ${column} is read by nobody in ${of.length} rows`);
};

/** Rows that could not be read count as missing: refuses a page when they are more than `maxDrop` lets vanish. */
const readable: PageCheck = ({ issues, rows }, { maxDrop }) => {
  const lost = issues.filter(({ code }) => code === 'unreadable-row').length;
  const all = lost + rows;
  return lost > all * maxDrop ? [`${lost} of ${all} rows could not be read`] : [];
};

/** The text of a page, in its tables and around them; the text of merged cells only once. */
const shownText = (html: string): string => {
  const cells = htmlTables(html).flatMap(({ rows, before }) => [before, ...rows.flat()]);
  return [...htmlText(html), ...new Set(cells)].join('\n');
};

const textOf = (body: Uint8Array, contentType: string): string => {
  try {
    const { text } = decodePage(body, contentType);
    return /<(html|table|body|p|div)[\s>]/i.test(text) ? shownText(text) : text;
  } catch (cause) {
    if (cause instanceof ShapeError) return '';
    throw cause;
  }
};

const WHOLE = /共(?:计|有)?\s*(\d{1,6})\s*(?:家|所|个|条|项|例)/g;
const BY_PROVINCE = /([\p{Script=Han}]{2,12})\s*[（(]\s*(?:共\s*)?(\d{1,5})\s*(?:家|所|个)\s*[）)]/gu;

const wholeTotals = (edition: PageEvidence, text: string): readonly string[] => {
  const printed = [...text.matchAll(WHOLE)].map(([, count]) => Number(count));
  if (printed.length === 0) return ['the page prints no total, though it always did'];
  const read = edition.rows;
  return printed.includes(read)
    ? []
    : [`the page prints a total of ${printed.join(', ')}, ${read} rows were read`];
};

const provinceTotals = (edition: PageEvidence, text: string): readonly string[] => {
  const printed = [...text.matchAll(BY_PROVINCE)].flatMap(([, name = '', count]) => {
    const province = normaliseProvince(name);
    return province === null ? [] : [[province, Number(count)] as const];
  });
  if (printed.length === 0) return ['the page prints no total a province, though it always did'];
  const read = Map.groupBy(edition.records, ({ record }) =>
    record.kind === 'institution' ? record.place?.province : undefined,
  );
  return printed.flatMap(([province, count]) => {
    const rows = read.get(province)?.length ?? 0;
    return rows === count ? [] : [`the page prints ${count} for ${province}, ${rows} rows were read`];
  });
};

const totals: PageCheck = (edition, { totals: which }) => {
  if (which === undefined) return [];
  const { bodies, snapshots } = edition.received;
  const text = bodies.map((body, at) => textOf(body, snapshots[at]?.contentType ?? '')).join('\n');
  return which === 'whole' ? wholeTotals(edition, text) : provinceTotals(edition, text);
};

/** Refuses a page older than the last good one (a site restored from an old copy), or one that lost its date. */
const notOlder: PageCheck = ({ asOf, reading }, _expect, last) => {
  if (last === undefined || last.asOf === null || last.reading !== reading) return [];
  if (asOf === null) return [`the page prints no date, the last good edition was of ${last.asOf}`];
  const length = Math.min(asOf.length, last.asOf.length);
  return asOf.slice(0, length) < last.asOf.slice(0, length)
    ? [`the page is of ${asOf}, older than the last good edition of ${last.asOf}`]
    : [];
};

const checks: readonly PageCheck[] = [sameShape, notOlder, nothingLeftOver, readable, totals];

/** Judges a fetched edition beyond its rows: headings, its date, columns nobody reads, unreadable rows, printed totals. Gives the reasons to refuse it. */
export const judgePages = (edition: PageEvidence, expect: Expect, last: LastGood | undefined) =>
  checks.flatMap((check) => check(edition, expect, last));
