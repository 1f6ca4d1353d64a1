import type { KeptAct, Operator } from '../../../store/operators.ts';
import type { AddCommand, CommonOptions, Context } from '../../context.ts';
import { common } from '../../help.ts';
import { tableLines } from '../../table.ts';
import { countIn } from '../../token-holder.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { act, nameIn, say, withBook } from './acting.ts';
import { addGiving } from './give.ts';
import { addPasskeys } from './passkeys.ts';

const MOST_SHOWN = 100_000;

const revoke =
  (context: Context) =>
  async (given: string, options: CommonOptions): Promise<void> => {
    const operator = nameIn(given);
    const at = context.clock().toISOString();
    const done = await act(context, options, 'operator.revoke', operator, (book) =>
      book.revoke(operator, at),
    );
    if (!done)
      throw new UsageError(
        `<name> ${printable(operator)} is no operator, or was revoked before; licet operator list`,
      );
    say(
      context,
      options,
      { operator, revoked: at },
      `the token of ${printable(operator)} is worth nothing from now on, and nobody signs in under this name\n`,
    );
  };

const stateOf = ({ revokedAt, expiresAt }: Operator, now: string): string => {
  if (revokedAt !== null) return `revoked ${revokedAt}`;
  return expiresAt <= now ? `ended ${expiresAt}` : `live until ${expiresAt}`;
};

const operatorLine = (one: Operator, now: string): string[] => [
  `  ${printable(one.name)}`,
  one.role,
  `added ${one.addedAt}`,
  one.lastActAt === null ? 'did nothing yet' : `last act ${one.lastActAt}`,
  stateOf(one, now),
];

const list =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const operators = await withBook(context, options, (book) => book.list());
    const words =
      operators.length === 0
        ? ['no operator yet: licet operator add <name>']
        : tableLines(operators.map((one) => operatorLine(one, context.clock().toISOString())));
    say(context, options, { operators }, `${words.join('\n')}\n`);
  };

const actLine = (one: KeptAct): string[] => [
  `  ${one.at}`,
  printable(one.operator),
  one.act,
  printable(one.about),
  one.outcome === null ? 'never ended' : printable(one.outcome),
  one.request ?? '',
];

const log =
  (context: Context) =>
  async (options: CommonOptions & Readonly<{ limit: string }>): Promise<void> => {
    const limit = countIn('--limit', options.limit, { most: MOST_SHOWN, of: 'acts' });
    const acts = await withBook(context, options, (book) => book.log(limit));
    const lines = tableLines(acts.map(actLine));
    const json = acts.map((one) => `${JSON.stringify(one)}\n`).join('');
    context.terminal.out(options.json === true ? json : `${lines.join('\n')}\n`);
  };

/** `licet operator`: who may capture and decide over HTTP and at the console, their roles, and what they did. */
export const addOperator: AddCommand = (program, context) => {
  const operator = program
    .command('operator')
    .description('who may capture and decide over HTTP and at the console, and what they did');
  addGiving(operator, context);
  addPasskeys(operator, context);
  const revoking = operator
    .command('revoke')
    .description('end an operator’s token, sessions and ways to sign in at once')
    .argument('<name>', 'who');
  common(revoking).action(revoke(context));
  common(operator.command('list').description('operators, live and revoked')).action(list(context));
  const showing = operator
    .command('log')
    .description(
      'what operators did, newest first: when, who, what, to what, with which outcome, in which request',
    )
    .option('--limit <n>', 'how many acts', '50');
  common(showing).action(log(context));
};
