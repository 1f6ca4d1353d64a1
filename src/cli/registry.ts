import { existsSync } from 'node:fs';
import type { Source } from '../harvest/catalogue.ts';
import { openFolder, type Registry } from '../jobs/data-folder.ts';
import type { NightReport } from '../jobs/night.ts';
import { isBare } from '../store/folder/folder.ts';
import { holdsRegistry, isKeptInDatabase, openServiceState } from '../store/open-store.ts';
import type { ServiceState } from '../store/service/service-state.ts';
import type { CommonOptions, Context } from './context.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { printable } from './width.ts';

/** True when something is kept in this data folder, or in the database that keeps its state. */
const isThere = (data: string): boolean => existsSync(data) || isKeptInDatabase(data);

/** A mistyped folder is told and not created: what is read out of an empty one would look like an answer. Throws UsageError. */
export const mustBeThere = (data: string): void => {
  if (!isThere(data)) throw new UsageError(`--data ${printable(data)} is not there; expected a data folder`);
};

/**
 * A folder that was named and holds no registry is told, and none is made there: a question that only reads would fill a mistyped folder and answer from
 * it. Throws UsageError.
 */
export const mustHoldRegistry = (data: string): void => {
  if (holdsRegistry(data)) return;
  const at = printable(data);
  throw new UsageError(
    `there is no registry in the data folder ${at}; name another (--data, LICET_DATA), or make one there: licet harvest --data ${at}`,
  );
};

const isBundled = ({ descriptor }: Source): boolean => descriptor.how === 'bundled';

/** Reads the bundled sources (of another `catalogue` in tests) with visible progress, and publishes what changed. */
export const harvestNow = async (
  { store, archive }: Pick<Registry, 'store' | 'archive'>,
  terminal: Terminal,
  now: Date,
  catalogue?: string,
): Promise<NightReport> => {
  // Nearly all folders hold a generation: what reads sources is loaded where there is none.
  const [{ loadCatalogue }, { runNight }, { progressOn }] = await Promise.all([
    import('../harvest/catalogue.ts'),
    import('../jobs/night.ts'),
    import('./progress.ts'),
  ]);
  const sources = await loadCatalogue(catalogue);
  const progress = progressOn(terminal.watch, sources.filter(isBundled).length);
  return runNight({ store, archive, sources, now, progress: progress.show }).finally(progress.stop);
};

/** Fills an empty folder with what was read of the bundled sources at installation, where that was done. */
const takeUp = async (data: string, now: Date): Promise<void> => {
  if (isKeptInDatabase(data) || !isBare(data)) return;
  const { takeUpFirstNight } = await import('../jobs/prepared/take-up.ts');
  await takeUpFirstNight(data, now);
};

/** Opens a data folder that can answer: an empty one first reads the bundled sources (of another `catalogue` in tests). */
export const openRegistry = async (
  data: string,
  terminal: Terminal,
  now: Date,
  catalogue?: string,
): Promise<Registry> => {
  if (catalogue === undefined) await takeUp(data, now);
  const registry = await openFolder(data);
  if (registry.store.reader().generation > 0) return registry;
  terminal.err(`${data} is empty: reading the bundled sources first\n`);
  await harvestNow(registry, terminal, now, catalogue);
  return registry;
};

/**
 * Opens what the service itself records in the data folder (partners, keys, counts, reports), for one piece of work. `how`: `made` creates
 * a folder that is not there, for who gives the first key before the service ever ran.
 */
export const withState = async <T>(
  context: Pick<Context, 'config'>,
  options: CommonOptions,
  work: (state: ServiceState) => Promise<T>,
  how: 'as-it-is' | 'made' = 'as-it-is',
): Promise<T> => {
  const data = options.data ?? context.config.data;
  if (how === 'as-it-is') mustBeThere(data);
  const state = openServiceState(data);
  return work(state).finally(state.close);
};
