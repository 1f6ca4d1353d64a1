import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkArchive } from '../../archive/check.ts';
import type { Registry } from '../../jobs/data-folder.ts';
import { checkAudit } from '../../jobs/doctor/check-audit.ts';
import { checkPhysicians } from '../../jobs/doctor/check-physicians.ts';
import { checkRecords } from '../../jobs/doctor/check-records.ts';
import { checkClock, checkModes, checkRoom, checkSettings } from '../../jobs/doctor/check-surroundings.ts';
import { danger, type Finding, warning } from '../../jobs/doctor/finding.ts';
import { heldLease, isFromTheFuture } from '../../jobs/lease-guard.ts';
import type { ChainLink } from '../../store/integrity/integrity.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { UsageError } from '../usage-error.ts';
import { knownPages } from './archive/known-pages.ts';

type DoctorOptions = CommonOptions & Readonly<{ head?: string; sealAnew?: true }>;

const headSchema = z.object({ number: z.int().min(1), chain: z.string() });

const keptHead = (file: string | undefined): ChainLink | null => {
  if (file === undefined) return null;
  try {
    return headSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UsageError(`--head ${file} is no generation-head.json`);
  }
};

const checkPages = async (registry: Registry): Promise<readonly Finding[]> => {
  const { archive } = registry;
  const { faults } = await checkArchive({ archive, known: await knownPages(registry, false), all: false });
  return faults.length === 0
    ? []
    : [
        danger(
          `${faults.length} pages that answers rest on are missing or damaged: licet archive check names them`,
        ),
      ];
};

const checkLease = async ({ store }: Registry, now: Date): Promise<readonly Finding[]> => {
  const lease = await heldLease(store);
  return lease !== undefined && isFromTheFuture(lease, now)
    ? [warning(`the lease of ${lease.holder} ends on ${lease.expiresAt}: licet harvest break-lease`)]
    : [];
};

const findings = async (context: Context, options: DoctorOptions): Promise<readonly Finding[]> => {
  const { config, clock } = context;
  const data = options.data ?? config.data;
  if (!existsSync(data)) throw new UsageError(`${data} is not there`);
  const head = keptHead(options.head);
  // Opening the folder closes it to others, so that is looked at first.
  const modes = checkModes(data);
  const registry = await context.open(options, 'as-it-is');
  const { store } = registry;
  if (options.sealAnew === true) await store.integrity.sealAnew();
  return [
    ...(await checkRecords(store.integrity, head)),
    ...(await checkPages(registry)),
    ...(await checkPhysicians(data)),
    ...(await checkAudit(data)),
    ...checkClock(clock(), store.reader().reference.publishedAt),
    ...(await checkLease(registry, clock())),
    ...checkRoom(data),
    ...modes,
    ...checkSettings(config),
  ];
};

const examine =
  (context: Context) =>
  async (options: DoctorOptions): Promise<void> => {
    const found = await findings(context, options);
    const endangered = found.some(({ level }) => level === 'danger');
    const lines = found.map(({ level, text }) => `${level}: ${text}\n`).join('');
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
