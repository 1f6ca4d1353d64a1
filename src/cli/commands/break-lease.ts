import { type Command, Option } from 'commander';
import {
  heldLease,
  isFromTheFuture,
  type LeaseName,
  leaseNames,
  releaseLease,
} from '../../jobs/lease-guard.ts';
import type { LeaseState } from '../../store/leases.ts';
import type { CommonOptions, Context } from '../context.ts';
import { common } from '../help.ts';
import { UsageError } from '../usage-error.ts';

type BreakOptions = CommonOptions & Readonly<{ force?: true; of: LeaseName }>;

const described = (lease: LeaseState, now: Date): string =>
  `${lease.holder} has held the lease since ${lease.takenAt}, until ${lease.expiresAt}${
    isFromTheFuture(lease, now) ? ' (longer than a lease lasts: a clock is or was wrong)' : ''
  }`;

const breakLease =
  (context: Context) =>
  async (_options: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<BreakOptions>();
    const { store } = await context.open(options, 'as-it-is');
    const lease = await heldLease(store, options.of);
    const said = lease && described(lease, context.clock());
    if (lease !== undefined && options.force !== true)
      throw new UsageError(`${said}; --force breaks it: only when you know that this process has ended`);
    if (lease !== undefined) await releaseLease(store, lease.holder, options.of);
    const out =
      options.json === true
        ? JSON.stringify({ broken: lease ?? null })
        : `${said ?? 'nobody holds the lease'}`;
    context.terminal.out(`${out}${lease !== undefined && options.json !== true ? '; it is broken' : ''}\n`);
  };

/**
 * `licet harvest break-lease`: a process that ended without letting go holds up the others for ten minutes; one whose clock ran fast,
 * until that clock's time has come. A process that still runs takes it up again within a minute, or stops where another one has it.
 */
export const addBreakLease = (harvest: Command, context: Context): void => {
  const command = harvest
    .command('break-lease')
    .description('say who holds the lease and since when; with --force, break it')
    .addOption(
      new Option(
        '--of <work>',
        'whose: of whoever writes to the registry (harvest), makes packs, builds the names index (names) or answers names ahead (answers)',
      )
        .choices(leaseNames)
        .default('harvest'),
    )
    .option('--force', 'break it although its time has not run out');
  common(command).action(breakLease(context));
};
