import { openKeys } from '../../../http/badge/keys.ts';
import { keepLog, logKeys } from '../../../http/log/keep-log.ts';
import { checkLog, type LogProof } from '../../../log/check-log.ts';
import { originIn } from '../../../log/checkpoint.ts';
import type { AddCommand, CommonOptions, Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { common, examples } from '../../help.ts';
import { readInputText } from '../../read-input.ts';
import { withState } from '../../registry.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { fetchLog } from './fetch-log.ts';

type CheckOptions = CommonOptions & Readonly<{ from?: string; key?: string }>;

/** The log of the data folder, brought up to date, and the registry beside it. `origin`: the address that a kept checkpoint names. */
const ownLog = async (
  context: Context,
  options: CommonOptions,
  origin: string | undefined,
): Promise<Omit<LogProof, 'kept'> & Readonly<{ keys: readonly string[] }>> => {
  const { store } = await context.open(options, 'as-it-is');
  const data = options.data ?? context.config.data;
  const { clock } = context;
  return withState(context, options, async (state) => {
    const log = keepLog({ state: () => state, integrity: store.integrity, data, clock });
    await log.bringUp();
    const base = `https://${origin?.replace(/\/log$/, '') ?? 'localhost'}`;
    return {
      entries: await state.logEntries.all(),
      checkpoint: null,
      generations: await store.integrity.published(),
      keys: await logKeys(
        openKeys(() => state.signingKeys, 'log', clock),
        base,
      ),
    };
  });
};

const expected = 'a checkpoint of a log, as /log/checkpoint gives it';

/** A checkpoint that was kept, and the log it names. Throws UsageError for a file that is none: that is no finding about the log. */
const readKept = async (file: string): Promise<Readonly<{ text: string; origin: string }>> => {
  const text = await readInputText({ option: '<checkpoint>', file, expected });
  const origin = originIn(text);
  if (origin === null || !URL.canParse(`https://${origin}`))
    throw new UsageError(`<checkpoint> ${printable(file)} is none; expected ${expected}`);
  return { text, origin };
};

const check =
  (context: Context) =>
  async (file: string | undefined, options: CheckOptions): Promise<void> => {
    if (options.key !== undefined && options.from === undefined)
      throw new UsageError('--key is for a log that is fetched; expected --from with it');
    const kept = file === undefined ? null : await readKept(file);
    const found =
      options.from === undefined
        ? await ownLog(context, options, kept?.origin)
        : { ...(await fetchLog(context, options.from, options.key)), generations: null };
    const { entries, root, keptSize, faults } = await checkLog({
      ...found,
      kept: kept === null ? null : { text: kept.text, keys: found.keys },
    });
    const sound = faults.length === 0;
    const words = [
      `${entries} entries, head ${root}`,
      ...(keptSize === null || !sound
        ? []
        : [`it begins with the ${keptSize} entries of the checkpoint you kept`]),
      ...(!sound
        ? faults
        : [entries === 0 ? 'it holds nothing yet, so it proves nothing' : 'nothing it said was rewritten']),
    ];
    const json = JSON.stringify({ sound, entries, root, keptSize, faults });
    context.terminal.out(options.json === true ? `${json}\n` : `${words.join('\n')}\n`);
    if (!sound) context.finish(exitCodes.endangered);
  };

const show =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const { entries } = await ownLog(context, options, undefined);
    context.terminal.out(entries.map((entry) => `${entry}\n`).join(''));
  };

/** `licet log show` and `check`: what was published when, in a log that is only ever added to, and the proof of that. */
export const addLog: AddCommand = (program, context) => {
  const log = program
    .command('log')
    .description('the public log of what was published when; proves that a day was not rewritten');
  common(log.command('show').description('its entries, one JSON a line')).action(show(context));
  const checking = log
    .command('check')
    .description('check the log of the data folder, or one that is fetched; 1 when something was rewritten')
    .argument('[checkpoint]', 'a copy of /log/checkpoint that you kept: the log must still begin with it')
    .option('--from <url>', 'fetch the log at this address, https://…/log')
    .option('--key <key>', 'believe this key alone, a line of /log/keys that you kept');
  common(checking).addHelpText(
    'after',
    examples(['licet log check', 'licet log check kept-checkpoint.txt --from https://licet.example/log']),
  );
  checking.action(check(context));
};
