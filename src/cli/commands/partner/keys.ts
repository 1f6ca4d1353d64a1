import type { Command } from 'commander';
import { z } from 'zod';
import { type PartnerScope, partnerScope, partnerScopes } from '../../../../schema/partner.ts';
import { readDomain } from '../../../http/badge/sites.ts';
import { COMMAND_LINE } from '../../../http/operator/holder-name.ts';
import { rotatePartnerKey } from '../../../http/partners/partner-keys.ts';
import type { KeyTerms, PartnerKey } from '../../../store/service/partner-keys.ts';
import type { ServiceState } from '../../../store/service/service-state.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { common, examples } from '../../help.ts';
import { withState } from '../../registry.ts';
import { tableLines } from '../../table.ts';
import { countIn, daysAfter, holderName } from '../../token-holder.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';

const LONGEST_DAYS = 1_096;
const LONGEST_OVERLAP = 90;
const MOST_A_MINUTE = 1_000_000;

export type KeyOptions = CommonOptions & Readonly<{ scopes: string; days: string; quota?: string }>;

/** The options that say what a key allows. */
export const keyOptions = (command: Command): Command =>
  command
    .option('--scopes <scopes>', `what the key is for: ${partnerScopes.join(', ')}`, 'read,badge')
    .option('--days <n>', `how many days the key is good for, at most ${LONGEST_DAYS}`, '365')
    .option('--quota <n>', 'requests a minute (default: LICET_PARTNER_RATE_LIMIT)');

const scopesIn = (given: string): readonly PartnerScope[] => {
  const read = z.array(partnerScope).safeParse(given.split(',').map((one) => one.trim()));
  if (read.success) return [...new Set(read.data)];
  throw new UsageError(
    `--scopes ${printable(given)} names something else; expected some of ${partnerScopes.join(',')}`,
  );
};

/** What these options allow a key. Else UsageError. */
export const termsIn = ({ clock }: Context, { scopes, days, quota }: KeyOptions): KeyTerms => ({
  scopes: scopesIn(scopes),
  perMinute: quota === undefined ? null : countIn('--quota', quota, { most: MOST_A_MINUTE, of: 'requests' }),
  expiresAt: daysAfter(clock(), countIn('--days', days, { most: LONGEST_DAYS, of: 'days' })),
});

/** The name of a partner; one that reads as a domain could be taken for the domain. Else UsageError. */
export const partnerName = (given: string): string => {
  const name = holderName(given, 'partner');
  if (readDomain(name) === null) return name;
  throw new UsageError(`<name> ${printable(name)} is a domain; give the partner a name of its own`);
};

/** Does something to partners, written down before it is done. `how`: `made` creates a data folder that is not there. */
export const withAct = <T>(
  context: Context,
  options: CommonOptions,
  act: string,
  about: string,
  work: (state: ServiceState) => Promise<T>,
  how: 'as-it-is' | 'made' = 'as-it-is',
): Promise<T> =>
  withState(
    context,
    options,
    async (state) => {
      const at = context.clock().toISOString();
      await state.audit.append({ at, actor: COMMAND_LINE, act, about, request: null });
      return work(state);
    },
    how,
  );

/** Says that nobody of this name is on file. */
export const unknownPartner = (name: string): UsageError =>
  new UsageError(`<name> ${printable(name)} is no partner on file; licet partner list`);

type RotateOptions = KeyOptions & Readonly<{ overlap: string }>;

const rotate =
  (context: Context) =>
  async (name: string, options: RotateOptions, command: Command): Promise<void> => {
    const { terminal, clock } = context;
    const now = clock();
    const at = now.toISOString();
    const overlap = countIn('--overlap', options.overlap, { least: 0, most: LONGEST_OVERLAP, of: 'days' });
    const oldUntil = daysAfter(now, overlap);
    const asked = termsIn(context, options);
    const key = await withAct(context, options, 'partner.rotate', name, async ({ partnerKeys }) => {
      const before = (await partnerKeys.list()).filter(({ partner }) => partner === name).at(-1);
      if (before === undefined) throw unknownPartner(name);
      const scopes = command.getOptionValueSource('scopes') === 'default' ? before.scopes : asked.scopes;
      const terms = { ...asked, scopes, perMinute: asked.perMinute ?? before.perMinute };
      return rotatePartnerKey(partnerKeys, name, { today: shanghaiDay(now), at, oldUntil }, terms);
    });
    const json = JSON.stringify({ partner: name, key, expiresAt: asked.expiresAt, oldUntil });
    const words = `key of ${printable(name)}, good until ${asked.expiresAt}, shown this once: ${key}\nthe keys before it end ${oldUntil}\n`;
    terminal.out(options.json === true ? `${json}\n` : words);
  };

type RevokeOptions = CommonOptions & Readonly<{ key?: string }>;

const revoke =
  (context: Context) =>
  async (partner: string, options: RevokeOptions): Promise<void> => {
    const at = context.clock().toISOString();
    const key = options.key === undefined ? null : countIn('--key', options.key, { most: 1e9, of: 'a key' });
    const about = key === null ? partner : `${partner}, key ${key}`;
    const keys = await withAct(context, options, 'partner.revoke', about, async ({ partnerKeys }) =>
      key === null ? partnerKeys.revoke(partner, at) : Number(await partnerKeys.revokeOne(partner, key, at)),
    );
    const none = key === null ? 'has no live key' : `has no live key ${key}`;
    if (keys === 0) throw new UsageError(`<name> ${printable(partner)} ${none}; licet partner list`);
    const words = `${keys} keys of ${printable(partner)} are worth nothing from now on\n`;
    context.terminal.out(
      options.json === true ? `${JSON.stringify({ partner, revoked: keys, at })}\n` : words,
    );
  };

const stateOf = ({ revokedAt, expiresAt }: PartnerKey, now: string): string => {
  if (revokedAt !== null) return `revoked ${revokedAt}`;
  if (expiresAt === null) return 'live, without an end';
  return expiresAt <= now ? `ended ${expiresAt}` : `live until ${expiresAt}`;
};

/** A key as cells of a table: number, scopes, quota, whether it is live. */
export const keyLine = (key: PartnerKey, now: string): string[] => [
  `  ${printable(key.partner)}`,
  `key ${key.id} of ${key.since}`,
  key.scopes.join(','),
  key.perMinute === null ? '' : `${key.perMinute} a minute`,
  stateOf(key, now),
];

const list =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const keys = await withState(context, options, ({ partnerKeys }) => partnerKeys.list());
    const now = context.clock().toISOString();
    const lines = tableLines(keys.map((key) => keyLine(key, now)));
    const words = keys.length === 0 ? ['no partner yet: licet partner add <name>'] : lines;
    context.terminal.out(options.json === true ? `${JSON.stringify({ keys })}\n` : `${words.join('\n')}\n`);
  };

/** `licet partner list`, `rotate` and `revoke`: the keys of partners. */
export const addKeyCommands = (partner: Command, context: Context): void => {
  common(partner.command('list').description('all keys of all partners, live, ended and revoked')).action(
    list(context),
  );
  const rotating = keyOptions(partner.command('rotate'))
    .description(
      'give a partner another key, with the scopes and quota of the newest where nothing else is said',
    )
    .argument('<name>', 'the partner')
    .option(
      '--overlap <n>',
      `how many days its old keys go on, at most ${LONGEST_OVERLAP}; 0 ends them now`,
      '7',
    );
  common(rotating).addHelpText('after', examples(["licet partner rotate 'Example Agency' --overlap 2"]));
  rotating.action(rotate(context));
  const revoking = partner
    .command('revoke')
    .description('end all keys of a partner at once, or one of them')
    .option('--key <n>', 'only the key of this number');
  common(revoking.argument('<name>', 'the partner')).action(revoke(context));
};
