import { createInterface } from 'node:readline/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { KEEP_DAYS, type Prunable, prunable, prune } from '../../../archive/prune.ts';
import type { Tombstone } from '../../../archive/tombstone.ts';
import type { Registry } from '../../../jobs/data-folder.ts';
import { addDays, isDay, shanghaiDay } from '../../../text/dates.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { withCommandLease } from '../../harvesting.ts';
import { common, examples } from '../../help.ts';
import { countBar } from '../../progress.ts';
import { tableLines } from '../../table.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { waitingPages } from './known-pages.ts';

type PruneOptions = CommonOptions & Readonly<{ dryRun?: true; before?: string; yes?: true }>;

const SHOWN = 20;

/** A size in the unit a person would use. */
const sized = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const dayOption = (text: string): string => {
  if (!isDay(text)) throw new InvalidArgumentError('Expected a day as YYYY-MM-DD.');
  return text;
};

const line = ({ sha256, bytes, retrievedAt, source, url, rule }: Tombstone): string[] => [
  `  ${sha256.slice(0, 12)}`,
  sized(bytes),
  retrievedAt?.slice(0, 10) ?? '',
  rule,
  printable(source ?? url ?? 'of no source that is known'),
];

const show = ({ pages, leftovers, bytes, kept }: Prunable): string =>
  [
    ...tableLines(pages.slice(0, SHOWN).map(line)),
    ...(pages.length > SHOWN ? [`  … and ${pages.length - SHOWN} more; --json lists them all`] : []),
    `${pages.length} pages may go (${sized(bytes)}), ${kept} stay${leftovers.length > 0 ? `; ${leftovers.length} unfinished files may go` : ''}`,
    '',
  ].join('\n');

/** Editions are given up from this day backwards; nothing younger than refused pages ever goes. */
const startOf = (before: string | undefined, now: Date): string | null => {
  if (before === undefined) return null;
  const latest = addDays(shanghaiDay(now), -KEEP_DAYS);
  if (before > latest)
    throw new UsageError(
      `--before ${before} is too late; pages of the last ${KEEP_DAYS} days stay, so at most ${latest}`,
    );
  return before;
};

const find = async (
  { store, archive }: Registry,
  before: string | null,
  now: Date,
  waiting: readonly string[],
): Promise<Prunable> => {
  // The day begins at midnight in Shanghai.
  const editionsSince = before === null ? null : new Date(`${before}T00:00:00+08:00`).toISOString();
  const refusedSince = addDays(shanghaiDay(now), -KEEP_DAYS);
  const use = await store.pagesInUse({ editionsSince, refusedSince });
  return prunable({ archive, use: { ...use, inUse: new Set([...use.inUse, ...waiting]) }, before, now });
};

const agreed = async ({ terminal }: Context, { yes }: PruneOptions): Promise<boolean> => {
  if (yes === true) return true;
  if (!terminal.watched || process.stdin.isTTY !== true)
    throw new UsageError(
      '--yes is missing; without it nothing is removed where nobody can be asked (see --dry-run)',
    );
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const said = await asking.question('Remove them for good? Their tombstones stay. [y/N] ');
  asking.close();
  return /^y(es)?$/i.test(said.trim());
};

const remove = async (context: Context, registry: Registry, found: Prunable): Promise<void> => {
  const bar = countBar(context.terminal.watch, 'pages removed');
  await prune(registry.archive, found, bar.show).finally(bar.stop);
};

const run =
  (context: Context) =>
  async (_: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<PruneOptions>();
    const { terminal } = context;
    const now = context.clock();
    const before = startOf(options.before, now);
    const registry = await context.open(options, 'as-it-is');
    await withCommandLease(context, registry, async () => {
      const found = await find(registry, before, now, await waitingPages(context, options));
      const nothing = found.pages.length + found.leftovers.length === 0;
      if (options.json !== true) terminal.out(show(found));
      const go = options.dryRun !== true && !nothing && (await agreed(context, options));
      if (go) await remove(context, registry, found);
      if (options.json === true) terminal.out(`${JSON.stringify({ removed: go, ...found })}\n`);
      else terminal.out(go ? 'removed\n' : 'nothing was removed\n');
    });
  };

/** `licet archive prune`: remove pages nothing rests on any more, by the rules of docs/nights.md. */
export const addArchivePrune = (archive: Command, context: Context): void => {
  const command = archive
    .command('prune')
    .description(`remove kept pages that nothing rests on any more and that are older than ${KEEP_DAYS} days`)
    .option('--dry-run', 'only show what would go, and how much')
    .option(
      '--before <day>',
      'also pages of editions replaced before this day that no row rests on',
      dayOption,
    )
    .option('--yes', 'do not ask');
  common(command).addHelpText(
    'after',
    examples(['licet archive prune --dry-run', 'licet archive prune --before 2025-01-01 --yes']),
  );
  command.action(run(context));
};
