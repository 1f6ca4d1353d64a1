import { writing } from '../sql/connection.ts';
import type { Durable } from '../sql/durable.ts';
import { createMutex } from '../sql/mutex.ts';
import type { Database } from './database.ts';

/**
 * What the service records, in a database. PostgreSQL tells of a transaction once it is on the disk (`synchronous_commit`). A write that
 * has to wait for longer than `lockMs` fails as busy; another time than ten seconds is for tests.
 */
export const durableIn = (database: Database, lockMs?: number): Durable => {
  const db = database.session('service', lockMs);
  const alone = createMutex();
  let asked = 0;
  return {
    reading: database.pool,
    version: () => {
      asked += 1;
      return asked;
    },
    write: (work) => alone(() => writing(db, () => work(db))),
    turn: database.turn,
    close: () => alone(database.close),
  };
};
