import type { PartialDate } from '../../schema/base.ts';
import type { RunState } from '../../schema/reference.ts';
import type { Archive } from '../archive/archive.ts';
import type { Ingest } from '../store/ingest.ts';
import type { RunBook } from '../store/run-book.ts';
import type { Obtain } from './obtain/obtain.ts';

/** The result of reading one source in one night. */
export type SourceReport = Readonly<{
  source: string;
  state: RunState;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  /** Rows missing for the first time: they stay until a second good run misses them too. */
  missing: number;
  issues: number;
  refusals: readonly string[];
  /** Date of the edition that answers after this run. */
  asOf: PartialDate | null;
}>;

/** Progress of a night, for progress bars and the log. */
export type HarvestEvent =
  | Readonly<{ event: 'source-started'; source: string }>
  | Readonly<{ event: 'rows-read'; source: string; rows: number }>
  | Readonly<{ event: 'source-done'; source: string; report: SourceReport }>;

export type HarvestNeeds = Readonly<{
  store: Ingest & Pick<RunBook, 'runs' | 'decideRun'>;
  archive: Archive;
  now: Date;
  /** Brings pages of sources that are not bundled; without it such sources are left alone. */
  obtain?: Obtain | undefined;
  progress?: ((event: HarvestEvent) => void) | undefined;
  /** The night this run is written down under. */
  night?: number | null | undefined;
}>;
