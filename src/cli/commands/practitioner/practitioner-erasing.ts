import { resolve } from 'node:path';
import type { Command } from 'commander';
import { expirePhysicians } from '../../../jobs/expire-physicians.ts';
import { eraseAllPhysicians } from '../../../registry/practitioners.ts';
import { forgetClosedRequests } from '../../../registry/rights-requests.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { common } from '../../help.ts';
import { withState } from '../../registry.ts';
import { UsageError } from '../../usage-error.ts';
import { erasedLine, withPeople } from './with-people.ts';

type ExpireOptions = CommonOptions & Readonly<{ clockIsRight?: true }>;
type EraseAllOptions = CommonOptions & Readonly<{ why: string }>;

const expire =
  (context: Context) =>
  async (options: ExpireOptions): Promise<void> => {
    const { store } = await context.open(options, 'as-it-is');
    const { publishedAt = null } = store.reader().reference;
    const done = await withPeople(context, options, (people) =>
      expirePhysicians(people, context.clock(), publishedAt, options.clockIsRight),
    );
    if ('refused' in done) throw new UsageError(done.refused);
    const requests = await withState(context, options, ({ rightsRequests }) =>
      forgetClosedRequests(rightsRequests, context.clock()),
    );
    const besides = requests === 0 ? '' : `, ${requests} closed requests forgotten`;
    context.terminal.out(erasedLine(context, done.erased, besides));
  };

const eraseAll =
  (context: Context) =>
  async (options: EraseAllOptions): Promise<void> => {
    const folder = resolve(options.data ?? context.config.data);
    context.terminal.out(erasedLine(context, eraseAllPhysicians(folder, options.why, context.clock())));
  };

/** `licet practitioner expire` and `erase-all`: what is deleted without a person being named. */
export const addErasing = (group: Command, context: Context): void => {
  const old = group
    .command('expire')
    .description(
      'delete rows, notes and closed requests that have reached their term, as the service does once a day',
    )
    .option(
      '--clock-is-right',
      'also where the clock stands far from the last erasure or the newest generation',
    );
  common(old).action(expire(context));
  const all = group
    .command('erase-all')
    .description('delete the rows of all physicians: the way on when practitioner.key is lost')
    .requiredOption('--why <words>', 'reason; written down');
  common(all).action(eraseAll(context));
};
