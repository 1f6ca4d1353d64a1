import type { Command } from 'commander';
import type { CommonOptions, Context } from '../../context.ts';
import { common, examples } from '../../help.ts';
import { withState } from '../../registry.ts';
import { tableLines } from '../../table.ts';
import { countIn } from '../../token-holder.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';
import { act, nameIn, say } from './acting.ts';

type PasskeyOptions = CommonOptions & Readonly<{ remove?: string }>;

const remove = async (context: Context, options: PasskeyOptions, operator: string): Promise<void> => {
  const number = countIn('--remove', options.remove ?? '', { most: 100, of: 'a passkey' });
  await withState(context, options, async ({ operatorPasskeys }) => {
    const passkey = (await operatorPasskeys.of(operator))[number - 1];
    if (passkey === undefined)
      throw new UsageError(
        `--remove ${number} is no passkey of ${printable(operator)}; leave it out to see them`,
      );
    let state = 'unknown';
    await act(context, options, 'operator.passkey-remove', operator, async () => {
      state = await operatorPasskeys.remove(operator, passkey.credential, null);
      return state === 'removed';
    });
    if (state !== 'removed')
      throw new UsageError(
        `it is the only way in; licet operator invite '${printable(operator)}' gives another`,
      );
  });
  const words = `passkey ${number} of ${printable(operator)} is removed, and every session is ended\n`;
  say(context, options, { operator, removed: number }, words);
};

const passkeys =
  (context: Context) =>
  async (given: string, options: PasskeyOptions): Promise<void> => {
    const operator = nameIn(given);
    if (options.remove !== undefined) return remove(context, options, operator);
    const found = await withState(context, options, (state) => state.operatorPasskeys.of(operator));
    const lines = tableLines(
      found.map(({ label, addedAt, usedAt }, at) => [
        `  ${at + 1}`,
        printable(label || 'without a name'),
        `added ${addedAt}`,
        usedAt === null ? 'not used yet' : `used ${usedAt}`,
      ]),
    );
    const shown = found.map(({ label, addedAt, usedAt }) => ({ label, addedAt, usedAt }));
    const words = lines.length === 0 ? 'no passkey\n' : `${lines.join('\n')}\n`;
    say(context, options, { operator, passkeys: shown }, words);
  };

/** `licet operator passkeys`: the passkeys of an operator, and one of them taken away, as when a phone is lost. */
export const addPasskeys = (group: Command, context: Context): void => {
  const command = group
    .command('passkeys')
    .description('the passkeys of an operator; they are made at the console')
    .argument('<name>', 'who')
    .option('--remove <n>', 'take this one away and end every session, as when a phone is lost');
  common(command).addHelpText('after', examples(["licet operator passkeys 'Made-up Name' --remove 2"]));
  command.action(passkeys(context));
};
