import type { RunsShown } from '../http/deps.ts';
import { pairCounter } from '../registry/count-pairs.ts';
import type { Leases } from '../store/leases.ts';
import type { NightBook } from '../store/night-book.ts';
import type { Reader } from '../store/registry-reader.ts';
import type { ReviewBook } from '../store/review-book.ts';
import type { RunBook } from '../store/run-book.ts';
import { heldLease } from './lease-guard.ts';

/** What is shown of the work on a registry is read from these; a store of tests may have less. */
export type ShownStore = Partial<
  Pick<NightBook, 'nights' | 'night'> &
    Pick<RunBook, 'lastNights' | 'sources'> &
    Pick<Leases, 'lease'> &
    Pick<ReviewBook, 'judgements' | 'unorderedPairs' | 'newestRowOf'>
>;

/** What pages and metrics are told of nights, runs, the lease and the pairs that wait. */
export const runsShown = (store: ShownStore, reader: () => Reader): RunsShown => {
  const { lease } = store;
  const book = {
    judgements: async () => (await store.judgements?.()) ?? [],
    unorderedPairs: async () => (await store.unorderedPairs?.()) ?? [],
    newestRowOf: async (id: string) => (await store.newestRowOf?.(id)) ?? 0,
  };
  return {
    nights: async (limit) => (await store.nights?.(limit)) ?? [],
    night: async (id) => store.night?.(id),
    lastNights: async (limit) => (await store.lastNights?.(limit)) ?? new Map(),
    sources: async () => (await store.sources?.()) ?? new Map(),
    lease: async () => (lease === undefined ? undefined : heldLease({ lease })),
    pairsWaiting: pairCounter(book, () => reader().reference),
  };
};
