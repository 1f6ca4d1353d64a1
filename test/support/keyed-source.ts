import type { Test } from 'tap';
import { createFetcher, FETCH_DEFAULTS } from '../../src/fetch/fetcher.ts';
import type { FetchEvent } from '../../src/fetch/result.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import type { CreditKeys } from '../../src/harvest/obtain/credits.ts';
import { obtainFetched } from '../../src/harvest/obtain/obtain-fetched.ts';
import { runNight } from '../../src/jobs/night.ts';
import { openFetchedToy } from './fetched-toy.ts';
import type { Answer } from './origin.ts';

/** A made-up key, easily found wherever it should not be. */
export const KEY = 'made-up-key-0123456789';
const certificate = (at: number) => ({
  cert_id: `cert_MADEUP${at}`,
  certification_status: 'Active',
  certification_standards_scheme: [{ standard_name: 'ISO 9001:2015', is_accredited_mla: true }],
});
/** A company's answer with so many certificates. */
export const company = (ce_id: string, certificates: number): Answer => ({
  kind: 'page',
  type: 'application/json',
  body: JSON.stringify({
    data: {
      ce_id,
      matched_certified_entity_name: `编造${ce_id}示例医院`,
      certificates: Array.from({ length: certificates }, (_, at) => ({
        ...certificate(at),
        cert_id: `${ce_id}-${at}`,
      })),
    },
  }),
});

/** The keyed source itself, its interface on this machine; a night at a time. */
export const keyed = async (t: Test, ids: readonly string[], credits: number | null) => {
  const toy = await openFetchedToy(t);
  const real = (await loadCatalogue()).find(({ descriptor }) => descriptor.key !== undefined);
  if (real === undefined) throw new Error('no source wants a key');
  const pages = real.descriptor.pages.map((one) => ({ ...one, url: `${toy.origin.url}/company/{name}` }));
  const source = { ...real, descriptor: { ...real.descriptor, plainHttp: true as const, pages } };
  const keys = { LICET_IAF_KEY: { key: KEY, ids, credits } };
  const { id } = source.descriptor;
  const events: FetchEvent[] = [];
  const fetcher = createFetcher(
    { ...FETCH_DEFAULTS, contact: null, version: '0', allowLoopback: true, gapMs: 0, attempts: 1 },
    {
      now: () => new Date('2026-11-21T04:00:00Z'),
      sleep: async () => undefined,
      random: () => 0.5,
      log: (event) => events.push(event),
    },
  );
  t.teardown(() => fetcher.close());
  const night = (at: string, given: CreditKeys = keys) => {
    const obtain = obtainFetched({ ...toy, fetcher, keys: given, now: () => new Date(at) });
    return runNight({ ...toy, sources: [source], now: new Date(at), obtain, keys: given });
  };
  const spent = async (month: string) => (await toy.store.credits.spent(month)).get(id) ?? 0;
  const asked = () => toy.origin.seen.filter(({ path }) => path.startsWith('/company/'));
  return { ...toy, night, spent, asked, events };
};
