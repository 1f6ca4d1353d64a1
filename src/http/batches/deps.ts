import type { Deps } from '../deps.ts';
import type { BatchDesk } from './desk.ts';

/** What the routes for lists are handed. */
export type BatchRouteDeps = Pick<Deps, 'state' | 'clock'> & Readonly<{ desk: BatchDesk }>;
