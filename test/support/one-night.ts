import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { obtainFetched } from '../../src/harvest/obtain/obtain-fetched.ts';
import { runDue } from '../../src/jobs/due-night.ts';
import { quickFetcher } from './fetched-toy.ts';
import { openToy } from './toy-night.ts';

/**
 * Run as a child process, under limits that only hold for a process: fetches what is due of a folder of sources at an instant,
 * and prints what came of it and what a reader sees afterwards. Arguments: data folder, folder of sources, instant.
 */
const [data = '.', catalogue = '.', at = ''] = process.argv.slice(2);
const { store, archive } = await openToy(data);
const fetcher = quickFetcher();
const said = await runDue({
  store,
  archive,
  sources: await loadCatalogue(catalogue),
  obtain: obtainFetched({ fetcher, archive, store }),
  clock: () => new Date(at),
  holder: `${process.pid}`,
  jitterMs: 1,
}).then(
  (report) => ({ report }),
  () => ({}),
);
const { institutions } = await store.reader().counts();
const nights = await store.nights(9);
const written = (await store.night(nights[0]?.id ?? 0))?.report;
const states = nights.map(({ state }) => state);
process.stdout.write(JSON.stringify({ ...said, institutions, nights: states, written }));
await fetcher.close();
await store.close();
