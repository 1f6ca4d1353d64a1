import type { InstitutionRecord } from '../../schema/record.ts';

/** A row of a record as linking reads it. */
export type LinkedRow = Readonly<{
  source: string;
  record: InstitutionRecord;
  /** An authority's list states it. */
  official: boolean;
  /** It stands now on a complete list of an authority: two such rows are two institutions. */
  listed: boolean;
}>;

/** Two records that could be one institution; `one` is before `other` in the order of ids. */
export type LikelyPair = Readonly<{ one: string; other: string; probability: number; why: string }>;

/**
 * What linking keeps of the records it compares, and asks of it. All ids are those of records as rows founded them, not of what they
 * were merged into.
 */
export interface LinkBook {
  /** Records whose rows or descriptors changed since the last generation, ascending; all of them if `everything`. */
  changedRecords(everything: boolean): Promise<readonly string[]>;
  /** All readings of the record's rows but misreadings, whether or not they are still on their list. */
  linkedRows(id: string): Promise<readonly LinkedRow[]>;
  /** The same as they were when the last generation was published; null where there were none, or where that cannot be told. */
  linkedRowsBefore(id: string): Promise<readonly LinkedRow[] | null>;
  /** Every block of two or more records, but of no more than `most`, in no order. */
  sharedBlocks(most: number): AsyncIterable<readonly string[]>;
  /** Records that share a key with this one, itself included, in no order; a key that more than `most` bear counts for nothing. */
  sharingKeys(id: string, most: number): Promise<ReadonlySet<string>>;
  /** Whether a record bears this key, however many do. */
  bearsKey(id: string, key: number): Promise<boolean>;
  /** Enters a record that has no keys yet, where all records are compared anyway. */
  addBlocks(id: string, keys: readonly number[]): Promise<void>;
  /**
   * Replaces the keys of a record. Blocks of more than `most` are not compared: where one grows past that, or falls back to it, its
   * members are given, since their pairs change. Null spares looking, where all records are compared anyway.
   */
  setBlocks(id: string, keys: readonly number[], most: number | null): Promise<readonly string[]>;
  /** The pairs a record is part of, in no order. */
  pairsOf(id: string): Promise<readonly LikelyPair[]>;
  /** Takes away all pairs of a record. */
  dropPairs(id: string): Promise<void>;
  /** Takes away all pairs there are. */
  dropAllPairs(): Promise<void>;
  addPair(pair: LikelyPair): Promise<void>;
  /** Other institutions with which this one (itself merged into nothing), or a record merged into it, is kept as a pair; in no order. */
  couldBe(institution: string): Promise<readonly string[]>;
  /** What the record is merged into; itself where it is merged into nothing. */
  headOf(id: string): Promise<string>;
  /** Complete lists, silence on which is a no, that an institution has a row on, with the name it has there. */
  decisiveRows(institution: string): Promise<readonly Readonly<{ source: string; name: string }>[]>;
}
