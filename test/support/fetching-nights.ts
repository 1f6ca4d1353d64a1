import { setTimeout as wait } from 'node:timers/promises';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { obtainFetched } from '../../src/harvest/obtain/obtain-fetched.ts';
import { runDue } from '../../src/jobs/due-night.ts';
import { quickFetcher } from './fetched-toy.ts';
import { openToy } from './toy-night.ts';

/**
 * Run as a child process: fetches the sources of a folder night after night, a simulated day each, until it is killed.
 * Arguments: data folder, folder of sources, nights (0 = without end), `still` to try the same night again and again.
 */
const [data = '.', catalogue = '.', nights = '0', still] = process.argv.slice(2);
const { store, archive } = await openToy(data);
const sources = await loadCatalogue(catalogue);
const fetcher = quickFetcher();
const obtain = obtainFetched({ fetcher, archive, store });
const last = (await store.runs(1))[0];
let time = last === undefined ? Date.parse('2026-05-01T20:00:00Z') : Date.parse(last.at);

for (let night = 0; nights === '0' || night < Number(nights); night += 1) {
  if (still === undefined) time += 86_400_000;
  const clock = () => new Date(time);
  const report = await runDue({
    store,
    archive,
    sources,
    obtain,
    clock,
    holder: `${process.pid}`,
    jitterMs: 1,
  });
  process.stdout.write(report === null ? '-' : '.');
  if (report === null) await wait(5);
}
await fetcher.close();
await store.close();
