import type { Command } from 'commander';
import { csvTemplate } from '../../../harvest/capture/capture-template.ts';
import { lookAtCaptures } from '../../../harvest/capture/record-captures.ts';
import { CaptureError, captureFields, recordableFields } from '../../../harvest/capture/recordable-fields.ts';
import type { Source } from '../../../harvest/catalogue.ts';
import { capturedRows, type Sent, takeCapture } from '../../../jobs/captures/record-rows.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import type { AddCommand, Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { common, examples } from '../../help.ts';
import { pickSource } from '../../pick-sources.ts';
import { readBulk, readPairs, readProof } from '../../read-capture.ts';
import { captureFoot, instructions, showAnswers, showCapture } from '../../show/capture-rows.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import type { CaptureOptions } from './options.ts';
import { showQueue } from './queue.ts';
import { decide, decisionOf, showPending } from './second-person.ts';
import { withRecording } from './with-recording.ts';
import { rowsActOf } from './withdraw.ts';

const template = ({ descriptor }: Source): string => csvTemplate(captureFields(descriptor));

/** Why the person insists; a reason without --force, and --force without a reason, are slips. */
const insisting = ({ force, because }: CaptureOptions): string | null => {
  if (force === undefined && because === undefined) return null;
  if (force === true && (because ?? '').trim().length > 2) return because ?? null;
  throw new UsageError('--force and --because <why> belong together; the reason is kept on record');
};

/** The rows as they were sent; those of a file have no day but their own and the one that is given. */
const sentRows = async (
  source: Source,
  { clock }: Context,
  options: CaptureOptions,
): Promise<Sent['rows']> => {
  const same = { asOf: options.asOf ?? '', read: options.read === true };
  const looked = options.lookedOn ?? null;
  if (options.file === undefined) {
    const fields = readPairs(options.field ?? []);
    return [{ row: 1, fields, ...same, lookedOn: looked ?? shanghaiDay(clock()) }];
  }
  const rows = await readBulk(options.file, recordableFields(source.descriptor));
  return rows.map(({ fields, asOf, lookedOn }, at) => ({
    row: at + 1,
    fields,
    ...same,
    asOf: asOf || same.asOf,
    lookedOn: lookedOn || looked,
  }));
};

const sentBy = async (source: Source, context: Context, options: CaptureOptions): Promise<Sent> => ({
  source,
  rows: await sentRows(source, context, options),
  proof: options.page === undefined ? null : await readProof(options.page),
  by: options.by ?? '',
  because: insisting(options),
  at: context.clock(),
});

const recordCapture = async (source: Source, context: Context, options: CaptureOptions): Promise<void> => {
  const { terminal } = context;
  const sent = await sentBy(source, context, options);
  const registry = await context.open(options, options.yes === true ? 'made' : 'as-it-is');
  const needs = { store: registry.store, now: sent.at };
  const looked = await lookAtCaptures(source, needs, capturedRows(sent));
  const good = looked.filter(({ prepared }) => prepared.edition !== null);
  const enough = good.length === looked.length || (options.partial === true && good.length > 0);
  const yes = options.yes === true;
  const taken = await withRecording(context, options, registry, (recording) =>
    takeCapture(recording, sent, good, yes && enough),
  );
  if (options.json === true) {
    const rows = looked.map(({ row, prepared: { edition: _, ...rest } }) => ({ row, ...rest }));
    terminal.out(`${JSON.stringify({ rows, ...taken })}\n`);
  } else {
    const lines = looked.flatMap((one) => showCapture(one, terminal));
    const foot = captureFoot(good.length, looked.length, taken, yes);
    terminal.out(`${[...lines, ...showAnswers(taken.answers, terminal), ` ${foot}`].join('\n')}\n`);
  }
  if (good.length < looked.length) context.finish(exitCodes.badUse);
};

const capture =
  (context: Context) =>
  async (id: string | undefined, options: CaptureOptions): Promise<void> => {
    if (options.queue === true) return showQueue(context, options);
    if (options.pending === true) return showPending(context, options);
    const decided = decisionOf(options);
    if (decided !== null) return decide(context, options, decided);
    if (id === undefined)
      throw new UsageError('<source> is missing; licet sources shows the ids of captured sources');
    const source = await pickSource(context, id);
    const onRecord = rowsActOf(options);
    if (onRecord !== null) return onRecord(context, source, options);
    if (options.template === true) return context.terminal.out(template(source));
    if (options.field === undefined && options.file === undefined && options.read === undefined)
      return instructions(source, context.terminal, options.lang);
    return recordCapture(source, context, options);
  };

/** Most who name a second thing mean the saved page, behind `--read`, which takes none. Throws UsageError. */
const oneSource = async ({ args: [, file] }: Command, { page, read }: CaptureOptions): Promise<void> => {
  if (file === undefined) return;
  const right =
    read === true && page === undefined
      ? `--read takes no file: name the saved page with --page ${printable(file)} --read`
      : 'one source at a time: the saved page is named with --page, a bulk file with --file';
  throw new UsageError(`${printable(file)} is one argument too many; ${right}`);
};

const collect = (pair: string, before: string[] | undefined): string[] => [...(before ?? []), pair];

/** `licet capture`: a person looks where programs may not, and Licet keeps what was seen, by whom, and the proof. */
export const addCapture: AddCommand = (program, context) => {
  const command = program
    .command('capture')
    .description('record what a person read off a register that programs may not read')
    .argument('[source]', 'id of a captured source; alone, it says where to look and what to type')
    .option('--field <name=value>', 'one field of the page; may be repeated', collect)
    .option('--page <file>', 'the saved page: HTML, PDF or PNG, or its text as .txt')
    .option('--read', 'take fields that are not given off the saved page')
    .option('--file <file>', 'many rows at once: CSV or XLSX with the columns of --template')
    .option('--template', 'print the header of a bulk file')
    .option('--looked-on <date>', 'when you looked; today, where it is left out, but for --file')
    .option(
      '--as-of <date>',
      'the date the page itself prints as its state; read off the page where left out',
    )
    .option('--by <who>', 'who looked at the page')
    .option('--partial', 'of a bulk file, record the good rows though others are not')
    .option('--force', 'record it although the saved page shows another number; wants --because')
    .option('--because <why>', 'why it is right all the same; kept on record')
    .option('--queue', 'whom to look up next: the register to open and the exact words to copy')
    .option('--limit <number>', 'of --queue: how many', '20')
    .option('--pending', 'captures that turn an answer into a no and wait for a second person')
    .option('--confirm <number>', 'publish one of them; --by another person than who looked')
    .option('--reject <number>', 'never publish it; wants --by and --because')
    .option('--rows [words]', 'what stands on record of the register, newest first: all, or with these words')
    .option('--withdraw <key>', 'take back a row that was never right, by its key; wants --by and --because')
    .option('--withdrawn', 'what was taken back of the register: by whom, when and why')
    .option('--yes', 'record it; without it the command only shows what would change');
  common(command).addHelpText(
    'after',
    examples(['licet capture <source>', 'licet capture <source> --file rows.xlsx --by "Made-up Name" --yes']),
  );
  const run = capture(context);
  command.allowExcessArguments(true);
  command.action((id: string | undefined, options: CaptureOptions) =>
    oneSource(command, options)
      .then(() => run(id, options))
      .catch((cause: unknown) => {
        throw cause instanceof CaptureError ? new UsageError(`<source> ${cause.message}`) : cause;
      }),
  );
};
