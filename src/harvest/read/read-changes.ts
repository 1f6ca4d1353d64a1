import type { LastGood } from '../../store/ingest-types.ts';
import type { Store } from '../../store/store.ts';
import type { Source } from '../catalogue.ts';
import { knownRows, readsByRow, stampOf } from './incremental-read.ts';
import { type Knowing, type ReadEdition, type Received, readEdition } from './read-edition.ts';

type Needs = Readonly<{ store: Pick<Store, 'rowList' | 'recordsByIds'>; now: Date }>;

type Page = Readonly<{
  received: Received;
  last: LastGood | undefined;
  progress: (rows: number) => void;
}>;

const knowingOf = async (
  source: Source,
  { store }: Needs,
  last: LastGood | undefined,
): Promise<Knowing | undefined> => {
  if (last === undefined || source.parse.apart === undefined || !readsByRow(source.descriptor)) return;
  const known = knownRows(await store.rowList(source.descriptor.id), last, stampOf(source));
  return known && { known, recordsOf: store.recordsByIds };
};

/** Faults that say what is wrong, but not all of it, while rows were left out. */
const UNSURE: readonly string[] = ['MustReadAll', 'RowsOutOfStep', 'EditionRefused', 'ShapeError'];

/**
 * Reads only the rows that the last edition did not have in the same words, and lets `accept` judge and take them in. Undefined
 * when that is not enough: whatever speaks against a page, all of it is read before it is refused.
 */
export const readChanges = async <T>(
  source: Source,
  needs: Needs,
  { received, last, progress }: Page,
  accept: (read: ReadEdition) => Promise<T | undefined>,
): Promise<T | undefined> => {
  const knowing = await knowingOf(source, needs, last);
  if (knowing === undefined) return;
  try {
    const read = await readEdition(source, received, needs.now.toISOString(), progress, knowing);
    progress(read.facts.rows);
    return await accept(read);
  } catch (cause) {
    if (cause instanceof Error && UNSURE.includes(cause.name)) return;
    throw cause;
  }
};
