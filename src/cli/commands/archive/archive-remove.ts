import type { Command } from 'commander';
import type { CommonOptions, Context } from '../../context.ts';
import { withCommandLease } from '../../harvesting.ts';
import { common, examples } from '../../help.ts';
import { UsageError } from '../../usage-error.ts';

type RemoveOptions = CommonOptions & Readonly<{ by?: string; reason?: string; yes?: true }>;

const demand = (value: string | undefined, option: string, example: string): string => {
  if (value === undefined || value.trim() === '')
    throw new UsageError(`${option} is missing; it stays with the tombstone, e.g. ${option} "${example}"`);
  return value.trim();
};

const remove =
  (context: Context) =>
  async (given: string, _: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<RemoveOptions>();
    const by = demand(options.by, '--by', 'Made-up Name');
    const reason = demand(options.reason, '--reason', 'ordered by a court');
    if (options.yes !== true) throw new UsageError('--yes is missing; the page cannot be brought back');
    const registry = await context.open(options, 'as-it-is');
    const sha256 = given.toLowerCase();
    const bytes = await registry.archive.sizeOf(sha256);
    if (bytes === undefined) throw new UsageError('<sha256> is no page of the archive');
    const known = (await registry.store.snapshots()).find((page) => page.sha256 === sha256);
    await withCommandLease(context, registry, () =>
      registry.archive.remove({
        sha256,
        bytes,
        url: known?.url ?? null,
        source: known?.source ?? null,
        retrievedAt: known?.retrievedAt ?? null,
        removedAt: context.clock().toISOString(),
        rule: 'by-hand',
        before: null,
        by,
        reason,
      }),
    );
    context.terminal.out(`${sha256} is removed; its tombstone says who and why. Answers stay as they are.\n`);
  };

/** `licet archive remove`: take one page out by hand, where the law obliges to. */
export const addArchiveRemove = (archive: Command, context: Context): void => {
  const command = archive
    .command('remove')
    .description('remove one kept page for good, whatever rests on it, where the law obliges you to')
    .argument('<sha256>', 'number of the page')
    .option('--by <name>', 'who removes it')
    .option('--reason <text>', 'why')
    .option('--yes', 'do it');
  common(command).addHelpText(
    'after',
    examples(['licet archive remove <sha256> --by "Made-up Name" --reason "ordered by a court" --yes']),
  );
  command.action(remove(context));
};
