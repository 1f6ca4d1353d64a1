import {
  type Captured,
  CaptureError,
  captureFields,
  csvOf,
  type Prepared,
  prepareCapture,
  recordCapture,
} from '../../harvest/capture.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { SourceReport } from '../../harvest/run.ts';
import { inNight } from '../../nightly.ts';
import { BadUse } from '../bad-use.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { takeTurn } from '../harvesting.ts';
import { common, examples } from '../help.ts';
import { pickSource } from '../pick-sources.ts';
import { CUT_OFF, readBulk, readFields, readProof } from '../read-capture.ts';
import type { Registry } from '../registry.ts';
import { tableLines } from '../table.ts';
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
  }>;

/** One row with its number and what came of looking at it. */
type Looked = Readonly<{ row: number; prepared: Prepared }>;

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

const template = ({ descriptor }: Source): string =>
  csvOf([...captureFields(descriptor).map(({ column }) => column), CUT_OFF], []);

const inputs = async (options: CaptureOptions): Promise<readonly Captured[]> => {
  const by = options.by ?? '';
  const proof = options.page === undefined ? null : await readProof(options.page);
  if (options.file === undefined)
    return [{ fields: readFields(options.field ?? []), asOf: options.asOf ?? '', by, proof }];
  const rows = await readBulk(options.file);
  if (rows.length === 0) throw new BadUse(`--file ${options.file} holds no row below its header`);
  return rows.map(({ [CUT_OFF]: asOf, ...fields }) => ({
    fields,
    asOf: asOf || (options.asOf ?? ''),
    by,
    proof,
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
  return takeTurn(context, registry, () =>
    inNight(night, async (id) => {
      const reports: SourceReport[] = [];
      for (const { prepared } of looked)
        if (prepared.edition !== null)
          reports.push(await recordCapture(source, { ...night, night: id }, prepared.edition));
      return reports;
    }),
  );
};

const look = async (context: Context, registry: Registry, source: Source, options: CaptureOptions) => {
  const looked: Looked[] = [];
  for (const [at, captured] of (await inputs(options)).entries()) {
    // A millisecond apart: each capture is an edition of its own.
    const needs = { ...registry, now: new Date(context.clock().getTime() + at) };
    looked.push({ row: at + 1, prepared: await prepareCapture(source, needs, captured) });
  }
  return looked;
};

const capture =
  (context: Context) =>
  async (id: string, options: CaptureOptions): Promise<void> => {
    const source = await pickSource(context, id);
    if (options.template === true) return context.terminal.out(template(source));
    if (options.field === undefined && options.file === undefined)
      return instructions(source, context, options);
    const registry = await context.open(options, 'as-it-is');
    const looked = await look(context, registry, source, options);
    const good = looked.filter(({ prepared }) => prepared.edition !== null);
    const written = options.yes === true && good.length > 0;
    const report = written ? await record(context, registry, source, good) : null;
    const foot =
      report === null
        ? `${good.length} of ${looked.length} rows are good; nothing was written${good.length > 0 ? ', repeat with --yes to record' : ''}`
        : `${good.length} of ${looked.length} rows recorded; generation ${report.generation}`;
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
    .option('--yes', 'record it; without it the command only shows what would change');
  common(command).addHelpText(
    'after',
    examples(['licet capture <source>', 'licet capture <source> --file rows.xlsx --by "Made-up Name" --yes']),
  );
  const run = capture(context);
  command.action((id: string, options: CaptureOptions) =>
    run(id, options).catch((cause: unknown) => {
      throw cause instanceof CaptureError ? new BadUse(`<source> ${cause.message}`) : cause;
    }),
  );
};
