import { ShapeError } from '../../../schema/source.ts';
import type { Ingest } from '../../store/ingest.ts';
import type { LastGood } from '../../store/ingest-types.ts';
import { RowsOutOfStep } from '../../store/row-list.ts';
import type { Source } from '../catalogue.ts';
import { EditionRefused } from '../gate/edition-refused.ts';
import { knownRows, readingStamp, readsByRow } from './incremental-read.ts';
import { MustReadAll } from './kept-facts.ts';
import { type IncrementalInput, type ReadEdition, type Received, readEdition } from './read-edition.ts';

type Needs = Readonly<{ store: Pick<Ingest, 'rowList' | 'recordsByIds'>; now: Date }>;

type Page = Readonly<{
  received: Received;
  last: LastGood | undefined;
  progress: (rows: number) => void;
}>;

const incrementalInput = async (
  source: Source,
  { store }: Needs,
  last: LastGood | undefined,
): Promise<IncrementalInput | undefined> => {
  if (last === undefined || source.parse.rowWise === undefined || !readsByRow(source.descriptor)) return;
  const known = knownRows(await store.rowList(source.descriptor.id), last, readingStamp(source));
  return known && { known, recordsOf: store.recordsByIds };
};

/** Errors that an incremental read may raise without need, or with only part of what is wrong: all rows are read then. */
const UNSURE = [MustReadAll, RowsOutOfStep, EditionRefused, ShapeError] as const;

/**
 * The incremental read: reads only rows whose text the last edition did not have, and lets `accept` judge and store them. Gives
 * undefined when all rows must be read, also before any refusal: an incremental read can only accept a page, never refuse it.
 */
export const readChanges = async <T>(
  source: Source,
  needs: Needs,
  { received, last, progress }: Page,
  accept: (read: ReadEdition) => Promise<T | undefined>,
): Promise<T | undefined> => {
  const incremental = await incrementalInput(source, needs, last);
  if (incremental === undefined) return;
  try {
    const read = await readEdition(source, received, needs.now.toISOString(), progress, incremental);
    progress(read.facts.rows);
    return await accept(read);
  } catch (cause) {
    if (UNSURE.some((kind) => cause instanceof kind)) return;
    throw cause;
  }
};
