import type { Command } from 'commander';
import { operatorToken } from '../../http/operator/token.ts';
import { openOperatorBook } from '../../store/open-store.ts';
import type { KeptAct, Operator, OperatorBook } from '../../store/operators.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { common, examples } from '../help.ts';
import { tableLines } from '../table.ts';
import { COMMAND_LINE, countIn, daysAfter, holderName } from '../token-holder.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

const MOST_SHOWN = 100_000;
const LONGEST_DAYS = 366;

const withBook = async <T>(
  context: Context,
  options: CommonOptions,
  work: (book: OperatorBook) => Promise<T>,
): Promise<T> => {
  const book = openOperatorBook(options.data ?? context.config.data);
  try {
    return await work(book);
  } finally {
    await book.close();
  }
};

const nameIn = (given: string): string => holderName(given, 'operator');

/** Does something to an operator, written down before and after. */
const act = (
  context: Context,
  options: CommonOptions,
  what: string,
  about: string,
  work: (book: OperatorBook) => Promise<boolean>,
) =>
  withBook(context, options, async (book) => {
    const at = context.clock().toISOString();
    const id = await book.begin({ at, operator: COMMAND_LINE, act: what, about, request: null });
    const done = await work(book);
    await book.end(id, done ? 'done' : 'refused');
    return done;
  });

const say = ({ terminal }: Context, options: CommonOptions, answer: unknown, words: string): void =>
  terminal.out(options.json === true ? `${JSON.stringify(answer)}\n` : words);

type TokenOptions = CommonOptions & Readonly<{ days: string }>;

/** A new token that ends after `--days`: what is kept of it, and what is shown once. */
const tokenFor = (context: Context, { days }: TokenOptions) => {
  const count = countIn('--days', days, { most: LONGEST_DAYS, of: 'days' });
  const { token, tokenHash } = operatorToken.make();
  const at = context.clock();
  return { token, kept: { tokenHash, at: at.toISOString(), expiresAt: daysAfter(at, count) } };
};

/** `add` and `renew` differ in whether the name may be on file. */
const give =
  (context: Context, how: 'add' | 'renew', refused: (name: string) => string) =>
  async (given: string, options: TokenOptions): Promise<void> => {
    const operator = nameIn(given);
    const { token, kept } = tokenFor(context, options);
    const done = await act(context, options, `operator.${how}`, operator, (book) =>
      book[how](operator, kept),
    );
    if (!done) throw new UsageError(refused(printable(operator)));
    const { expiresAt } = kept;
    const words = `token of ${printable(operator)}, good until ${expiresAt}, shown this once: ${token}\n`;
    say(context, options, { operator, token, expiresAt }, words);
  };

const isKnown = (name: string): string =>
  `<name> ${name} was given before; a name is one person’s, so that the log names one person by it: licet operator renew gives that person another token`;
const isUnknown = (name: string): string => `<name> ${name} is no operator; licet operator list`;

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
        `<name> ${printable(operator)} is no operator with a live token; licet operator list`,
      );
    say(
      context,
      options,
      { operator, revoked: at },
      `the token of ${printable(operator)} is worth nothing from now on\n`,
    );
  };

const stateOf = ({ revokedAt, expiresAt }: Operator, now: string): string => {
  if (revokedAt !== null) return `revoked ${revokedAt}`;
  return expiresAt <= now ? `ended ${expiresAt}` : `live until ${expiresAt}`;
};

const operatorLine = (one: Operator, now: string): string[] => [
  `  ${printable(one.name)}`,
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

const addTokens = (operator: Command, context: Context): void => {
  const commands = [
    ['add', 'put an operator on file and show the token once; only its hash is kept', isKnown],
    ['renew', 'give an operator another token; the one before is worth nothing from now on', isUnknown],
  ] as const;
  for (const [how, what, refused] of commands) {
    const command = operator
      .command(how)
      .description(what)
      .argument('<name>', 'who it is: kept with everything they record')
      .option('--days <n>', `how many days the token is good for, at most ${LONGEST_DAYS}`, '90');
    common(command).addHelpText('after', examples([`licet operator ${how} 'Made-up Name'`]));
    command.action(give(context, how, refused));
  }
};

/** `licet operator add`, `renew`, `revoke`, `list` and `log`: who may capture and decide over HTTP, and what they did. */
export const addOperator: AddCommand = (program, context) => {
  const operator = program
    .command('operator')
    .description('who may capture and decide over HTTP, and what they did');
  addTokens(operator, context);
  const revoking = operator
    .command('revoke')
    .description('end an operator’s token at once')
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
