import type { HeadlineBasis, HeadlineChange } from '../../../schema/headline.ts';

/** What was told last of an institution; `reasons`: the codes of its reasons. */
export type StoredHeadline = Readonly<{
  institution: string;
  outcome: string;
  result: string;
  status: string | null;
  reasons: readonly string[];
}>;

/** A comparison under way: what it is on, what it is held against, and the last institution that was compared (null: all were). */
export type HeadlineWork = Readonly<{
  basis: HeadlineBasis;
  before: HeadlineBasis | null;
  after: string | null;
}>;

/** A stretch of institutions, compared: what is told of them now, who is not on record any more, and what changed. */
export type HeadlineSlice = Readonly<{
  basis: HeadlineBasis;
  headlines: readonly StoredHeadline[];
  gone: readonly string[];
  changes: readonly HeadlineChange[];
  /** The last institution of the stretch; null: there are no more. */
  after: string | null;
}>;

/** A change under its number. */
type NumberedChange = Readonly<{ number: number; change: HeadlineChange }>;

/** Headlines of all institutions, and how they changed from one comparison to the next. */
export interface HeadlineStore {
  /** The newest comparison, ended or not; null before the first. */
  work(): Promise<HeadlineWork | null>;
  /** Begins a comparison on another basis, unless one of an earlier generation, or of the same, has not ended. */
  begin(basis: HeadlineBasis): Promise<void>;
  /** Headlines of institutions after one id and up to another (null: of all after it), ascending. */
  headlines(after: string, upTo: string | null): Promise<readonly StoredHeadline[]>;
  /** Writes a stretch in one transaction; nothing where another process was quicker. */
  tell(from: string, slice: HeadlineSlice): Promise<void>;
  /** Changes after a number, ascending; at most `limit`. */
  changes(after: number, limit: number): Promise<readonly NumberedChange[]>;
  /** Number of the newest change; 0 for none. */
  newest(): Promise<number>;
}
