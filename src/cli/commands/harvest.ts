import { nearest } from '../../ask/nearest.ts';
import { loadCatalogue } from '../../harvest/catalogue.ts';
import type { NightReport } from '../../nightly.ts';
import { BadUse } from '../bad-use.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { harvestNow } from '../registry.ts';
import { tableLines } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { printable } from '../width.ts';

const failures = ['refused', 'challenged', 'unreachable', 'failed'];

/** Refuses an id that no source has, and one whose pages a network or a person must bring. */
const refuseUnreadable = async (ids: readonly string[]): Promise<void> => {
  const all = (await loadCatalogue()).map(({ descriptor }) => descriptor);
  const known = all.map(({ id }) => id);
  for (const id of ids) {
    const source = all.find((one) => one.id === id);
    if (source?.how === 'bundled') continue;
    if (source !== undefined)
      throw new BadUse(`[source...] ${id} is ${source.how}, nothing here can bring its pages`);
    const near = nearest(id, known);
    const hint = near.length === 0 ? 'licet sources lists them' : `nearest: ${near.join(', ')}`;
    throw new BadUse(`[source...] ${printable(id)} is not a source; ${hint}`);
  }
};

const show = (report: NightReport, { paint }: Terminal): string => {
  const lines = tableLines(
    report.sources.map((one) => [
      `  ${failures.includes(one.state) ? paint('red', one.state) : one.state}`,
      one.source,
      `${one.rows} rows`,
      `+${one.added} ~${one.changed} -${one.removed}`,
      `${one.issues} issues`,
      printable(one.refusals[0] ?? ''),
    ]),
  );
  const foot = report.raised
    ? `generation ${report.generation} published`
    : `nothing changed; generation ${report.generation}`;
  return `${[...lines, ` ${paint('bold', foot)}`].join('\n')}\n`;
};

const harvest =
  (context: Context) =>
  async (ids: string[], options: CommonOptions): Promise<void> => {
    const { terminal, clock, open, finish } = context;
    await refuseUnreadable(ids);
    const registry = await open(options, 'as-it-is');
    const report = await harvestNow(registry, terminal, clock(), ids.length === 0 ? undefined : ids);
    if (options.json === true) terminal.out(`${JSON.stringify(report)}\n`);
    else terminal.out(show(report, terminal));
    if (report.sources.some(({ state }) => failures.includes(state))) finish(exitCodes.fault);
  };

/** `licet harvest`: read the sources now and publish what changed as one generation. */
export const addHarvest: AddCommand = (program, context) => {
  const command = program
    .command('harvest')
    .description('read the sources now and publish what changed as one generation')
    .argument('[source...]', 'ids of sources (see: licet sources); all bundled ones when left out');
  common(command).addHelpText('after', examples(['licet harvest', 'licet harvest intl-jci-events --json']));
  command.action(harvest(context));
};
