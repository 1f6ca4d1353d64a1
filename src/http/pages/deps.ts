import type { Deps } from '../deps.ts';

/** What badges and pages need of the service. */
export type SiteDeps = Pick<Deps, 'reader' | 'archive' | 'config' | 'clock' | 'runs' | 'state' | 'demand'>;
