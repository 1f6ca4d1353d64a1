import type { Credits } from './credits.ts';
import type { Generations } from './generations.ts';
import type { History } from './history.ts';
import type { Ingest } from './ingest.ts';
import type { Integrity } from './integrity/integrity.ts';
import type { Leases, Processes } from './leases.ts';
import type { NightBook } from './night-book.ts';
import type { PackBook } from './packs.ts';
import type { PageUse } from './page-use.ts';
import type { Publisher } from './publisher.ts';
import type { ReviewBook } from './review-book.ts';
import type { RunBook } from './run-book.ts';
import type { Visits } from './visits.ts';
import type { Withdrawals } from './withdrawals.ts';

/**
 * The registry as whoever opens it holds it. Everybody else names the small interfaces they use.
 * All of them give facts and states, never rows, and promises, so that an engine may lie on another machine.
 */
export type Store = Generations &
  Ingest &
  Withdrawals &
  RunBook &
  NightBook &
  Leases &
  Processes &
  Visits &
  Readonly<{ credits: Credits }> &
  ReviewBook &
  Publisher &
  History &
  PageUse &
  PackBook &
  Readonly<{ integrity: Integrity; close(): Promise<void> }>;
