import type { KeptEntry } from '../../store/service/audit-log.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { withState } from '../registry.ts';
import { tableLines } from '../table.ts';
import { countIn } from '../token-holder.ts';
import { printable } from '../width.ts';

const MOST_SHOWN = 100_000;

const entryLine = ({ id, at, actor, act, about, request }: KeptEntry): string[] => [
  `  ${id}`,
  at,
  printable(actor),
  act,
  printable(about),
  request ?? '',
];

const list =
  (context: Context) =>
  async (options: CommonOptions & Readonly<{ limit: string }>): Promise<void> => {
    const limit = countIn('--limit', options.limit, { most: MOST_SHOWN, of: 'entries' });
    const entries = await withState(context, options, ({ audit }) => audit.newest(limit));
    const lines = tableLines(entries.map(entryLine));
    const json = entries.map((one) => `${JSON.stringify(one)}\n`).join('');
    context.terminal.out(options.json === true ? json : `${lines.join('\n')}\n`);
  };

const check =
  (context: Context) =>
  async (options: CommonOptions & Readonly<{ head?: string }>): Promise<void> => {
    const { head: kept } = options;
    const { entries, head, faults } = await withState(context, options, async ({ audit }) => {
      const state = await audit.check();
      if (kept === undefined || (await audit.holds(kept))) return state;
      return { ...state, faults: [...state.faults, 'the entry of the head you kept is not in this log'] };
    });
    const sound = faults.length === 0;
    const words = sound
      ? `${entries} entries, each bound to those before it; head ${head === '' ? 'none yet' : head}\n`
      : faults.map((fault) => `${fault}\n`).join('');
    const json = JSON.stringify({ sound, entries, head, faults });
    context.terminal.out(options.json === true ? `${json}\n` : words);
    if (!sound) context.finish(exitCodes.endangered);
  };

/** `licet audit log` and `check`: what partners, operators and the command line did, and whether that record is whole. */
export const addAudit: AddCommand = (program, context) => {
  const audit = program
    .command('audit')
    .description('what was written and who asked about physicians: a record that is only ever added to');
  const listing = audit
    .command('log')
    .description('entries, newest first: number, when, who, what, to what, in which request')
    .option('--limit <n>', 'how many entries', '50');
  common(listing).action(list(context));
  const checking = audit
    .command('check')
    .description('check every entry against those before it; 1 when one was changed or taken out')
    .option(
      '--head <hash>',
      'the head that an earlier check gave: a log that was cut off or put back is told by it',
    );
  common(checking).addHelpText('after', examples(['licet audit check']));
  checking.action(check(context));
};
