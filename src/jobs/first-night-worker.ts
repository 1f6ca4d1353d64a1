import { flushCompileCache } from 'node:module';
import { openArchive } from '../archive/open-archive.ts';
import { systemClock } from '../clock.ts';
import { loadBundled } from '../harvest/catalogue.ts';
import { openStore } from '../store/open-store.ts';
import { type StorageFault, storageFault } from '../store/storage-fault.ts';
import { type NightEvent, type NightReport, runNight } from './night.ts';
import { serveWorker } from './serve-worker.ts';

/** What came of it: the night's report, or what kept it from being kept. */
type Outcome = Readonly<{ report: NightReport }> | Readonly<{ fault: StorageFault }>;

/** The one call of the first night's worker: read the bundled sources of an empty data folder and publish them. */
export type FirstNightCalls = Readonly<{
  read: Readonly<{ given: Readonly<{ data: string }>; answer: Outcome }>;
}>;

/** What it tells on the way. `begun`: how many sources it is going to read. */
export type FirstNightEvent = NightEvent | Readonly<{ event: 'begun'; sources: number }>;

let close = async (): Promise<void> => undefined;

/** Loaded while the thread that opened this one opens the folder. */
const catalogue = loadBundled();
// Whoever asks to read is told what is wrong with it.
catalogue.catch(() => undefined);

const read = async (data: string, tell: (event: FirstNightEvent) => void): Promise<NightReport> => {
  const { sources, others } = await catalogue;
  // What Node made of the files so far is kept now: the threads that are opened next need most of them.
  flushCompileCache();
  tell({ event: 'begun', sources: sources.length });
  const store = await openStore({ data, alone: true });
  close = () => store.close();
  const archive = openArchive(data);
  return runNight({ store, archive, sources, others, now: systemClock(), progress: tell });
};

const outcome = async (data: string, tell: (event: FirstNightEvent) => void): Promise<Outcome> => {
  try {
    return { report: await read(data, tell) };
  } catch (cause) {
    const fault = storageFault(cause);
    if (fault === null) throw cause;
    return { fault };
  }
};

serveWorker<FirstNightCalls, FirstNightEvent>({ read: ({ data }, tell) => outcome(data, tell) }, () =>
  close(),
);
