import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { openFetcher } from '../fetch/open-fetcher.ts';
import type { Source } from '../harvest/catalogue.ts';
import { obtainFetched } from '../harvest/obtain/obtain-fetched.ts';
import { obtainKept } from '../harvest/obtain/obtain-kept.ts';
import { LeaseTaken, leaseHolder, withLease } from '../jobs/lease-guard.ts';
import { type NightReport, runNight } from '../jobs/night.ts';
import type { Context } from './context.ts';
import { progressOn } from './progress.ts';
import { openFolder, type Registry } from './registry.ts';
import { UsageError } from './usage-error.ts';

type Choice = Readonly<{
  sources: readonly Source[];
  from: 'live' | 'archive';
  dryRun: boolean;
}>;

/** Does a command's `work` while holding the lease. Throws UsageError, one line for the operator, when another process holds it. */
export const withCommandLease = <T>(
  { clock }: Pick<Context, 'clock'>,
  { store }: Registry,
  work: (goOn: () => boolean) => Promise<T>,
): Promise<T> =>
  withLease({ store, clock, holder: leaseHolder() }, work).catch((cause: unknown) => {
    throw cause instanceof LeaseTaken ? new UsageError(`${cause.message}; try again later`) : cause;
  });

const run = async (context: Context, registry: Registry, choice: Choice, goOn?: () => boolean) => {
  const { terminal, clock, config, overrides } = context;
  const { store, archive } = registry;
  const fetcher = openFetcher({ contact: config.contact, clock, settings: overrides.fetchSettings });
  const obtain =
    choice.from === 'archive'
      ? obtainKept({ archive, store })
      : obtainFetched({ fetcher, archive, store, keys: config.keys, now: clock });
  const progress = progressOn(terminal.watch, choice.sources.length);
  try {
    const night = {
      store,
      archive,
      sources: choice.sources,
      now: clock(),
      clock,
      obtain,
      goOn,
      keys: config.keys,
    };
    return await runNight({ ...night, progress: progress.show });
  } finally {
    progress.stop();
    await fetcher.close();
  }
};

/** An archive that reads from both and writes to the upper one only. */
const above = (upper: Archive, lower: Archive): Archive => ({
  ...upper,
  get: async (sha256) => (await upper.get(sha256)) ?? lower.get(sha256),
  has: async (sha256) => (await upper.has(sha256)) || lower.has(sha256),
  look: async (sha256) => {
    const first = await upper.look(sha256);
    return first.state === 'kept' ? first : lower.look(sha256);
  },
});

/** The same night on a copy of the database that is thrown away: neither registry nor archive changes. */
const rehearse = async (context: Context, registry: Registry, choice: Choice): Promise<NightReport> => {
  const folder = await mkdtemp(join(tmpdir(), 'licet-dry-run-'));
  try {
    await registry.store.copyTo(folder);
    const copy = await openFolder(folder);
    const both = { ...copy, archive: above(copy.archive, registry.archive) };
    return await run(context, both, choice).finally(() => copy.close());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Reads the chosen sources under the lease, with visible progress; a dry run needs none. */
export const harvestChosen = (context: Context, registry: Registry, choice: Choice): Promise<NightReport> =>
  choice.dryRun
    ? rehearse(context, registry, choice)
    : withCommandLease(context, registry, (goOn) => run(context, registry, choice, goOn));
