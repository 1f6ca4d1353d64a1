import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Registry } from '../../jobs/data-folder.ts';
import { checkAudit } from '../../jobs/doctor/check-audit.ts';
import { checkOperators } from '../../jobs/doctor/check-operators.ts';
import { checkPages } from '../../jobs/doctor/check-pages.ts';
import { checkPhysicians } from '../../jobs/doctor/check-physicians.ts';
import { checkRecords } from '../../jobs/doctor/check-records.ts';
import { checkRequests } from '../../jobs/doctor/check-requests.ts';
import { checkSettings } from '../../jobs/doctor/check-settings.ts';
import { checkSources } from '../../jobs/doctor/check-sources.ts';
import {
  checkClock,
  checkLease,
  checkModes,
  checkProcesses,
  checkRoom,
} from '../../jobs/doctor/check-surroundings.ts';
import { checkTwins } from '../../jobs/doctor/check-twins.ts';
import type { Finding } from '../../jobs/doctor/finding.ts';
import type { ChainLink } from '../../store/integrity/integrity.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { mustBeThere, withState } from '../registry.ts';
import { UsageError } from '../usage-error.ts';
import { knownPages } from './archive/known-pages.ts';

type DoctorOptions = CommonOptions & Readonly<{ head?: string; sealAnew?: true }>;

/** More captures than ever wait at once. */
const ALL = 1_000_000;

const headSchema = z.object({ number: z.int().min(1), chain: z.string() });

const keptHead = (file: string | undefined): ChainLink | null => {
  if (file === undefined) return null;
  try {
    return headSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UsageError(`--head ${file} is no generation-head.json`);
  }
};

/** What the service itself records: its audit log, the captures that wait, and who may manage it. */
const checkService = (
  context: Context,
  options: DoctorOptions,
  { archive, store }: Registry,
  known: readonly string[],
) =>
  withState(
    context,
    options,
    async ({ demand, operators, pendingCaptures, rightsRequests }): Promise<readonly Finding[]> => [
      ...(await checkPages({ archive, known, waiting: await pendingCaptures.waiting(ALL) })),
      ...checkOperators(await operators.list()),
      ...checkRequests(await rightsRequests.waiting(ALL), context.clock()),
      ...(await checkTwins(store, demand)),
    ],
  );

const findings = async (context: Context, options: DoctorOptions): Promise<readonly Finding[]> => {
  const { config, clock } = context;
  const data = options.data ?? config.data;
  mustBeThere(data);
  const head = keptHead(options.head);
  // Opening the folder closes it to others, so that is looked at first.
  const modes = checkModes(data);
  const registry = await context.open(options, 'as-it-is');
  const { store } = registry;
  if (options.sealAnew === true) await store.integrity.sealAnew();
  const now = clock();
  return [
    ...(await checkRecords(store.integrity, head)),
    ...(await checkService(context, options, registry, await knownPages(registry, false))),
    ...(await checkPhysicians(data)),
    ...(await checkAudit(data)),
    ...checkClock(now, store.reader().reference.publishedAt),
    ...(await checkLease(store, now)),
    ...checkProcesses(await store.processes()),
    ...(await checkRoom(data)),
    ...modes,
    ...checkSettings(config),
    ...(await checkSources({ reader: store.reader(), runs: store, now })),
  ];
};

const examine =
  (context: Context) =>
  async (options: DoctorOptions): Promise<void> => {
    const found = await findings(context, options);
    const endangered = found.some(({ level }) => level === 'danger');
    const lines = found.map(({ level, text, fix }) => `${level}: ${text}\n    fix: ${fix}\n`).join('');
    const said = lines === '' ? 'nothing to mend\n' : lines;
    context.terminal.out(
      options.json === true ? `${JSON.stringify({ sound: !endangered, findings: found })}\n` : said,
    );
    if (endangered) context.finish(exitCodes.endangered);
  };

/** `licet doctor`: is what the data folder holds still what was published, and does anything around it endanger answers? */
export const addDoctor: AddCommand = (program, context) => {
  const command = program
    .command('doctor')
    .description(
      'check records, generations, pages and surroundings of the data folder; 1 when answers are in danger',
    )
    .option('--head <file>', 'a copy of generation-head.json kept elsewhere: an older folder is told by it')
    .option('--seal-anew', 'sign the newest generation as the head, whatever the head said before');
  common(command).addHelpText(
    'after',
    examples(['licet doctor', 'licet doctor --head /backup/generation-head.json --json']),
  );
  command.action(examine(context));
};
