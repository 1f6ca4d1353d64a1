import { openFetcher } from '../fetch/open-fetcher.ts';
import type { Source } from '../harvest/catalogue.ts';
import { obtainFetched } from '../harvest/obtain/obtain-fetched.ts';
import { obtainKept } from '../harvest/obtain/obtain-kept.ts';
import type { Registry } from '../jobs/data-folder.ts';
import { dryRun } from '../jobs/dry-run.ts';
import { LeaseTaken, leaseHolder, withLease } from '../jobs/lease-guard.ts';
import { type NightReport, runNight } from '../jobs/night.ts';
import type { Context } from './context.ts';
import { progressOn } from './progress.ts';
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

/** Reads the chosen sources under the lease, with visible progress; a dry run needs none. */
export const harvestChosen = (context: Context, registry: Registry, choice: Choice): Promise<NightReport> =>
  choice.dryRun
    ? dryRun(registry, (copy) => run(context, copy, choice))
    : withCommandLease(context, registry, (goOn) => run(context, registry, choice, goOn));
