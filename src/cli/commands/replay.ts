import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { loadCatalogue } from '../../harvest/catalogue.ts';
import type { Registry } from '../../jobs/data-folder.ts';
import { CannotReplay } from '../../jobs/rebuild.ts';
import { type Replay, replay } from '../../jobs/replay.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

type ReplayOptions = CommonOptions & Readonly<{ run?: number; keep?: string }>;

const whole = (text: string): number => {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('Expected a number, 1 or more.');
  return Number(text);
};

const show = (done: Replay, { paint }: Terminal): string =>
  [
    ` generation ${done.generation}, ${done.editions} editions read again`,
    `  published ${done.published}`,
    `  rebuilt   ${done.rebuilt}`,
    ` ${done.equal ? paint('green', 'the same') : paint('red', 'they differ')}`,
    ...(done.readOtherwise.length === 0
      ? []
      : [` read by other code than then: ${done.readOtherwise.join(', ')}`]),
    ...(done.differing.length === 0
      ? []
      : [
          ` ${done.differing.length} stored records are not the rebuilt ones: ${done.differing.slice(0, 5).join(', ')}`,
        ]),
    ...(done.compiledOtherwise ? [' placed and compiled by other code than then'] : []),
    '',
  ].join('\n');

const generationOf = async ({ store }: Registry, wanted: number | undefined, run: number | undefined) => {
  if (run === undefined) return wanted ?? store.reader().generation;
  const night = await store.night(run);
  if (night === undefined) throw new UsageError(`--run ${run} is not the number of a run; see /v1/runs`);
  return night.generation ?? store.reader().generation;
};

const rebuild =
  (context: Context) =>
  async (wanted: number | undefined, options: ReplayOptions): Promise<void> => {
    const { terminal, overrides } = context;
    const registry = await context.open(options, 'as-it-is');
    const generation = await generationOf(registry, wanted, options.run);
    const sources = await loadCatalogue(overrides.catalogue);
    const folder = await mkdtemp(join(tmpdir(), 'licet-replay-'));
    try {
      const data = options.keep ?? folder;
      const done = await replay({ ...registry, sources, generation, data });
      terminal.out(options.json === true ? `${JSON.stringify(done)}\n` : show(done, terminal));
      if (!done.equal) context.finish(exitCodes.undecided);
    } catch (cause) {
      throw cause instanceof CannotReplay ? new UsageError(`[generation] ${cause.message}`) : cause;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

/** `licet replay`: rebuild a past generation from the kept pages and compare its hash. */
export const addReplay: AddCommand = (program, context) => {
  const command = program
    .command('replay')
    .description('rebuild a past generation from the kept pages alone and compare its hash')
    .argument('[generation]', 'number of the generation; the newest one when left out', whole)
    .option('--run <number>', 'the generation a run ended with (see /v1/runs)', whole)
    .option('--keep <folder>', 'leave the rebuilt registry in this new data folder');
  common(command).addHelpText(
    'after',
    examples(['licet replay', 'licet replay 3', 'licet replay --run 12 --json']),
  );
  command.action(rebuild(context));
};
