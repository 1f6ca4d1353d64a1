import type { Test } from 'tap';
import type { SourceRecord } from '../../schema/record.ts';
import type { DescriptorInput } from '../../schema/source.ts';
import { createFetcher, FETCH_DEFAULTS, type Fetcher } from '../../src/fetch/fetcher.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { obtainFetched } from '../../src/harvest/obtain/obtain-fetched.ts';
import { type NightNeeds, type NightReport, runNight } from '../../src/jobs/night.ts';
import { type Answer, type Origin, startOrigin } from './origin.ts';
import { openToy, type Toy, toySource } from './toy-night.ts';

/** A fetch room for origins on this machine, which wait for nobody. */
export const quickFetcher = (): Fetcher =>
  createFetcher(
    { ...FETCH_DEFAULTS, contact: null, version: '0', allowLoopback: true, gapMs: 0, attempts: 1 },
    {
      now: () => new Date('2026-11-21T04:00:00Z'),
      sleep: async () => undefined,
      random: () => 0.5,
      log: () => undefined,
    },
  );

/** A page that holds these records, with an entity tag of its own. */
export const listPage = (records: readonly SourceRecord[], etag?: string): Answer => ({
  kind: 'page',
  type: 'application/json',
  body: JSON.stringify(records),
  ...(etag !== undefined && { etag }),
});

type FetchedToy = Toy &
  Readonly<{
    origin: Origin;
    source: (over?: Partial<DescriptorInput>) => Source;
    /** One night over the loopback origin. */
    go: (at: string, over?: Partial<NightNeeds>) => Promise<NightReport>;
  }>;

/** An empty registry and a web server that it reads its one list from. */
export const openFetchedToy = async (t: Test): Promise<FetchedToy> => {
  const toy = await openToy(t.testdir());
  const origin = await startOrigin();
  const fetcher = quickFetcher();
  t.teardown(async () => {
    await Promise.all([fetcher.close(), origin.close(), toy.store.close()]);
  });
  const source = (over: Partial<DescriptorInput> = {}) =>
    toySource(toy.root, [], {
      how: 'fetched',
      plainHttp: true,
      asOf: null,
      dated: 'when-read',
      cadence: '0 3 * * *',
      pages: [{ key: 'list', url: `${origin.url}/list` }],
      ...over,
    });
  const { store, archive } = toy;
  const obtain = obtainFetched({ fetcher, archive, store });
  const go: FetchedToy['go'] = (at, over = {}) =>
    runNight({ store, archive, sources: [source()], now: new Date(at), obtain, ...over });
  return { ...toy, origin, source, go };
};
