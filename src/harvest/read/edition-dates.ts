import type { PartialDate } from '../../../schema/base.ts';
import type { SourceRecord } from '../../../schema/record.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { shanghaiDay } from '../../text/dates.ts';
import type { Dated } from './incremental-read.ts';

/** A record with its page: the index into the pages of its edition. */
export type Numbered = Readonly<{ page: number; record: SourceRecord }>;

/** The one date all rows print; null when they print several, or none. */
const sharedDate = (records: readonly Numbered[]): PartialDate | null => {
  const [first] = records;
  const date = first?.record.asOf;
  return date !== undefined && records.every(({ record }) => record.asOf === date) ? date : null;
};

/**
 * The date of an edition: of its descriptor, the day it was read, or what its page prints (`dated` of the descriptor). Null for
 * captured and accumulating sources, whose rows have dates of their own, and where none is printed.
 */
export const editionDate = (
  { asOf, how, dated, accumulates }: Descriptor,
  records: readonly Numbered[],
  readAt: string,
): PartialDate | null => {
  if (asOf !== null || how === 'bundled') return asOf;
  if (how === 'captured' || accumulates === true) return null;
  return dated === 'when-read' ? shanghaiDay(new Date(readAt)) : sharedDate(records);
};

/** Takes the list's own date off a row of a fetched list, so that a new edition alone is no change of the row. */
const withoutListDate = ({ page, record }: Numbered, asOf: PartialDate | null): Numbered => {
  if (asOf === null || record.asOf !== asOf) return { page, record };
  const { asOf: _, ...rest } = record;
  return { page, record: rest };
};

/** Dates a row of an accumulating source by the day it was read, when it prints no date: later runs bring other rows. */
const withOwnDay = ({ page, record }: Numbered, day: PartialDate): Numbered => ({
  page,
  record: record.asOf === undefined ? { ...record, asOf: day } : record,
});

/** The dates of rows as they are kept. */
export const datedRows = (
  descriptor: Descriptor,
  records: readonly Numbered[],
  asOf: PartialDate | null,
  readAt: string,
) => {
  const { how, dated, accumulates } = descriptor;
  if (how !== 'fetched') return records;
  if (accumulates !== true) return records.map((one) => withoutListDate(one, asOf));
  return dated === 'when-read'
    ? records.map((one) => withOwnDay(one, shanghaiDay(new Date(readAt))))
    : records;
};

/** How the rows of a list are dated that were all read. */
export const datedOf = (records: readonly Numbered[], asOf: PartialDate | null): Dated => {
  if (records.every(({ record }) => record.asOf === undefined)) return 'none';
  return asOf !== null && records.every(({ record }) => record.asOf === asOf) ? 'all' : 'otherwise';
};
