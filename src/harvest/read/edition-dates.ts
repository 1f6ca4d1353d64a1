import type { PartialDate } from '../../../schema/base.ts';
import type { Descriptor } from '../../../schema/source.ts';
import type { EditionRow, EditionRows } from '../../store/ingest-types.ts';
import { shanghaiDay } from '../../text/dates.ts';
import type { Dated } from './incremental-read.ts';
import { eachRow } from './packed-rows.ts';

/** The dates that rows print, each once; undefined among them where a row prints none. */
type PrintedDates = ReadonlySet<PartialDate | undefined>;

/** The one date all rows print; null when they print several, or none. */
const sharedDate = (dates: PrintedDates): PartialDate | null => {
  const [only] = dates;
  return dates.size === 1 ? (only ?? null) : null;
};

/**
 * The date of an edition: of its descriptor, the day it was read, or what its page prints (`dated` of the descriptor). Null for
 * captured and accumulating sources, whose rows have dates of their own, and where none is printed.
 */
export const editionDate = (
  { asOf, how, dated, accumulates }: Descriptor,
  dates: PrintedDates,
  readAt: string,
): PartialDate | null => {
  if (asOf !== null || how === 'bundled') return asOf;
  if (how === 'captured' || accumulates === true) return null;
  return dated === 'when-read' ? shanghaiDay(new Date(readAt)) : sharedDate(dates);
};

/** Takes the list's own date off a row of a fetched list, so that a new edition alone is no change of the row. */
const withoutListDate = ({ page, record }: EditionRow, asOf: PartialDate | null): EditionRow => {
  if (asOf === null || record.asOf !== asOf) return { page, record };
  const { asOf: _, ...rest } = record;
  return { page, record: rest };
};

/** Dates a row of an accumulating source by the day it was read, when it prints no date: later runs bring other rows. */
const withOwnDay = ({ page, record }: EditionRow, day: PartialDate): EditionRow => ({
  page,
  record: record.asOf === undefined ? { ...record, asOf: day } : record,
});

/** The dates of rows as they are kept. */
export const datedRows = (
  descriptor: Descriptor,
  records: EditionRows,
  asOf: PartialDate | null,
  readAt: string,
): EditionRows => {
  const { how, dated, accumulates } = descriptor;
  if (how !== 'fetched') return records;
  if (accumulates !== true) return eachRow(records, (one) => withoutListDate(one, asOf));
  return dated === 'when-read'
    ? eachRow(records, (one) => withOwnDay(one, shanghaiDay(new Date(readAt))))
    : records;
};

/** How the rows of a list are dated that were all read. */
export const datedOf = (dates: PrintedDates, asOf: PartialDate | null): Dated => {
  const [only] = dates;
  if (dates.size > 1) return 'otherwise';
  return only === undefined ? 'none' : only === asOf ? 'all' : 'otherwise';
};
