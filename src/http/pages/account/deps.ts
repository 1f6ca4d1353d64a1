import type { BatchDesk } from '../../batches/desk.ts';
import type { SiteDeps } from '../deps.ts';

/** What the pages of a partner's own things need: lists are read and answered by the desk. */
export type AccountDeps = SiteDeps & Readonly<{ desk: BatchDesk }>;
