import type { Captured } from '../../harvest/capture/capture.ts';
import { csvTemplate } from '../../harvest/capture/capture-template.ts';
import { type Looked, lookAtCaptures, recordCaptures } from '../../harvest/capture/record-captures.ts';
import { CaptureError, captureFields, recordableFields } from '../../harvest/capture/recordable-fields.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { Registry } from '../../jobs/data-folder.ts';
import { inNight } from '../../jobs/night.ts';
import { shanghaiDay } from '../../text/dates.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { withCommandLease } from '../harvesting.ts';
import { common, examples } from '../help.ts';
import { pickSource } from '../pick-sources.ts';
import { readBulk, readPairs, readProof } from '../read-capture.ts';
import { captureFoot, instructions, showCapture } from '../show/capture-rows.ts';
import { UsageError } from '../usage-error.ts';

type CaptureOptions = CommonOptions &
  Readonly<{
    field?: string[];
    page?: string;
    file?: string;
    template?: true;
    by?: string;
    asOf?: string;
    lookedOn?: string;
    read?: true;
    yes?: true;
    partial?: true;
    force?: true;
    because?: string;
  }>;

type Input = Readonly<{ row: number; captured: Captured }>;

const template = ({ descriptor }: Source): string => csvTemplate(captureFields(descriptor));

/** Why the person insists; a reason without --force, and --force without a reason, are slips. */
const insisting = ({ force, because }: CaptureOptions): string | null => {
  if (force === undefined && because === undefined) return null;
  if (force === true && (because ?? '').trim().length > 2) return because ?? null;
  throw new UsageError('--force and --because <why> belong together; the reason is kept on record');
};

const inputs = async (
  source: Source,
  { clock }: Context,
  options: CaptureOptions,
): Promise<readonly Input[]> => {
  const proof = options.page === undefined ? null : await readProof(options.page);
  const same = { by: options.by ?? '', proof, because: insisting(options), read: options.read === true };
  const looked = options.lookedOn ?? null;
  if (options.file === undefined) {
    const fields = readPairs(options.field ?? []);
    const lookedOn = looked ?? shanghaiDay(clock());
    return [{ row: 1, captured: { fields, asOf: options.asOf ?? '', lookedOn, ...same } }];
  }
  const rows = await readBulk(options.file, recordableFields(source.descriptor));
  return rows.map(({ fields, asOf, lookedOn }, at) => ({
    row: at + 1,
    captured: { fields, asOf: asOf || (options.asOf ?? ''), lookedOn: lookedOn || looked, ...same },
  }));
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

const capture =
  (context: Context) =>
  async (id: string, options: CaptureOptions): Promise<void> => {
    const source = await pickSource(context, id);
    if (options.template === true) return context.terminal.out(template(source));
    if (options.field === undefined && options.file === undefined && options.read === undefined)
      return instructions(source, context.terminal, options.lang);
    const registry = await context.open(options, 'as-it-is');
    const needs = { store: registry.store, now: context.clock() };
    const looked = await lookAtCaptures(source, needs, await inputs(source, context, options));
    const good = looked.filter(({ prepared }) => prepared.edition !== null);
    const enough = good.length === looked.length || (options.partial === true && good.length > 0);
    const yes = options.yes === true;
    const report = yes && enough ? await record(context, registry, source, good) : null;
    const foot = captureFoot(good.length, looked.length, report?.generation ?? null, yes);
    if (options.json === true) {
      const rows = looked.map(({ row, prepared: { edition: _, ...rest } }) => ({ row, ...rest }));
      context.terminal.out(`${JSON.stringify({ rows, report })}\n`);
    } else
      context.terminal.out(
        `${[...looked.flatMap((one) => showCapture(one, context.terminal)), ` ${foot}`].join('\n')}\n`,
      );
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
