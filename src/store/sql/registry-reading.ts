import type { Store } from '../store.ts';
import type { Connection } from './connection.ts';
import { allSnapshots, currentRecord, pastGenerations } from './history/history.ts';
import type { Look } from './history/integrity.ts';
import { findNight, firstNightAt, lastNights, listNights } from './history/nights.ts';
import { pagesInUse } from './history/pages-in-use.ts';
import { listRuns } from './ingest/runs.ts';
import { newestGeneration } from './ingest/sources.ts';
import { statedNames } from './ingest/stated-names.ts';
import { allJudgements, allReviewPairs, newestRowOf, unorderedReviewPairs } from './registry/judgements.ts';
import { sourceStates } from './registry/reference.ts';

/** Nights shown of each source. */
const NIGHTS = 30;

/** What is asked of the registry as it is now, not as it was in one generation. */
export type RegistryReading = Pick<
  Store,
  | 'sources'
  | 'runs'
  | 'nights'
  | 'night'
  | 'lastNights'
  | 'firstNightAt'
  | 'pastGenerations'
  | 'snapshots'
  | 'statedNames'
  | 'judgements'
  | 'reviewPairs'
  | 'unorderedPairs'
  | 'newestRowOf'
  | 'pagesInUse'
  | 'currentRecord'
>;

/** Reads through a connection that sees what was written last; what must be of one moment, through `look`. */
export const registryReading = (db: Connection, look: Look): RegistryReading => ({
  sources: async () => sourceStates(db, await newestGeneration(db), Number.MAX_SAFE_INTEGER),
  runs: (limit, source) => listRuns(db, limit, source ?? null),
  nights: (limit) => listNights(db, limit),
  night: (id) => findNight(db, id),
  lastNights: (limit = NIGHTS) => lastNights(db, limit),
  firstNightAt: () => firstNightAt(db),
  pastGenerations: (last) => pastGenerations(db, last),
  snapshots: () => allSnapshots(db),
  statedNames: () => statedNames(db),
  judgements: () => allJudgements(db),
  reviewPairs: () => allReviewPairs(db),
  unorderedPairs: () => unorderedReviewPairs(db),
  newestRowOf: (institution) => newestRowOf(db, institution),
  pagesInUse: (ask) => look((one) => pagesInUse(one, ask)),
  currentRecord: (source, key) => currentRecord(db, source, key),
});
