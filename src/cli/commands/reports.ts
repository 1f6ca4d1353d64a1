import type { KeptReport } from '../../store/service/error-reports.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { common, examples } from '../help.ts';
import { withState } from '../registry.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

const MOST_SHOWN = 100_000;

const lineOf = ({ id, at, about, text, lang, generation }: KeptReport): string =>
  `${id}  ${at}  ${lang}  generation ${generation}\n  about ${printable(about)}\n  ${printable(text)}\n`;

const list =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const reports = await withState(context, options, (state) => state.errorReports.waiting(MOST_SHOWN));
    const json = reports.map((one) => `${JSON.stringify(one)}\n`).join('');
    const words = reports.length === 0 ? 'no report waits\n' : reports.map(lineOf).join('');
    context.terminal.out(options.json === true ? json : words);
  };

const numberIn = (given: string): number => {
  if (!/^\d{1,12}$/.test(given))
    throw new UsageError(
      `<number> ${printable(given)} is no number of a report; licet reports list shows them`,
    );
  return Number(given);
};

const settle =
  (context: Context) =>
  async (given: readonly string[], options: CommonOptions): Promise<void> => {
    const ids = given.map(numberIn);
    const settled = await withState(context, options, (state) => state.errorReports.settle(ids));
    context.terminal.out(
      options.json === true ? `${JSON.stringify({ settled })}\n` : `${settled} of ${ids.length} settled\n`,
    );
  };

/** `licet reports list` and `settle`: what people reported as wrong, and what the operator has dealt with. */
export const addReports: AddCommand = (program, context) => {
  const reports = program.command('reports').description('errors that people reported on the pages');
  common(reports.command('list').description('reports that wait, oldest first')).action(list(context));
  const settling = reports
    .command('settle')
    .description('remove reports that were looked at, for good')
    .argument('<number...>', 'their numbers');
  common(settling).addHelpText('after', examples(['licet reports settle 1 2']));
  settling.action(settle(context));
};
