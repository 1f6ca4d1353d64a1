import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openArchive } from '../../src/archive/open-archive.ts';
import { runNight } from '../../src/jobs/night.ts';
import { openStore } from '../../src/store/open-store.ts';
import { registerSource } from './register.ts';
import { stopwatch, type Taken } from './stopwatch.ts';

/** Run as a worker thread that lives as long as the service's own: one night over the register for each message. */
export type NightWork = Readonly<{ folder: string; now: string }>;
export type NightDone = Taken &
  Readonly<{ steps: Readonly<Record<string, number>>; says: string; hash: string }>;

const data = String(workerData);
// As the service's own thread of nights opens it: it works the log of changes into the file itself.
const store = await openStore({ data, graceMs: 0, alone: true });
const archive = openArchive(data);

const night = async ({ folder, now }: NightWork): Promise<NightDone> => {
  const taken = stopwatch();
  const steps: Record<string, number> = {};
  const report = await runNight({
    store,
    archive,
    sources: [registerSource(folder)],
    now: new Date(now),
    progress: (event) => {
      steps[event.event === 'reconcile' ? event.step : event.event] = Math.round(taken().cpu);
    },
  });
  // The log of changes is worked into the file a turn later, by this thread, and belongs to this night.
  await wait(1);
  const [source] = report.sources;
  const says = `${source?.state}: ${source?.added} added, ${source?.changed} changed, ${source?.refusals}`;
  return { ...taken(), steps, says, hash: report.registryHash };
};

parentPort?.on('message', (work: NightWork | 'stop') => {
  if (work === 'stop') void store.close().then(() => parentPort?.close());
  else void night(work).then((done) => parentPort?.postMessage(done));
});
