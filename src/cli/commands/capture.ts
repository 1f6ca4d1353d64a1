import {
  type Captured,
  CaptureError,
  captureFields,
  recordableFields,
} from '../../harvest/capture/capture.ts';
import { csvTemplate } from '../../harvest/capture/capture-template.ts';
import { type Looked, lookAtCaptures, recordCaptures } from '../../harvest/capture/record-captures.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { Registry } from '../../jobs/data-folder.ts';
import { inNight } from '../../jobs/night.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { withCommandLease } from '../harvesting.ts';
import { common, examples } from '../help.ts';
import { pickSource } from '../pick-sources.ts';
import { readBulk, readPairs, readProof } from '../read-capture.ts';
import { tableLines } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

type CaptureOptions = CommonOptions &
  Readonly<{
    field?: string[];
    page?: string;
    file?: string;
    template?: true;
    by?: string;
    asOf?: string;
    yes?: true;
    partial?: true;
    force?: true;
    because?: string;
  }>;

type Input = Readonly<{ row: number; captured: Captured }>;

const instructions = ({ descriptor }: Source, { terminal }: Context, { lang }: CaptureOptions): void => {
  const { checkYourself, pages, title } = descriptor;
  const rows = captureFields(descriptor).map(({ column, label, kind, required }) => [
    `  ${column}`,
    label[lang],
    kind,
    required ? 'required' : '',
  ]);
  terminal.out(
    [
      ` ${terminal.paint('bold', title[lang])}`,
      ` 1. Open ${checkYourself?.url ?? pages[0]?.url}`,
      ` 2. ${checkYourself?.type[lang] ?? ''}`,
      ' 3. Save the page (HTML, PDF or PNG) and type what it prints:',
      ...tableLines(rows),
      ` licet capture ${descriptor.id} --field <name>=<value> … --as-of <date on the page> --by <who> --page <file>`,
      '',
    ].join('\n'),
  );
};

const template = ({ descriptor }: Source): string => csvTemplate(captureFields(descriptor));

/** Why the person insists; a reason without --force, and --force without a reason, are slips. */
const insisting = ({ force, because }: CaptureOptions): string | null => {
  if (force === undefined && because === undefined) return null;
  if (force === true && (because ?? '').trim().length > 2) return because ?? null;
  throw new UsageError('--force and --because <why> belong together; the reason is kept on record');
};

const inputs = async (source: Source, options: CaptureOptions): Promise<readonly Input[]> => {
  const proof = options.page === undefined ? null : await readProof(options.page);
  const same = { by: options.by ?? '', proof, because: insisting(options) };
  if (options.file === undefined) {
    const captured = { fields: readPairs(options.field ?? []), asOf: options.asOf ?? '', ...same };
    return [{ row: 1, captured }];
  }
  const columns = recordableFields(source.descriptor).map(({ column }) => column);
  return (await readBulk(options.file, columns)).map(({ fields, asOf }, at) => ({
    row: at + 1,
    captured: { fields, asOf: asOf || (options.asOf ?? ''), ...same },
  }));
};

const showRow = ({ row, prepared }: Looked, { terminal: { paint } }: Context): readonly string[] => {
  const { problems, warnings, changes, key } = prepared;
  const state = problems.length > 0 ? paint('red', 'not taken') : paint('green', 'good');
  const news = changes.filter(({ before, after }) => before !== after);
  return [
    ` row ${row}: ${state}${key === null ? '' : `  ${printable(key)}`}`,
    ...problems.map((one) => `   ${paint('red', '!')} ${printable(one)}`),
    ...warnings.map((one) => `   ${paint('yellow', '?')} ${printable(one)}`),
    ...tableLines(
      news.map(({ column, before, after }) => [
        `   ${column}`,
        printable(before ?? '(new)'),
        '→',
        printable(after),
      ]),
    ),
    ...(problems.length === 0 && news.length === 0 ? ['   nothing changes'] : []),
  ];
};

const record = (context: Context, registry: Registry, source: Source, looked: readonly Looked[]) => {
  const { store, archive } = registry;
  const night = { store, archive, now: context.clock(), clock: context.clock, kind: 'capture' as const };
  return withCommandLease(context, registry, () =>
    inNight(night, async (id) => {
      const report = await recordCaptures(source, { ...night, night: id }, looked);
      return report === null ? [] : [report];
    }),
  );
};

/** What was done, or why nothing was: rows are recorded together, or with --partial those that are good. */
const footOf = (good: number, all: number, generation: number | null, yes: boolean): string => {
  if (generation !== null) return `${good} of ${all} rows recorded; generation ${generation}`;
  const why = good === 0 ? '' : yes ? ', --partial records the good ones' : ', repeat with --yes to record';
  return `${good} of ${all} rows are good; nothing was written${why}`;
};

const capture =
  (context: Context) =>
  async (id: string, options: CaptureOptions): Promise<void> => {
    const source = await pickSource(context, id);
    if (options.template === true) return context.terminal.out(template(source));
    if (options.field === undefined && options.file === undefined)
      return instructions(source, context, options);
    const registry = await context.open(options, 'as-it-is');
    const needs = { store: registry.store, now: context.clock() };
    const looked = await lookAtCaptures(source, needs, await inputs(source, options));
    const good = looked.filter(({ prepared }) => prepared.edition !== null);
    const enough = good.length === looked.length || (options.partial === true && good.length > 0);
    const yes = options.yes === true;
    const report = yes && enough ? await record(context, registry, source, good) : null;
    const foot = footOf(good.length, looked.length, report?.generation ?? null, yes);
    if (options.json === true) {
      const rows = looked.map(({ row, prepared: { edition: _, ...rest } }) => ({ row, ...rest }));
      context.terminal.out(`${JSON.stringify({ rows, report })}\n`);
    } else
      context.terminal.out(`${[...looked.flatMap((one) => showRow(one, context)), ` ${foot}`].join('\n')}\n`);
    if (good.length < looked.length) context.finish(exitCodes.badUse);
  };

const collect = (pair: string, before: string[] | undefined): string[] => [...(before ?? []), pair];

/** `licet capture`: a person looks where programs may not, and Licet keeps what was seen, by whom, and the proof. */
export const addCapture: AddCommand = (program, context) => {
  const command = program
    .command('capture')
    .description('record what a person read off a register that programs may not read')
    .argument('<source>', 'id of a captured source; alone, it says where to look and what to type')
    .option('--field <name=value>', 'one field of the page; may be repeated', collect)
    .option('--page <file>', 'the saved page: HTML, PDF or PNG')
    .option('--file <file>', 'many rows at once: CSV or XLSX with the columns of --template')
    .option('--template', 'print the header of a bulk file')
    .option('--as-of <date>', 'the date the page itself prints as its state')
    .option('--by <who>', 'who looked at the page')
    .option('--partial', 'of a bulk file, record the good rows though others are not')
    .option('--force', 'record it although the saved page shows another number; wants --because')
    .option('--because <why>', 'why it is right all the same; kept on record')
    .option('--yes', 'record it; without it the command only shows what would change');
  common(command).addHelpText(
    'after',
    examples(['licet capture <source>', 'licet capture <source> --file rows.xlsx --by "Made-up Name" --yes']),
  );
  const run = capture(context);
  command.action((id: string, options: CaptureOptions) =>
    run(id, options).catch((cause: unknown) => {
      throw cause instanceof CaptureError ? new UsageError(`<source> ${cause.message}`) : cause;
    }),
  );
};
