import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { partialDate } from '../../../schema/base.ts';
import type { SourceIssue } from '../../../schema/record.ts';
import { ShapeError } from '../../../schema/source.ts';
import type { Source } from '../../harvest/catalogue.ts';
import { acceptDirectory } from '../../harvest/directory/accept-directory.ts';
import { directoryNotes } from '../../harvest/directory/rows.ts';
import { DIRECTORY_PREFIX, directorySource, EMPTY_LIST, slugOf } from '../../harvest/directory/source.ts';
import { inNight, type NightReport } from '../../jobs/night.ts';
import { shanghaiDay } from '../../text/dates.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { withCommandLease } from '../harvesting.ts';
import { common, examples } from '../help.ts';
import { readInput } from '../read-input.ts';
import { tableLines } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

type ImportOptions = CommonOptions & Readonly<{ name?: string; asOf?: string; leaveOutBadRows?: true }>;

const slugFrom = (text: string, where: string): string => {
  const slug = slugOf(text);
  if (slug === null)
    throw new UsageError(`${where} "${text}" leaves no name; give --name in letters a-z and digits`);
  return slug;
};

const bytesOf = async (file: string): Promise<Uint8Array> => {
  if (file !== '-' && !/\.(?:csv|tsv|txt|xlsx|xls)$/iu.test(file))
    throw new UsageError(`<file> ${printable(file)} is neither .csv nor .xlsx`);
  return readInput({ option: '<file>', file, expected: 'a list as .csv or .xlsx' });
};

type Looked = Readonly<{ good: number; bad: readonly SourceIssue[] }>;

/** Reads the whole list before anything is written. */
const lookThrough = async ({ descriptor, parse }: Source, body: Uint8Array): Promise<Looked> => {
  const [page] = descriptor.pages;
  if (page === undefined) throw new Error('a list has one page');
  const bad: SourceIssue[] = [];
  let good = 0;
  try {
    for await (const one of parse({ page, body, source: descriptor })) {
      if (one.kind === 'issue') bad.push(one);
      else good += 1;
    }
  } catch (cause) {
    if (cause instanceof ShapeError) throw new UsageError(`<file> ${cause.message}`);
    throw cause;
  }
  return { good, bad };
};

/** Bad rows that are printed one by one. */
const SHOWN = 20;

const badLines = (bad: readonly SourceIssue[]): string =>
  [
    ...bad.slice(0, SHOWN).map(({ row, column, detail }) => `  row ${row}, ${column}: ${printable(detail)}`),
    ...(bad.length > SHOWN ? [`  and ${bad.length - SHOWN} more`] : []),
  ].join('\n');

/** Takes a list in, in this process's turn, as one new generation. */
const takeIn = async (
  context: Context,
  options: CommonOptions,
  source: Source,
  body: Uint8Array,
): Promise<NightReport> => {
  const registry = await context.open(options, 'filled');
  const { store, archive } = registry;
  const night = { store, archive, now: context.clock(), clock: context.clock };
  return withCommandLease(context, registry, () =>
    inNight(night, async (number) => [await acceptDirectory(source, body, { ...night, night: number })]),
  ).catch((cause: unknown) => {
    throw cause instanceof ShapeError ? new UsageError(`<file> ${cause.message}`) : cause;
  });
};

/** `sent`: rows of the file; what of them is not on record afterwards was left out, whatever the reason. */
const tell = (context: Context, options: CommonOptions, report: NightReport, sent: number): void => {
  const { terminal } = context;
  const [one] = report.sources;
  if (one === undefined) return;
  const leftOut = Math.max(0, sent - one.rows);
  if (options.json === true) terminal.out(`${JSON.stringify({ ...report, leftOut })}\n`);
  else
    terminal.out(
      `${one.source}: ${one.state}, ${one.rows} rows (+${one.added} ~${one.changed} -${one.removed}), ` +
        `${leftOut} left out; generation ${report.generation}\n`,
    );
  for (const refusal of one.refusals) terminal.err(`licet: ${printable(refusal)}\n`);
  if (one.state !== 'accepted' && one.state !== 'unchanged') context.finish(exitCodes.fault);
};

const importDirectory =
  (context: Context) =>
  async (path: string, _own: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<ImportOptions>();
    const file = path === '-' ? path : resolve(path);
    const asOf = options.asOf ?? shanghaiDay(context.clock());
    if (!partialDate.safeParse(asOf).success)
      throw new UsageError(`--as-of "${asOf}" is no date; expected YYYY, YYYY-MM or YYYY-MM-DD`);
    const slug =
      options.name === undefined
        ? slugFrom(file === '-' ? 'standard-input' : basename(file).replace(/\.[^.]+$/u, ''), '<file>')
        : slugFrom(options.name, '--name');
    const body = await bytesOf(file);
    const source = directorySource({ slug, file: basename(file), asOf });
    const { good, bad } = await lookThrough(source, body);
    if (bad.length > 0 && options.leaveOutBadRows !== true)
      throw new UsageError(
        `<file> ${bad.length} rows cannot be read and nothing was written; mend them, or add --leave-out-bad-rows\n${badLines(bad)}`,
      );
    if (good === 0)
      throw new UsageError(
        '<file> holds no row that can be read; to take a list off: licet import remove <name>',
      );
    if (bad.length > 0) context.terminal.err(`left out:\n${badLines(bad)}\n`);
    for (const note of directoryNotes(body)) context.terminal.err(`${printable(note)}\n`);
    tell(context, options, await takeIn(context, options, source, body), good + bad.length);
  };

/** The lists on record: newest edition of each. */
const lists = async (context: Context, options: CommonOptions) => {
  const { store } = await context.open(options, 'as-it-is');
  const all = [...(await store.sources())].filter(([id]) => id.startsWith(DIRECTORY_PREFIX));
  return all.map(([id, { editions }]) => {
    const newest = editions.at(-1);
    return {
      name: id.slice(DIRECTORY_PREFIX.length),
      rows: newest?.rows ?? 0,
      asOf: newest?.asOf ?? null,
      importedAt: newest?.acceptedAt ?? null,
    };
  });
};

const listImported =
  (context: Context) =>
  async (_own: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<CommonOptions>();
    const found = (await lists(context, options)).filter(({ rows }) => rows > 0);
    if (options.json === true) context.terminal.out(`${JSON.stringify(found)}\n`);
    else
      for (const line of tableLines(
        found.map(({ name, rows, asOf, importedAt }) => [
          name,
          `${rows} rows`,
          `as of ${asOf}`,
          `imported ${importedAt}`,
        ]),
      ))
        context.terminal.out(`${line}\n`);
  };

const removeImported =
  (context: Context) =>
  async (name: string, _own: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<CommonOptions>();
    const known = (await lists(context, options)).filter(({ rows }) => rows > 0);
    if (!known.some((one) => one.name === name))
      throw new UsageError(
        `<name> no list "${name}" was imported; there are: ${known.map((one) => one.name).join(', ') || 'none'}`,
      );
    const source = directorySource({ slug: name, file: 'empty.csv', asOf: shanghaiDay(context.clock()) });
    tell(context, options, await takeIn(context, options, source, new TextEncoder().encode(EMPTY_LIST)), 0);
  };

/** `licet import`: a user's own list of hospitals, for finding names. Evidence of kind `directory`: it never makes anything `met`. */
export const addImport: AddCommand = (program, context) => {
  const command = program
    .command('import')
    .description('add your own list of hospitals, for finding names; list and remove such lists');
  common(
    command
      .command('directory')
      .description('add a list, or replace the one of that name')
      .argument(
        '<file>',
        '.csv or .xlsx with columns name_zh, province; also aliases, former_names, name_en, aliases_en, city, district, address, website',
      )
      .option('--name <name>', 'what the list is called (letters a-z, digits); the file name when left out')
      .option('--as-of <date>', 'the date the list describes; today when left out')
      .option('--leave-out-bad-rows', 'take the other rows in when some cannot be read'),
  )
    .addHelpText('after', examples(['licet import directory my-hospitals.csv --as-of 2026-06']))
    .action(importDirectory(context));
  common(command.command('list').description('the lists that were added')).action(listImported(context));
  common(
    command
      .command('remove')
      .description('take a list off again; its bytes stay in the archive')
      .argument('<name>'),
  ).action(removeImported(context));
};
