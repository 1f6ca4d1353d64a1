import type { SourceRecord } from '../../schema/record.ts';
import type { Descriptor } from '../../schema/source.ts';
import type { ComparedEdition, LastGood, NewEdition, RunInput } from './ingest-types.ts';
import type { RowList } from './row-list.ts';

/** What harvest reads and writes of a source's editions. What is accepted waits until `Publisher.reconcile` publishes it. */
export interface Ingest {
  lastGood(source: string): Promise<LastGood | undefined>;
  /** What the rows of a source's newest edition were read from, where that was kept. */
  rowList(source: string): Promise<RowList | undefined>;
  /** Records as they are kept, by the ids of a row list. */
  recordsByIds(ids: readonly number[]): Promise<readonly SourceRecord[]>;
  /** A row as it stands on its list now, by its key; rows that wait for publication included. */
  currentRecord(source: string, key: string): Promise<SourceRecord | undefined>;
  /**
   * Compares an edition with the last one and writes nothing: whoever asked decides, and lets it be accepted or not.
   * Throws RowsOutOfStep when the rows it keeps do not fit the last edition any more.
   */
  compare(edition: NewEdition): Promise<ComparedEdition>;
  /** Keeps what came of a run that accepted nothing. A source never accepted so far becomes known by it. */
  recordRun(run: RunInput): Promise<void>;
  /** Makes sources known that nobody has read yet; known ones stay as they are. */
  registerUnread(descriptors: readonly Descriptor[]): Promise<void>;
}
