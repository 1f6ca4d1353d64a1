import type { PartialDate } from '../../schema/base.ts';
import type { SourceIssue, SourceRecord } from '../../schema/record.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Descriptor, Page } from '../../schema/source.ts';
import { shanghaiDay } from '../kit/dates.ts';
import type { Source } from './catalogue.ts';
import { senseOf } from './row-sense.ts';

/** The pages of one edition with their bytes, in reading order. */
export type Received = Readonly<{ snapshots: readonly Snapshot[]; bodies: readonly Uint8Array[] }>;

export type ReadEdition = Readonly<{
  records: readonly Readonly<{ page: number; record: SourceRecord }>[];
  issues: readonly SourceIssue[];
  /** The edition's own date. */
  asOf: PartialDate | null;
  /** The headings most rows have, sorted: another set is another page. */
  shape: string;
}>;

type Numbered = { page: number; record: SourceRecord };

/** Rows between two progress events. */
const STEP = 500;

/** The one date all rows print; null when they print several, or none. */
const sharedDate = (records: readonly Numbered[]): PartialDate | null => {
  const [first] = records;
  const date = first?.record.asOf;
  return date !== undefined && records.every(({ record }) => record.asOf === date) ? date : null;
};

/** What dates an edition (events and single looks date themselves, so theirs has none): its descriptor, the day it was read, or what its page prints (see `dated` of the descriptor). */
export const editionDate = (
  { asOf, how, dated, accumulates }: Descriptor,
  records: readonly Numbered[],
  readAt: string,
): PartialDate | null => {
  if (asOf !== null || how === 'bundled') return asOf;
  if (how === 'captured' || accumulates === true) return null;
  return dated === 'when-read' ? shanghaiDay(new Date(readAt)) : sharedDate(records);
};

/** A row of a fetched list that prints the list's own date follows it: a new edition alone is no change of the row. */
const withoutListDate = ({ page, record }: Numbered, asOf: PartialDate | null): Numbered => {
  if (asOf === null || record.asOf !== asOf) return { page, record };
  const { asOf: _, ...rest } = record;
  return { page, record: rest };
};

/** Of a source that accumulates, a row that prints no date is dated by the day it was looked at: later looks bring other rows. */
const withOwnDay = ({ page, record }: Numbered, day: PartialDate): Numbered => ({
  page,
  record: record.asOf === undefined ? { ...record, asOf: day } : record,
});

/** The dates of rows as they are kept. */
const datedRows = (
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

export const shapeOf = (records: readonly SourceRecord[]): string => {
  const counts = new Map<string, number>();
  for (const { raw } of records)
    for (const heading of Object.keys(raw)) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  const most = [...counts].filter(([, count]) => count * 2 >= records.length);
  return most
    .map(([heading]) => heading)
    .sort()
    .join('|');
};

/** The page of the descriptor a snapshot is of; each capture of a page bears its key and an instant. Proofs are of none. */
const pageOf = ({ pages, how }: Descriptor, { page }: Snapshot): Page | undefined =>
  pages.find(({ key }) => page === key || (how === 'captured' && page.startsWith(`${key}-`)));

/** A captured row stands alone: it bears its own date, or the cut-off date of the page a person looked at. */
const ownDate = (record: SourceRecord, { how, details }: Snapshot): SourceRecord => {
  const asOf = how === 'captured' ? details?.asOf : undefined;
  return asOf === undefined || record.asOf !== undefined ? record : { ...record, asOf };
};

/** Searches by two names may bring the same row: it counts once. Twice on one page stays twice, for the gate to see. */
const oncePerKey = ({ pages }: Descriptor, records: readonly Numbered[]): readonly Numbered[] => {
  if (pages.every(({ askFor }) => askFor === undefined)) return records;
  const first = new Map<string, number>();
  return records.filter(({ page, record }) => {
    const known = first.get(record.key);
    if (known === undefined) first.set(record.key, page);
    return known === undefined || known === page;
  });
};

/** Reads every page of an edition. Throws what the parser throws: ShapeError for a page of another shape. */
export const readEdition = async (
  source: Source,
  received: Received,
  readAt: string,
  progress?: (rows: number) => void,
): Promise<ReadEdition> => {
  const { descriptor } = source;
  const records: Numbered[] = [];
  const issues: SourceIssue[] = [];
  const sensible = senseOf(descriptor, readAt);
  for (const [at, snapshot] of received.snapshots.entries()) {
    const page = pageOf(descriptor, snapshot);
    const body = received.bodies[at];
    if (page === undefined || body === undefined) continue;
    for await (const said of source.parse({ page, body, source: descriptor })) {
      const item = said.kind === 'issue' ? said : sensible(said);
      if (item.kind === 'issue') issues.push(item);
      else if (records.push({ page: at, record: ownDate(item, snapshot) }) % STEP === 0)
        progress?.(records.length);
    }
  }
  const asOf = editionDate(descriptor, records, readAt);
  return {
    records: datedRows(descriptor, oncePerKey(descriptor, records), asOf, readAt),
    issues,
    asOf,
    shape: shapeOf(records.map(({ record }) => record)),
  };
};
