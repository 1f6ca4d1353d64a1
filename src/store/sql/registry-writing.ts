import type { Generations } from '../generations.ts';
import type { Processes } from '../leases.ts';
import type { Store } from '../store.ts';
import type { Awaitable, Connection } from './connection.ts';
import { dropLease, leaseState, takeLease } from './history/lease.ts';
import { beginNight, endNight } from './history/nights.ts';
import { compareEdition } from './ingest/accept.ts';
import { creditsIn } from './ingest/credits.ts';
import { lastGood } from './ingest/editions.ts';
import { recordsByIds, rowList } from './ingest/row-lists.ts';
import { decideRun, recordRun } from './ingest/runs.ts';
import { registerUnread } from './ingest/sources.ts';
import { findVisit, saveVisit } from './ingest/visits.ts';
import { capturedRow, capturedRows, withdraw, withdrawals } from './ingest/withdraw.ts';
import type { AfterNumbered } from './many-rows.ts';
import type { Mutex } from './mutex.ts';
import { readFollowing, refuseFollower } from './packs/following.ts';
import { signHead } from './registry/head.ts';
import { addJudgement } from './registry/judgements.ts';
import { reconcileIn } from './registry/publish.ts';
import type { SetAside } from './registry/registry-writer.ts';
import type { RegistryReading } from './registry-reading.ts';

type RegistryWriting = Omit<
  Store,
  keyof RegistryReading | keyof Generations | keyof Processes | 'readPack' | 'integrity' | 'copyTo' | 'close'
>;

type WritingOptions = Readonly<{
  data: string;
  afterRows?: (db: Connection) => Awaitable<void>;
  afterNumbered?: AfterNumbered;
  setAside?: SetAside;
}>;

/**
 * Everything that goes through the one connection that writes the registry, one task at a time. `data`: the folder in which the
 * head of the generations is signed. `afterRows`: what an engine does after rows of any table came with numbers of their own, `afterNumbered`: of one that nights write. `setAside`: what it
 * does without while a first generation is placed.
 */
export const registryWriting = (
  db: Connection,
  mutex: Mutex,
  { data, afterRows = () => undefined, afterNumbered = () => undefined, setAside }: WritingOptions,
): RegistryWriting => ({
  addJudgement: (given) =>
    mutex(async () => {
      await refuseFollower(db);
      await addJudgement(db, given);
    }),
  beginNight: (start) =>
    mutex(async () => {
      await refuseFollower(db);
      return beginNight(db, start);
    }),
  following: () => mutex(() => readFollowing(db)),
  takePack: (pack) =>
    mutex(async () => {
      // What a pack is made of needs drizzle-orm, whose hundred modules no start waits for.
      const { takePack } = await import('./packs/take-pack.ts');
      await takePack(db, pack, () => afterRows(db));
      await signHead(db, data);
    }),
  endNight: (id, end) => mutex(() => endNight(db, id, end)),
  takeLease: (ask) => mutex(() => takeLease(db, ask)),
  dropLease: (name, holder) => mutex(() => dropLease(db, name, holder)),
  lease: (name) => mutex(() => leaseState(db, name)),
  visit: (source, url) => mutex(() => findVisit(db, source, url)),
  saveVisit: (visit) => mutex(() => saveVisit(db, visit)),
  credits: creditsIn(db, mutex),
  lastGood: (source) => mutex(() => lastGood(db, source)),
  rowList: (source) => mutex(() => rowList(db, source)),
  recordsByIds: (ids) => mutex(() => recordsByIds(db, ids)),
  capturedRow: (source, key) => mutex(() => capturedRow(db, source, key)),
  capturedRows: (source, page) => mutex(() => capturedRows(db, source, page)),
  withdrawals: (source, limit) => mutex(() => withdrawals(db, source, limit)),
  withdraw: (given) =>
    mutex(async () => {
      await refuseFollower(db);
      return withdraw(db, given);
    }),
  recordRun: (run) => mutex(() => recordRun(db, run)),
  decideRun: (id, decision) => mutex(() => decideRun(db, id, decision)),
  registerUnread: (descriptors) => mutex(() => registerUnread(db, descriptors)),
  compare: (edition) => mutex(() => compareEdition(db, mutex, edition, afterNumbered)),
  reconcile: (code, work) =>
    mutex(async () => {
      const number = await reconcileIn(db, code, work, { afterNumbered, setAside });
      if (number !== undefined) await signHead(db, data);
      return number;
    }),
});
