import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openArchive } from '../../src/archive/archive.ts';
import { runNight } from '../../src/nightly.ts';
import { openStore } from '../../src/store/store.ts';
import { registerSource } from './register.ts';

/** Run as a worker thread: one night over the register, as the service runs it beside the serving thread. */
export type NightWork = Readonly<{ data: string; page: string; now: string }>;
export type NightDone = Readonly<{
  ms: number;
  steps: Readonly<Record<string, number>>;
  says: string;
  hash: string;
}>;

const { data, page, now } = workerData as NightWork;
const store = await openStore({ file: join(data, 'licet.db'), graceMs: 0 });
const archive = openArchive(join(data, 'archive'));
const begun = performance.now();
const steps: Record<string, number> = {};
const report = await runNight({
  store,
  archive,
  sources: [registerSource(page)],
  now: new Date(now),
  progress: (event) => {
    const step = event.event === 'reconcile' ? event.step : event.event;
    steps[step] = Math.round(performance.now() - begun);
  },
});
const ms = performance.now() - begun;
const [source] = report.sources;
const says = `${source?.state}: ${source?.added} added, ${source?.changed} changed, ${source?.refusals}`;
await store.close();
parentPort?.postMessage({ ms, steps, says, hash: report.registryHash } satisfies NightDone);
