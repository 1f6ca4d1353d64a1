import type { Descriptor } from '../../schema/source.ts';
import type { Archive } from '../archive/archive.ts';
import type { Source } from '../harvest/catalogue.ts';
import { type CreditKeys, whyKeyOff } from '../harvest/obtain/credits.ts';
import type { Obtain } from '../harvest/obtain/obtain.ts';
import { harvestSource } from '../harvest/run.ts';
import type { HarvestEvent, HarvestNeeds, SourceReport } from '../harvest/source-report.ts';
import { type ReconcileEvent, reconcile, reconcileCode } from '../registry/reconcile.ts';
import type { Generations } from '../store/generations.ts';
import type { NightBook, NightKind } from '../store/night-book.ts';
import type { Publisher } from '../store/publisher.ts';
import { faultText } from '../store/storage-fault.ts';

export type NightEvent = HarvestEvent | ReconcileEvent;

/** The result of a night. `generation` is the newest one after it; `raised` tells whether this night published it. */
export type NightReport = Readonly<{
  /** Its number in `/v1/runs`. */
  id: number;
  kind: NightKind;
  at: string;
  sources: readonly SourceReport[];
  generation: number;
  raised: boolean;
  registryHash: string;
  /** How long it took, in milliseconds; null when the night was given no clock. */
  ms: number | null;
}>;

/** What a night reads and writes of the registry. */
export type NightStore = HarvestNeeds['store'] &
  Publisher &
  Pick<Generations, 'reader' | 'refresh'> &
  Pick<NightBook, 'beginNight' | 'endNight'>;

export type NightNeeds = Readonly<{
  store: NightStore;
  archive: Archive;
  sources: readonly Source[];
  /** Sources that this night knows of and could not read; a night over all sources makes them known too. */
  others?: readonly Descriptor[] | undefined;
  now: Date;
  progress?: ((event: NightEvent) => void) | undefined;
  /** Ids of the sources to read; all of them when left out. */
  only?: readonly string[] | undefined;
  obtain?: Obtain | undefined;
  /** Keys of interfaces that want one; such a source is read only where its key is set. */
  keys?: CreditKeys | undefined;
  /** Tells how long the night took; facts are dated by `now` alone. */
  clock?: (() => Date) | undefined;
  kind?: NightKind | undefined;
  /** Asked before each source: false ends the reading early, and what was accepted so far is published. */
  goOn?: (() => boolean) | undefined;
}>;

/** One piece of work on the registry that ends with a publication and is kept as a night under its number in `/v1/runs`. */
type Night = Omit<NightNeeds, 'sources' | 'others' | 'only'>;

const publish = async ({ store, now, progress }: Night): Promise<boolean> => {
  const code = reconcileCode();
  const at = now.toISOString();
  const raised = await store.reconcile(code, (registry, everything) =>
    reconcile(registry, { at, code, everything, progress }),
  );
  await store.refresh();
  return raised !== undefined;
};

const settle = async (
  night: Night,
  id: number,
  work: (id: number) => Promise<readonly SourceReport[]>,
): Promise<NightReport> => {
  const { store, now, clock, kind = 'harvest' } = night;
  const begun = clock?.().getTime();
  const sources = await work(id);
  const raised = await publish(night);
  const { generation, reference } = store.reader();
  const ms = clock === undefined || begun === undefined ? null : clock().getTime() - begun;
  const { registryHash } = reference;
  return { id, kind, at: now.toISOString(), sources, generation, raised, registryHash, ms };
};

/**
 * Does `work`, publishes what it accepted as one new generation, and writes the report down. When it throws, the night is
 * written down as failed (if the store can still write) and the registry stays as it was.
 */
export const inNight = async (
  night: Night,
  work: (id: number) => Promise<readonly SourceReport[]>,
): Promise<NightReport> => {
  const { store, now, clock, kind = 'harvest' } = night;
  const id = await store.beginNight({ at: now.toISOString(), kind });
  const endedAt = (): string => (clock?.() ?? now).toISOString();
  try {
    const report = await settle(night, id, work);
    const { generation, registryHash } = report;
    await store.endNight(id, { at: endedAt(), state: 'done', generation, registryHash, report });
    return report;
  } catch (cause) {
    const { generation, reference } = store.reader();
    const report = { id, kind, at: now.toISOString(), error: faultText(cause) };
    const state = { generation, registryHash: reference.registryHash, report };
    // Whoever called must get the error of the night, not the one of writing the report.
    await store.endNight(id, { at: endedAt(), state: 'failed', ...state }).catch(() => undefined);
    throw cause;
  }
};

/** True for sources that can be read here: bundled ones, and fetched ones where a way to fetch and any key they want are given. */
const obtainable = ({ descriptor }: Source, night: NightNeeds): boolean =>
  descriptor.how === 'bundled' ||
  (descriptor.how === 'fetched' &&
    night.obtain !== undefined &&
    whyKeyOff(descriptor, night.keys ?? {}) === null);

/**
 * The whole night: read every source, then publish what changed as one new generation. Sources that cannot be obtained here
 * (nothing fetches them) are left as they are; a night over all sources makes them known as never read. The store's `reader()` stands at the new generation when this returns.
 */
export const runNight = (night: NightNeeds): Promise<NightReport> => {
  const due = night.sources
    .filter(({ descriptor }) => night.only === undefined || night.only.includes(descriptor.id))
    .filter((source) => obtainable(source, night));
  return inNight(night, async (id) => {
    const reports: SourceReport[] = [];
    for (const source of due) {
      if (night.goOn?.() === false) break;
      reports.push(await harvestSource(source, { ...night, night: id }));
    }
    if (night.only === undefined) {
      const unread = night.sources.filter((source) => !obtainable(source, night));
      const { others = [] } = night;
      await night.store.registerUnread([...unread.map(({ descriptor }) => descriptor), ...others]);
    }
    return reports;
  });
};
