import type { Archive } from './archive/archive.ts';
import type { Source } from './harvest/catalogue.ts';
import type { Obtain } from './harvest/obtain.ts';
import { type HarvestEvent, harvestSource, type SourceReport } from './harvest/run.ts';
import { codeDigest } from './registry/code-digest.ts';
import { type ReconcileEvent, reconcile } from './registry/reconcile.ts';
import type { Store } from './store/store.ts';

export type NightEvent = HarvestEvent | ReconcileEvent;

/** What a night brought. `generation` is the newest one after it; `raised` tells whether this night published it. */
export type NightReport = Readonly<{
  at: string;
  sources: readonly SourceReport[];
  generation: number;
  raised: boolean;
  registryHash: string;
  /** How long it took, in milliseconds; null when the night was given no clock. */
  ms: number | null;
}>;

export type NightNeeds = Readonly<{
  store: Store;
  archive: Archive;
  sources: readonly Source[];
  now: Date;
  progress?: ((event: NightEvent) => void) | undefined;
  /** Ids of the sources to read; all of them when left out. */
  only?: readonly string[] | undefined;
  obtain?: Obtain | undefined;
  /** Tells how long the night took; facts are dated by `now` alone. */
  clock?: (() => Date) | undefined;
}>;

/**
 * The whole night: read every source, then publish what changed as one new generation. Sources that cannot be obtained here
 * (nothing fetches them) are left as they are. The store's `reader()` stands at the new generation when this returns.
 */
export const runNight = async (night: NightNeeds): Promise<NightReport> => {
  const { store, now, only, progress, clock } = night;
  const begun = clock?.().getTime();
  const due = night.sources
    .filter(({ descriptor }) => only === undefined || only.includes(descriptor.id))
    .filter(({ descriptor }) => descriptor.how === 'bundled' || night.obtain !== undefined);
  const sources: SourceReport[] = [];
  for (const source of due) sources.push(await harvestSource(source, night));
  const code = await codeDigest();
  const at = now.toISOString();
  const raised = await store.reconcile(code, (registry, everything) =>
    reconcile(registry, { at, code, everything, progress }),
  );
  await store.refresh();
  const { generation, reference } = store.reader();
  const ms = clock === undefined || begun === undefined ? null : clock().getTime() - begun;
  return { at, sources, generation, raised: raised !== undefined, registryHash: reference.registryHash, ms };
};
