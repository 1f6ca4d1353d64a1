import type { Command } from 'commander';
import { type OperatorRole, operatorRole, operatorRoles } from '../../../../schema/operator-role.ts';
import { newInvitation, welcomeAddress } from '../../../http/console/sign-in/invitation.ts';
import { operatorToken } from '../../../http/operator/token.ts';
import type { AddCommand, CommonOptions, Context } from '../../context.ts';
import { common, examples } from '../../help.ts';
import { countIn, daysAfter } from '../../token-holder.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { act, nameIn, say } from './acting.ts';

const LONGEST_DAYS = 366;

type TokenOptions = CommonOptions & Readonly<{ days: string }>;

const isKnown = (name: string): string =>
  `<name> ${name} was given before; a name is one person’s, so that the log names one person by it: licet operator renew gives that person another token, licet operator invite another link`;
const isUnknown = (name: string): string => `<name> ${name} is no operator; licet operator list`;
const isNotLive = (name: string): string =>
  `<name> ${name} is no operator, or was revoked; licet operator list`;

/** A new token that ends after `--days`: what is kept of it, and what is shown once. */
const tokenFor = (context: Context, { days }: TokenOptions) => {
  const count = countIn('--days', days, { most: LONGEST_DAYS, of: 'days' });
  const { token, tokenHash } = operatorToken.make();
  const at = context.clock();
  return { token, kept: { tokenHash, at: at.toISOString(), expiresAt: daysAfter(at, count) } };
};

const roleIn = (given: string): OperatorRole => {
  const role = operatorRole.safeParse(given);
  if (role.success) return role.data;
  throw new UsageError(
    `<role> ${printable(given)} is none; expected ${operatorRoles.slice(0, -1).join(', ')} or ${operatorRoles.at(-1)}`,
  );
};

const tokenWords = (operator: string, expiresAt: string, token: string): string =>
  `token of ${printable(operator)}, good until ${expiresAt}, shown this once: ${token}\n`;
const linkWords = (operator: string, expiresAt: string, welcome: string): string =>
  `link for ${printable(operator)} to set up signing in at the console, good for one use until ${expiresAt}: ${welcome}\n`;

const add =
  (context: Context) =>
  async (given: string, options: TokenOptions & Readonly<{ role: string }>): Promise<void> => {
    const operator = nameIn(given);
    const role = roleIn(options.role);
    const { token, kept } = tokenFor(context, options);
    const link = newInvitation(context.clock());
    const done = await act(
      context,
      options,
      'operator.add',
      `${operator}, ${role}`,
      (book) => book.add({ name: operator, role }, kept, link.kept),
      'made',
    );
    if (!done) throw new UsageError(isKnown(printable(operator)));
    const { expiresAt } = kept;
    const welcome = welcomeAddress(context.config, link.secret);
    const words = `${tokenWords(operator, expiresAt, token)}${linkWords(operator, link.kept.expiresAt, welcome)}`;
    say(context, options, { operator, role, token, expiresAt, welcome }, words);
  };

const renew =
  (context: Context) =>
  async (given: string, options: TokenOptions): Promise<void> => {
    const operator = nameIn(given);
    const { token, kept } = tokenFor(context, options);
    const done = await act(context, options, 'operator.renew', operator, (book) =>
      book.renew(operator, kept),
    );
    if (!done) throw new UsageError(isUnknown(printable(operator)));
    const { expiresAt } = kept;
    say(context, options, { operator, token, expiresAt }, tokenWords(operator, expiresAt, token));
  };

const invite =
  (context: Context) =>
  async (given: string, options: CommonOptions): Promise<void> => {
    const operator = nameIn(given);
    const { secret, kept } = newInvitation(context.clock());
    const done = await act(context, options, 'operator.invite', operator, (book) =>
      book.invite(operator, kept),
    );
    if (!done) throw new UsageError(isNotLive(printable(operator)));
    const { expiresAt } = kept;
    const welcome = welcomeAddress(context.config, secret);
    say(context, options, { operator, welcome, expiresAt }, linkWords(operator, expiresAt, welcome));
  };

const setRole =
  (context: Context) =>
  async (given: string, wanted: string, options: CommonOptions): Promise<void> => {
    const operator = nameIn(given);
    const role = roleIn(wanted);
    const done = await act(context, options, 'operator.role', `${operator}, ${role}`, (book) =>
      book.setRole({ name: operator, role }),
    );
    if (!done) throw new UsageError(isNotLive(printable(operator)));
    say(context, options, { operator, role }, `${printable(operator)} is ${role} from now on\n`);
  };

const withDays = (command: Command): Command =>
  command.option('--days <n>', `how many days the token is good for, at most ${LONGEST_DAYS}`, '90');

const WHO = 'who it is: kept with everything they record';

/** `licet operator add`, `renew`, `invite` and `role`: what operators are given. */
export const addGiving: AddCommand = (operator, context) => {
  const adding = withDays(
    operator
      .command('add')
      .description(
        'put an operator on file; show their token and the link by which they sign in at the console, once each',
      )
      .argument('<name>', WHO)
      .option('--role <role>', `what they may do: ${operatorRoles.join(', ')}`, 'clerk'),
  );
  common(adding).addHelpText('after', examples(["licet operator add 'Made-up Name' --role administrator"]));
  adding.action(add(context));
  const renewing = withDays(
    operator
      .command('renew')
      .description('give an operator another token; the one before is worth nothing from now on')
      .argument('<name>', WHO),
  );
  common(renewing).addHelpText('after', examples(["licet operator renew 'Made-up Name'"]));
  renewing.action(renew(context));
  const inviting = operator
    .command('invite')
    .description(
      'show another link by which an operator sets up signing in at the console; password, passkeys and sessions of before end',
    )
    .argument('<name>', 'who');
  common(inviting).action(invite(context));
  const changing = operator
    .command('role')
    .description('give an operator another role; they sign in anew at the console')
    .argument('<name>', 'who')
    .argument('<role>', operatorRoles.join(', '));
  common(changing).action(setRole(context));
};
