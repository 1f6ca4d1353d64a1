import type { PartialDate } from '../../../schema/base.ts';
import type { SourceIssue, SourceRecord } from '../../../schema/record.ts';
import type { Snapshot } from '../../../schema/snapshot.ts';
import type { Descriptor, Page } from '../../../schema/source.ts';
import type { EditionRow, EditionRows } from '../../store/ingest-types.ts';
import type { KeptRows, NewRowList } from '../../store/row-list.ts';
import type { Source } from '../catalogue.ts';
import { datedOf, datedRows, editionDate } from './edition-dates.ts';
import { type EditionFacts, type Repeated, shapeOf } from './edition-facts.ts';
import { type Dated, type KnownRows, type ListFacts, readingStamp, readsByRow } from './incremental-read.ts';
import { dateOfKept, factsOfKept, followsPage, MustReadAll, splitKept } from './kept-facts.ts';
import { packedRows, recordsOf } from './packed-rows.ts';
import { incrementalReader } from './read-rows.ts';
import { entriesOf, repeatsKept, widthOf } from './row-entries.ts';
import { sanityCheck } from './row-sanity.ts';
import { type Surveyed, surveyor } from './survey-rows.ts';

/** The pages of one edition with their bytes, in reading order. */
export type Received = Readonly<{ snapshots: readonly Snapshot[]; bodies: readonly Uint8Array[] }>;

export type ReadEdition = Readonly<{
  records: EditionRows;
  issues: readonly SourceIssue[];
  /** The edition's own date. */
  asOf: PartialDate | null;
  /** The headings most rows have, sorted: another set is another page. */
  shape: string;
  /** Rows of the last edition that stand as they were; they are not among the records. */
  kept?: KeptRows | undefined;
  /** Counts over all rows, kept ones included. */
  facts: EditionFacts;
  /** What occurs more than once among the records. */
  repeated: Repeated;
  rowList?: NewRowList | undefined;
}>;

/** Rows between two progress events. */
const STEP = 500;

/** The page of the descriptor that a snapshot is of; undefined for proofs. The key of a captured page is followed by its instant. */
const pageOf = ({ pages, how }: Descriptor, { page }: Snapshot): Page | undefined =>
  pages.find(({ key }) => page === key || (how === 'captured' && page.startsWith(`${key}-`)));

/** A captured row has its own date, else the cut-off date of the page that a person looked at. */
const ownDate = (record: SourceRecord, snapshot: Snapshot | undefined): SourceRecord => {
  const asOf = snapshot?.how === 'captured' ? snapshot.details?.asOf : undefined;
  return asOf === undefined || record.asOf !== undefined ? record : { ...record, asOf };
};

/** Searches for two names may bring the same row, which counts once. A row that stands twice on one page stays twice: the gate refuses it. */
const oncePerKey = ({ pages }: Descriptor): ((row: EditionRow) => boolean) => {
  if (pages.every(({ askFor }) => askFor === undefined)) return () => true;
  const first = new Map<string, number>();
  return ({ page, record }) => {
    const known = first.get(record.key);
    if (known === undefined) first.set(record.key, page);
    return known === undefined || known === page;
  };
};

type Taken = Readonly<{
  records: EditionRows;
  issues: SourceIssue[];
  /** Digests of the text each record was read from; undefined for sources that are read page by page. */
  digests: Uint8Array | undefined;
  /** Of the records, with the digests: how many known rows stand before each, and the runs of rows on all pages. */
  before: Uint32Array;
  runs: Uint8Array;
  /** Places of the known rows that stand on the page, in the row list of the last edition. */
  kept: readonly number[];
  /** The dates that pages give to all their rows. */
  dates: ReadonlySet<PartialDate | undefined>;
  survey: Surveyed;
}>;

const takeRows = async (
  source: Source,
  received: Received,
  readAt: string,
  progress: ((rows: number) => void) | undefined,
  known: KnownRows | undefined,
): Promise<Taken> => {
  const { descriptor, parse } = source;
  const { rows: records, push } = packedRows();
  const issues: SourceIssue[] = [];
  const dates = new Set<PartialDate | undefined>();
  const check = sanityCheck(descriptor, readAt);
  const isOnce = oncePerKey(descriptor);
  const survey = surveyor(descriptor);
  const keep = (row: EditionRow): void => {
    if (!isOnce(row)) return;
    survey.add(row.record);
    if (push(row) % STEP === 0) progress?.(records.length);
  };
  let from = { at: 0, snapshot: received.snapshots[0] };
  const take = (found: SourceRecord | SourceIssue): void => {
    const item = found.kind === 'issue' ? found : check(found);
    if (item.kind === 'issue') issues.push(item);
    else keep({ page: from.at, record: ownDate(item, from.snapshot) });
  };
  const byRow = incrementalReader(known, { records, issues }, take);
  const rowWise = readsByRow(descriptor) ? parse.rowWise : undefined;
  for (const [at, snapshot] of received.snapshots.entries()) {
    const page = pageOf(descriptor, snapshot);
    const body = received.bodies[at];
    if (page === undefined || body === undefined) continue;
    from = { at, snapshot };
    const input = { page, body, source: descriptor };
    if (rowWise === undefined) for await (const found of parse(input)) take(found);
    else {
      const rows = rowWise(input);
      const date = followsPage(descriptor) ? '' : (rows.asOf ?? '');
      byRow.read(rows, JSON.stringify([page.key, date, rows.context]));
      dates.add(rows.asOf);
    }
  }
  const digests = rowWise === undefined ? undefined : byRow.digests();
  const [before, runs] = [byRow.before(), byRow.runs()];
  return { records, issues, digests, before, runs, kept: byRow.kept(), dates, survey: survey.found() };
};

/** The date of an edition and the counts over all its rows. */
type Counted = Readonly<{ asOf: PartialDate | null; facts: EditionFacts; dated: Dated; kept?: KeptRows }>;

/** All rows were read. */
const countAll = ({ descriptor }: Source, { facts, dates }: Surveyed, readAt: string): Counted => {
  const asOf = editionDate(descriptor, dates, readAt);
  return { asOf, facts, dated: datedOf(dates, asOf) };
};

/** Known rows were not read again: their counts come from the last edition, less the rows that are gone. */
const countKept = async (
  { descriptor }: Source,
  { records, kept, dates }: Taken,
  entries: Uint8Array,
  readAt: string,
  { known, recordsOf: kepts }: IncrementalInput,
): Promise<Counted> => {
  const { places, gone } = splitKept(known, kept);
  const fresh = [...recordsOf(records)];
  if (repeatsKept(known, kept, entries)) throw new MustReadAll('a cell that must not repeat does');
  const asOf = dateOfKept(descriptor, known.facts.dated, dates, fresh, readAt);
  const facts = factsOfKept(known.facts.edition, await kepts(gone), fresh, descriptor);
  return { asOf, facts, dated: known.facts.dated, kept: { list: known.list, places } };
};

/** For an incremental read: the rows known from the last edition, and how to load records by their ids. */
export type IncrementalInput = Readonly<{
  known: KnownRows;
  recordsOf: (ids: readonly number[]) => Promise<readonly SourceRecord[]>;
}>;

/**
 * Reads every page of an edition received at `readAt` (an instant). With `incremental`, rows known from the last edition are
 * counted and not read again. Throws what the parser throws (ShapeError for a page of another shape), and `MustReadAll` where an
 * incremental read is not possible.
 */
export const readEdition = async (
  source: Source,
  received: Received,
  readAt: string,
  progress?: (rows: number) => void,
  incremental?: IncrementalInput,
): Promise<ReadEdition> => {
  const { descriptor } = source;
  const taken = await takeRows(source, received, readAt, progress, incremental?.known);
  const { issues, digests, survey, before } = taken;
  const entries = entriesOf(digests ?? new Uint8Array(), survey.cells, taken.records.length);
  const counted = incremental
    ? await countKept(source, taken, entries, readAt, incremental)
    : countAll(source, survey, readAt);
  const { asOf, facts, dated, kept } = counted;
  const records = datedRows(descriptor, taken.records, asOf, readAt);
  const runs = Buffer.from(taken.runs).toString('base64');
  const rowList = digests && {
    stamp: readingStamp(source),
    facts: JSON.stringify({ edition: facts, dated, runs } satisfies ListFacts),
    width: widthOf(descriptor.expect.unique ?? []),
    entries,
    before,
  };
  const { repeated } = survey;
  return { records, kept, issues, asOf, facts, repeated, shape: shapeOf(facts), rowList };
};
