import type { PartialDate } from '../../schema/base.ts';
import type { SourceIssue, SourceRecord } from '../../schema/record.ts';
import type { RunState } from '../../schema/reference.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Descriptor } from '../../schema/source.ts';
import type { DiffCounts, EditionDiff } from './diff-rows.ts';
import type { KeptRows, NewRowList } from './row-list.ts';

/** What is kept of a run besides its counts. */
export type RunNotes = Readonly<{
  /** The night it belongs to. */
  night?: number | null;
  /** Pages obtained, where an operator may still accept them. */
  pages?: readonly Snapshot[];
  /** Fingerprint of the page's headings. */
  shape?: string | null;
  /** Who accepted a refusal, or captured a row, and why. */
  decidedBy?: string | null;
  reason?: string | null;
}>;

/** A run that led to no new edition: unchanged, or why nothing was accepted. */
export type RunInput = Readonly<{
  descriptor: Descriptor;
  at: string;
  state: Exclude<RunState, 'accepted'>;
  rows: number;
  refusals: readonly string[];
  issues: readonly SourceIssue[];
}> &
  RunNotes;

/** A run as kept, newest first in lists. */
export type Run = Readonly<{
  id: number;
  source: string;
  at: string;
  state: RunState;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  refusals: readonly string[];
  night: number | null;
  pages: readonly Snapshot[];
  decidedBy: string | null;
  reason: string | null;
}>;

/** A row of an edition with its page: the index into the pages of its edition. */
export type EditionRow = Readonly<{ page: number; record: SourceRecord }>;

/** Rows of an edition, which may be many: they are gone through in order, as often as need be, and each time are new objects. */
export type EditionRows = Iterable<EditionRow> & Readonly<{ length: number }>;

/** An edition that passed its gate. `page` of a record is the index into `snapshots`. */
export type NewEdition = Readonly<{
  descriptor: Descriptor;
  /** Digest of descriptor and parser code. */
  reading: string;
  acceptedAt: string;
  /** The edition's own date, where it is not the descriptor's. */
  asOf?: PartialDate | null;
  /** True for rows that stand alone: those of other captures stay as they are. */
  partial?: boolean;
  snapshots: readonly Snapshot[];
  /** The rows that were read; all of them, unless `kept` names rows that stand as they were. */
  records: EditionRows;
  kept?: KeptRows | undefined;
  /** What the records were read from, for the next reading; without it that one reads every row. */
  rowList?: NewRowList | undefined;
  issues: readonly SourceIssue[];
}> &
  RunNotes;

/** An edition beside the last one, not yet written. */
export type ComparedEdition = Readonly<{
  /** How it differs, for whoever decides; undefined when nothing was accepted before, so that nothing can differ. */
  differences(): Promise<DiffCounts | undefined>;
  /**
   * Makes it the newest edition, in one transaction. Throws EditionOvertaken, and writes nothing, when another edition was accepted
   * since the two were compared: then what was decided was decided about something else.
   */
  accept(): Promise<EditionDiff>;
}>;

/** Between decision and writing another edition of the same source was accepted; nothing was written. */
export class EditionOvertaken extends Error {
  override readonly name = 'EditionOvertaken';
}

/** The last accepted edition of a source, as the next run compares itself with it. */
export type LastGood = Readonly<{
  edition: number;
  asOf: PartialDate | null;
  rows: number;
  reading: string;
  sha256: readonly string[];
  /** Rows of the newest good runs, at most seven, newest first. */
  goodRows: readonly number[];
  /** Fingerprint of the headings of its page, where one was kept. */
  shape: string | null;
  /** Rows that were missing once and wait for a second good run. */
  missing: number;
}>;
