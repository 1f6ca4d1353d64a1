import { workerData } from 'node:worker_threads';
import { Cron } from 'croner';
import { openArchive } from '../archive/open-archive.ts';
import { systemClock } from '../clock.ts';
import { openFetcher } from '../fetch/open-fetcher.ts';
import { loadCatalogue } from '../harvest/catalogue.ts';
import { obtainFetched } from '../harvest/obtain/obtain-fetched.ts';
import { openStore } from '../store/open-store.ts';
import { faultText, storageFault } from '../store/storage-fault.ts';
import { stepBehindOthers } from './behind-others.ts';
import { openDailyProofs } from './daily-proofs.ts';
import { openTidying } from './doctor/leftovers.ts';
import { runDue } from './due-night.ts';
import { leaseHolder } from './lease-guard.ts';
import type { NightReport } from './night.ts';
import type { ScheduleSettings } from './schedule.ts';
import { serveWorker } from './serve-worker.ts';

/** The night worker works by the clock: there is nothing to call. */
export type NightCalls = Readonly<Record<string, never>>;

/** What the night worker tells the service. */
export type NightNews =
  | Readonly<{ news: 'night'; report: NightReport }>
  | Readonly<{ news: 'source'; source: string; state: string; refusals: readonly string[]; startMs: number }>
  | Readonly<{ news: 'fault'; fault: string }>;

const settings = workerData as ScheduleSettings;

// Nobody waits for a night; whoever asks meanwhile goes before it.
stepBehindOthers();

const store = await openStore({ data: settings.data, alone: true });
const archive = openArchive(settings.data);
const sources = await loadCatalogue(settings.catalogue);
const holder = leaseHolder();
const prove = openDailyProofs(settings.data, systemClock);
const tidy = openTidying(settings.data, archive, systemClock);
const { keys = {} } = settings;
let stopping = false;
let first = true;

/** Since when the source under way is read, in milliseconds; one is read at a time. */
let sourceSince = 0;

const night = async (): Promise<void> => {
  const fetcher = settings.fetch
    ? openFetcher({ contact: settings.contact, clock: systemClock, settings: settings.fetchSettings })
    : null;
  try {
    // Move to the newest generation: a reader of an old one keeps SQLite from emptying its write-ahead log.
    await store.refresh();
    const report = await runDue({
      store,
      archive,
      sources,
      clock: systemClock,
      holder,
      jitterMs: settings.jitterMs,
      updated: first,
      goOn: () => !stopping,
      keys,
      obtain:
        fetcher === null ? undefined : obtainFetched({ fetcher, archive, store, keys, now: systemClock }),
      progress: (event) => {
        if (event.event === 'source-started') sourceSince = systemClock().getTime();
        if (event.event !== 'source-done') return;
        const { state, refusals } = event.report;
        tell({ news: 'source', source: event.source, state, refusals, startMs: sourceSince });
      },
    });
    first = false;
    if (report !== null) tell({ news: 'night', report });
    if (fetcher !== null) await prove(fetcher);
    await tidy();
  } catch (cause) {
    const where =
      cause instanceof Error && storageFault(cause)?.kind !== 'full' ? `\n${cause.stack ?? ''}` : '';
    tell({ news: 'fault', fault: `${faultText(cause)}${where}` });
  } finally {
    await fetcher?.close();
  }
};

// One night at a time: croner leaves out what would begin while the last one goes on.
const job = new Cron(settings.look, { protect: true, timezone: 'Asia/Shanghai' }, night);

/** The source under way is finished; the sources after it are left for the next night. */
const close = async (): Promise<void> => {
  stopping = true;
  job.stop();
  while (job.isBusy()) await new Promise((resolve) => setTimeout(resolve, 20));
  await store.close();
};

const tell = serveWorker<NightCalls, NightNews>({}, close);
