import type { Command } from 'commander';
import { z } from 'zod';
import { type PractitionerEntry, practitionerEntry } from '../../../../schema/practitioner.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { personalNumberIn } from '../../../identifiers/personal-number.ts';
import { identify } from '../../../identify/identify.ts';
import type { Reader } from '../../../store/registry-reader.ts';
import type { AddCommand, CommonOptions, Context } from '../../context.ts';
import { exitCodeOf, exitCodes } from '../../exit-codes.ts';
import { common, examples } from '../../help.ts';
import { httpAnswer } from '../../http-answer.ts';
import { print } from '../../print-answer.ts';
import { readInputJson } from '../../read-input.ts';
import { showVerdict } from '../../show/verdict.ts';
import { UsageError } from '../../usage-error.ts';
import { addErasing } from './practitioner-erasing.ts';
import { addRequests } from './requests.ts';
import { erasedLine, withPeople } from './with-people.ts';

type EraseOptions = CommonOptions & Readonly<{ institution?: string; why: string }>;

/** A name and a number belong on standard input or in a file, not in the history of a shell. */
const readEntry = (file: string): Promise<unknown> =>
  readInputJson({
    option: '<file>',
    file,
    expected: 'a JSON file; see docs/data-protection.md for its fields',
  });

const holdsPersonalNumber = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).some(([key, one]) => key !== 'screenshot' && holdsPersonalNumber(one))
    : personalNumberIn(String(value)) !== null;

const parse = <Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> => {
  if (holdsPersonalNumber(value))
    throw new UsageError('the file holds an ID-card or qualification-certificate number; it was not kept');
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  throw new UsageError(
    read.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join(' | '),
  );
};

const siteIds = async (entry: PractitionerEntry, reader: Reader) =>
  Promise.all(
    entry.sites.map(async ({ main, ...who }) => ({ institution: (await identify(who, reader)).id, main })),
  );

const add = (context: Context) => async (file: string, options: CommonOptions) => {
  const entry = parse(practitionerEntry, await readEntry(file));
  const { store } = await context.open(options, 'ready');
  const sites = await siteIds(entry, store.reader());
  const unknown = sites.flatMap(({ institution }, at) => (institution === null ? [`/sites/${at}`] : []));
  if (unknown.length === sites.length)
    throw new UsageError(
      `${unknown.join(', ')}: no institution, or more than one, is meant; give its id, its uscc, or its name with city or address`,
    );
  await withPeople(context, options, (people) => people.record(entry, sites, context.clock()));
  const aside = unknown.length === 0 ? '' : `; not known here: ${unknown.join(', ')}`;
  context.terminal.out(
    `kept under keyed hashes, for ${sites.length - unknown.length} institutions${aside}\n`,
  );
};

const ask = (context: Context) => async (file: string, options: CommonOptions) => {
  const question = parse(z.record(z.string(), z.unknown()), await readEntry(file));
  const body = await httpAnswer(context, options, '/v1/verify', { lang: options.lang, ...question });
  const { outcome } = print<Verdict>(context, options, body ?? '', (verdict) =>
    showVerdict(verdict, options.lang, context.terminal),
  );
  context.finish(exitCodeOf[outcome]);
};

const subject = z
  .strictObject({ name: z.string().min(1).optional(), certificateNumber: z.string().min(1).optional() })
  .refine(
    (one) => one.name !== undefined || one.certificateNumber !== undefined,
    'name or certificateNumber',
  );

const erase = (context: Context) => async (file: string, options: EraseOptions) => {
  const who = parse(subject, await readEntry(file));
  const { institution } = options;
  if (who.certificateNumber === undefined && institution === undefined)
    throw new UsageError('--institution is missing; expected the registry id, because several bear one name');
  const rows = await withPeople(context, options, (people) =>
    people.erase(who, institution ?? null, options.why, context.clock()),
  );
  context.terminal.out(erasedLine(context, rows));
  context.finish(rows === 0 ? exitCodes.undecided : exitCodes.ok);
};

const acts = (context: Context) => async (options: CommonOptions) => {
  const found = await withPeople(context, options, (people) => people.acts(1000));
  if (options.json === true) return context.terminal.out(`${JSON.stringify(found)}\n`);
  for (const { at, act, purpose, client, subject: who } of found)
    context.terminal.out(`${at}  ${act.padEnd(9)} ${purpose.padEnd(16)} ${who} ${client}\n`);
};

const addSubcommands = (group: Command, context: Context): void => {
  const question = group
    .command('ask')
    .description('ask the question of POST /v1/verify about a physician; names stay out of the shell history')
    .argument(
      '<file>',
      'JSON: {"name":"…","practitioner":"…","purpose":"own-treatment"}, or - for standard input',
    );
  common(question).action(ask(context));
  const record = group
    .command('add')
    .description('keep what was read off a register, under keyed hashes; a newer row replaces the older one')
    .argument('<file>', 'JSON (docs/data-protection.md), or - for standard input');
  common(record).action(add(context));
  const forget = group
    .command('erase')
    .description('delete all that is held of a physician: {"name":"…"} or {"certificateNumber":"…"}')
    .argument('<file>', 'JSON, or - for standard input')
    .requiredOption('--why <words>', 'request or reason; written down')
    .option('--institution <id>', 'registry id, where a name is given');
  common(forget).addHelpText('after', examples(['licet practitioner erase - --why "request of 2026-11-20"']));
  forget.action(erase(context));
  const list = group
    .command('acts')
    .description('who asked, recorded or erased, by keyed hashes; newest first');
  common(list).action(acts(context));
};

/** `licet practitioner`: for the operator who answers for personal data. No command lists physicians. */
export const addPractitioner: AddCommand = (program, context) => {
  const group = program
    .command('practitioner')
    .description('keep, erase and account for register rows of physicians');
  addSubcommands(group, context);
  addErasing(group, context);
  addRequests(group, context);
};
