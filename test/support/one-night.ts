import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { obtainFetched } from '../../src/harvest/obtain/obtain-fetched.ts';
import { runDue } from '../../src/jobs/due-night.ts';
import { quickFetcher } from './fetched-toy.ts';
import { openToy } from './toy-night.ts';

/** Fetches what is due of a folder of sources at an instant; gives what came of it and what a reader sees afterwards. */
export const oneNight = async (data: string, catalogue: string, at: string) => {
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
  await fetcher.close();
  await store.close();
  return { ...said, institutions, nights: nights.map(({ state }) => state), written };
};

/** Run as a child process, under limits that only hold for a process: data folder, folder of sources, instant. */
if (import.meta.main) {
  const [data = '.', catalogue = '.', at = ''] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await oneNight(data, catalogue, at)));
}
