import type { ProcessCounts } from '../leases.ts';
import type { Connection } from '../sql/connection.ts';
import { LISTENING } from './listen.ts';

/** The processes that listen to this database, by the names their connections bear (src/store/open-store.ts). */
export const processesIn = async (db: Connection): Promise<ProcessCounts> => {
  const names = await db
    .prepare<[], string>(
      `SELECT application_name FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'licet %${LISTENING}'`,
    )
    .pluck()
    .all();
  const count = (...roles: readonly string[]): number =>
    names.filter((name) => roles.some((role) => name === `licet ${role}${LISTENING}`)).length;
  return { answering: count('serve', 'both'), working: count('work', 'both') };
};
