import type { Source } from '../harvest/catalogue.ts';
import { whyKeyOff } from '../harvest/obtain/credits.ts';
import type { Ingest } from '../store/ingest.ts';
import type { Leases } from '../store/leases.ts';
import type { NightBook } from '../store/night-book.ts';
import type { RunBook } from '../store/run-book.ts';
import { LeaseTaken, withLease } from './lease-guard.ts';
import { nextDue } from './next-due.ts';
import { type NightNeeds, type NightReport, type NightStore, runNight } from './night.ts';

type DueNeeds = Omit<NightNeeds, 'only' | 'now' | 'kind' | 'clock'> &
  Readonly<{
    store: NightStore & NightBook & Leases & Pick<RunBook, 'sources'>;
    clock: () => Date;
    /** Who takes the lease (`leaseHolder`). */
    holder: string;
    jitterMs: number;
    /** Whether bundled sources are looked at too: once after a start, since an update may have changed what reads them. */
    updated?: boolean | undefined;
  }>;

/** A bundled source is due when other code reads it than last time: after an update. */
const readOtherwise = async (
  { descriptor, reading }: Source,
  store: Pick<Ingest, 'lastGood'>,
): Promise<boolean> => {
  if (descriptor.how !== 'bundled') return false;
  const last = await store.lastGood(descriptor.id);
  return last?.reading !== reading;
};

/** Ids of the sources that are due now. */
const dueSources = async ({ store, sources, clock, jitterMs, updated, keys = {} }: DueNeeds) => {
  const now = clock();
  const states = await store.sources();
  const begun = new Date((await store.firstNightAt()) ?? 0);
  const due: string[] = [];
  for (const source of sources) {
    const { id } = source.descriptor;
    if (whyKeyOff(source.descriptor, keys) !== null) continue;
    const { lastRunAt = null, lastRun = null } = states.get(id) ?? {};
    const next = nextDue(source.descriptor, { lastRunAt, lastRun }, { begun, jitterMs });
    if (next !== null ? next <= now : updated === true && (await readOtherwise(source, store))) due.push(id);
  }
  return due;
};

/** After this long a night that failed, on a full disk for example, is tried again. */
const RETRY_MS = 3_600_000;

/** True when the newest night never ended, or failed long enough ago: what it accepted still waits for publication. */
const wasCutOff = async (store: Pick<NightBook, 'nights'>, now: Date): Promise<boolean> => {
  const [newest] = await store.nights(1);
  if (newest?.state !== 'failed') return newest?.state === 'running';
  return now.getTime() - Date.parse(newest.startedAt) > RETRY_MS;
};

/**
 * Reads the sources that are due, under the lease. Null when nothing is due or another process holds the lease. A night that was
 * cut off is taken up where it stopped: the sources it accepted are no longer due, and what they brought is published.
 */
export const runDue = async (needs: DueNeeds): Promise<NightReport | null> => {
  const { store, clock, holder, goOn = () => true } = needs;
  if ((await dueSources(needs)).length === 0 && !(await wasCutOff(store, clock()))) return null;
  try {
    return await withLease({ store, clock, holder }, async (held) => {
      const only = await dueSources(needs);
      if (only.length === 0 && !(await wasCutOff(store, clock()))) return null;
      const both = () => held() && goOn();
      return runNight({ ...needs, only, now: clock(), clock, kind: 'schedule', goOn: both });
    });
  } catch (cause) {
    if (cause instanceof LeaseTaken) return null;
    throw cause;
  }
};
