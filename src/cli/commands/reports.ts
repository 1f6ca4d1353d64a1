import { writeFile } from 'node:fs/promises';
import type { KeptReport } from '../../store/service/error-reports.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { common, examples } from '../help.ts';
import { withState } from '../registry.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

const MOST_SHOWN = 100_000;
/** The longest answer, in characters; it is read on a phone. */
const LONGEST_ANSWER = 2000;

type ListOptions = CommonOptions & Readonly<{ answered?: true }>;
type ShowOptions = CommonOptions & Readonly<{ file?: string }>;
type AnswerOptions = CommonOptions & Readonly<{ by?: string; text?: string }>;

const besides = ({ kind, file, site, answer }: KeptReport): readonly string[] => [
  ...(kind === 'correction' ? ['a correction in the hospital’s own matter'] : []),
  ...(site === null
    ? []
    : [`${site.domain}: ${site.provenAt === null ? 'not proven' : `proven ${site.provenAt}`}`]),
  ...(file === null ? [] : [`file of ${file.bytes} bytes, ${file.type}`]),
  ...(answer === null ? [] : [`answered ${answer.at} by ${printable(answer.by)}: ${printable(answer.text)}`]),
];

const lineOf = (report: KeptReport): string => {
  const { id, at, about, text, lang, generation } = report;
  const first = `${id}  ${at}  ${lang}  generation ${generation}\n  about ${printable(about)}\n  ${printable(text)}\n`;
  return [first, ...besides(report).map((line) => `  ${line}\n`)].join('');
};

const list =
  (context: Context) =>
  async (options: ListOptions): Promise<void> => {
    const reports = await withState(context, options, ({ errorReports }) =>
      options.answered === true ? errorReports.answered(MOST_SHOWN) : errorReports.waiting(MOST_SHOWN),
    );
    const json = reports.map((one) => `${JSON.stringify(one)}\n`).join('');
    const none = options.answered === true ? 'none was answered\n' : 'no report waits\n';
    const words = reports.length === 0 ? none : reports.map(lineOf).join('');
    context.terminal.out(options.json === true ? json : words);
  };

const numberIn = (given: string): number => {
  if (!/^\d{1,12}$/.test(given))
    throw new UsageError(
      `<number> ${printable(given)} is no number of a report; licet report list shows them`,
    );
  return Number(given);
};

const noSuch = (id: number): UsageError =>
  new UsageError(`<number> no report has the number ${id}; licet report list shows them`);

const show =
  (context: Context) =>
  async (given: string, options: ShowOptions): Promise<void> => {
    const id = numberIn(given);
    const { report, file } = await withState(context, options, async ({ errorReports }) => ({
      report: await errorReports.find(id),
      file: await errorReports.file(id),
    }));
    if (report === null) throw noSuch(id);
    if (options.file !== undefined) {
      if (file === null) throw new UsageError(`--file nothing was sent along with report ${id}`);
      await writeFile(options.file, file.bytes, { flag: 'wx', mode: 0o600 }).catch(() => {
        throw new UsageError(
          `--file ${printable(options.file ?? '')} cannot be written, or is there already`,
        );
      });
    }
    context.terminal.out(options.json === true ? `${JSON.stringify(report)}\n` : lineOf(report));
  };

const whoIn = (given: string | undefined): string => {
  const by = given?.trim() ?? '';
  if (by.length < 2 || by.length > 120)
    throw new UsageError(
      '--by is missing: who answers, 2 to 120 characters; kept, and not shown to the sender',
    );
  return by;
};

const wordsOf = (text: string | undefined): string => {
  const words = text?.trim() ?? '';
  if (words === '') throw new UsageError('--text is missing: what the sender reads, 1 to 2000 characters');
  if (words.length > LONGEST_ANSWER)
    throw new UsageError(`--text has ${words.length} characters, at most ${LONGEST_ANSWER} are shown`);
  return words;
};

const answer =
  (context: Context) =>
  async (given: string, options: AnswerOptions): Promise<void> => {
    const id = numberIn(given);
    const [by, text] = [whoIn(options.by), wordsOf(options.text)];
    const at = context.clock().toISOString();
    const done = await withState(context, options, async ({ errorReports }) => {
      if ((await errorReports.find(id)) === null) throw noSuch(id);
      return errorReports.answer(id, { text, by, at });
    });
    if (!done) throw new UsageError(`<number> report ${id} is answered already: licet report show ${id}`);
    context.terminal.out(
      options.json === true ? `${JSON.stringify({ answered: id })}\n` : `report ${id} is answered\n`,
    );
  };

const settle =
  (context: Context) =>
  async (given: readonly string[], options: CommonOptions): Promise<void> => {
    const ids = given.map(numberIn);
    const settled = await withState(context, options, (state) => state.errorReports.settle(ids));
    context.terminal.out(
      options.json === true ? `${JSON.stringify({ settled })}\n` : `${settled} of ${ids.length} removed\n`,
    );
  };

/** `licet report list|show|answer|remove`: what people reported as wrong, and what they are told. */
export const addReports: AddCommand = (program, context) => {
  const reports = program
    .command('report')
    .alias('reports')
    .description('errors and corrections that people sent in');
  const listing = reports.command('list').description('reports that wait, oldest first');
  common(listing.option('--answered', 'those that were answered, newest first')).action(list(context));
  const showing = reports
    .command('show')
    .description('one report, whole')
    .argument('<number>', 'its number')
    .option('--file <file>', 'write what was sent along into this file');
  common(showing).action(show(context));
  const answering = reports
    .command('answer')
    .description('answer a report; the sender reads it at the address it was given')
    .argument('<number>', 'its number')
    .option('--text <text>', 'what the sender reads')
    .option('--by <who>', 'who answers; kept, and not shown to the sender');
  common(answering).addHelpText(
    'after',
    examples(["licet report answer 12 --by 'Made-up Name' --text 'Thank you: the new address is in.'"]),
  );
  answering.action(answer(context));
  const settling = reports
    .command('remove')
    .alias('settle')
    .description('remove reports for good, answered or not')
    .argument('<number...>', 'their numbers');
  common(settling).addHelpText('after', examples(['licet report remove 1 2']));
  settling.action(settle(context));
};
