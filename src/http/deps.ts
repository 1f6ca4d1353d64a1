import type { Archive } from '../archive/archive.ts';
import type { Answers } from '../ask/answers.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { LeaseState } from '../store/leases.ts';
import type { NightBook } from '../store/night-book.ts';
import type { Reader } from '../store/registry-reader.ts';
import type { RunBook } from '../store/run-book.ts';
import type { ServiceState } from '../store/service/service-state.ts';
import type { Demand } from './demand.ts';
import type { QuestionQuota } from './question-quota.ts';

/** What routes see of the archive: kept bytes by their SHA-256, and what became of them. */
export type KeptBytes = Pick<Archive, 'look' | 'has' | 'tombstone'>;

/** What routes see of past runs. */
export type RunsShown = Pick<NightBook, 'nights' | 'night'> &
  Pick<RunBook, 'lastNights' | 'sources'> &
  Readonly<{
    /** Who writes to the registry now; undefined where nobody does. */
    lease: () => Promise<LeaseState | undefined>;
    /** How many pairs of records wait for a person who says whether they are one hospital. */
    pairsWaiting: () => Promise<number>;
  }>;

/** What every route is handed; nothing is reached in any other way. */
export type Deps = Readonly<{
  /** The newest complete generation; asked anew for every request. */
  reader: () => Reader;
  archive: KeptBytes;
  /** Runs so far: what each night read and published. */
  runs: RunsShown;
  /** Partners, signing keys and what the service counts; opened by the first request that needs it. */
  state: () => ServiceState;
  answers: Answers;
  config: Config;
  clock: Clock;
  /** Counts the questions of which a client may ask few: about physicians, and about the past. */
  questionQuota: QuestionQuota;
  /** Counts whom is asked for. */
  demand: Demand;
}>;
