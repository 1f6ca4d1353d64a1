import type { BatchDesk } from '../../batches/desk.ts';
import type { Deps } from '../../deps.ts';
import type { SiteDeps } from '../deps.ts';
import type { CheckNow } from './domains/check-now.ts';

/** What the pages of a partner's own things need: lists are read and answered by the desk, proofs of domains looked for. */
export type AccountDeps = SiteDeps &
  Pick<Deps, 'answers'> &
  Readonly<{ desk: BatchDesk; checkNow: CheckNow | null }>;
