import { Option } from 'commander';
import { loadCatalogue, type Source } from '../../harvest/catalogue.ts';
import { whyKeyOff } from '../../harvest/obtain/credits.ts';
import type { NightReport } from '../../jobs/night.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { harvestChosen } from '../harvesting.ts';
import { common, examples } from '../help.ts';
import { pickSources } from '../pick-sources.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';
import { addBreakLease } from './break-lease.ts';
import { addDecisions } from './decide-refused.ts';

const failures = ['refused', 'challenged', 'unreachable', 'forbidden', 'too-big', 'deferred', 'failed'];

type HarvestOptions = CommonOptions & Readonly<{ all?: true; dryRun?: true; from: 'live' | 'archive' }>;

/** Refuses a source whose pages a person must bring, and one that would need a network that is switched off. */
const refuseUnreadable = ({ config }: Context, sources: readonly Source[], from: string): void => {
  for (const { descriptor } of sources) {
    if (descriptor.how === 'captured')
      throw new UsageError(
        `[source...] ${descriptor.id} is captured by a person: licet capture ${descriptor.id}`,
      );
    if (descriptor.how === 'fetched' && from === 'live' && config.whyNoFetch !== null)
      throw new UsageError(`[source...] ${descriptor.id} is fetched, and ${config.whyNoFetch}`);
    const off = from === 'live' ? whyKeyOff(descriptor, config.keys) : null;
    if (off !== null) throw new UsageError(`[source...] ${descriptor.id} is ${off}`);
  }
};

const chosen = async (context: Context, ids: readonly string[], options: HarvestOptions) => {
  if (ids.length > 0) {
    const sources = await pickSources(context, ids);
    refuseUnreadable(context, sources, options.from);
    return sources;
  }
  if (options.all === true && options.from === 'live' && context.config.whyNoFetch !== null)
    throw new UsageError(`--all reads fetched sources too, and ${context.config.whyNoFetch}`);
  const fetchable = options.all === true && (context.config.fetch || options.from === 'archive');
  const all = await loadCatalogue(context.overrides.catalogue);
  return all.filter(({ descriptor: { how } }) => how === 'bundled' || (how === 'fetched' && fetchable));
};

type Told = NightReport['sources'][number];

/** Sources that were not reached for one reason are one line: without a network, or on a fresh folder, that is nearly all of them. */
const unreached = (sources: readonly Told[]): readonly string[] => {
  const byReason = new Map<string, string[]>();
  for (const { source, refusals } of sources) {
    const reason = (refusals[0] ?? '').replace(/^page \S+: /, '');
    byReason.set(reason, [...(byReason.get(reason) ?? []), source]);
  }
  return [...byReason].map(([reason, ids]) => {
    const named =
      ids.length > 3 ? `${ids.slice(0, 2).join(', ')} and ${ids.length - 2} more` : ids.join(', ');
    return `  unreachable: ${named}: ${printable(reason)}`;
  });
};

const show = (report: NightReport, dryRun: boolean, { paint }: Terminal): string => {
  const lines = tableLines(
    report.sources
      .filter(({ state }) => state !== 'unreachable')
      .map((one) => [
        `  ${failures.includes(one.state) ? paint('red', one.state) : one.state}`,
        one.source,
        `${one.rows} rows`,
        `+${one.added} ~${one.changed} -${one.removed}${one.missing > 0 ? ` ?${one.missing}` : ''}`,
        `${one.issues} issues`,
        printable(one.refusals[0] ?? ''),
      ]),
  );
  const foot = report.raised
    ? `generation ${report.generation} published`
    : `nothing changed; generation ${report.generation}`;
  const said = dryRun
    ? `dry run: ${foot.replace('published', 'would be published')}; nothing was written`
    : foot;
  const absent = unreached(report.sources.filter(({ state }) => state === 'unreachable'));
  return `${[...lines, ...absent, ` ${paint('bold', said)}`].join('\n')}\n`;
};

const tell = ({ terminal, finish }: Context, options: HarvestOptions, report: NightReport): void => {
  if (options.json === true) terminal.out(`${JSON.stringify(report)}\n`);
  else terminal.out(show(report, options.dryRun === true, terminal));
  const failed = report.sources.filter(({ state }) => failures.includes(state));
  // Not reached is not known yet, and no fault of ours: the last good edition stays.
  if (failed.length > 0)
    finish(failed.every(({ state }) => state === 'unreachable') ? exitCodes.undecided : exitCodes.fault);
};

const harvest =
  (context: Context) =>
  async (ids: string[], options: HarvestOptions): Promise<void> => {
    const sources = await chosen(context, ids, options);
    const registry = await context.open(options, 'made');
    const choice = { sources, from: options.from, dryRun: options.dryRun === true };
    tell(context, options, await harvestChosen(context, registry, choice));
  };

/** `licet harvest`: read the sources now and publish what changed as one generation. */
export const addHarvest: AddCommand = (program, context) => {
  const command = program
    .command('harvest')
    .description('read the sources now and publish what changed as one generation')
    .argument('[source...]', 'ids of sources (see: licet sources); all bundled ones when left out')
    .option('--all', 'the fetched ones too')
    .option('--dry-run', 'say what would change and write nothing')
    .addOption(
      new Option('--from <where>', 'fetch the pages, or read the kept ones anew')
        .choices(['live', 'archive'])
        .default('live'),
    );
  common(command).addHelpText(
    'after',
    examples([
      'licet harvest',
      'licet harvest intl-jci-events --json',
      'licet harvest --all --dry-run',
      'licet harvest accept cn-nanjing-institutions --by "Made-up Name" --reason "the list was split in two"',
      'licet harvest uphold cn-nanjing-institutions --by "Made-up Name" --reason "half the page is missing"',
    ]),
  );
  command.action(harvest(context));
  addDecisions(command, context, tell);
  addBreakLease(command, context);
};
