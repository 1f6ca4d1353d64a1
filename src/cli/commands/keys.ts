import { revokeKey, rotateKeys } from '../../http/badge/keys.ts';
import { type KeyPurpose, type KeyRole, keyPurposes } from '../../store/service/signing-keys.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { common, examples } from '../help.ts';
import { withState } from '../registry.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

type Key = Readonly<{ kid: string; role: KeyRole }>;
type Shown = readonly (Key & Readonly<{ purpose: KeyPurpose }>)[];

const named = (purpose: KeyPurpose, keys: readonly Key[]): Shown => keys.map((key) => ({ purpose, ...key }));

const show = ({ terminal }: Context, options: CommonOptions, keys: Shown): void => {
  const lines = keys.map(({ purpose, kid, role }) => `${purpose}  ${role}  ${kid}`).join('\n');
  terminal.out(options.json === true ? `${JSON.stringify(keys)}\n` : `${lines}\n`);
};

const rotate =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> =>
    show(
      context,
      options,
      await withState(context, options, async ({ signingKeys }) => [
        ...named('badge', await rotateKeys(signingKeys, 'badge', context.clock())),
        ...named('credential', await rotateKeys(signingKeys, 'credential', context.clock())),
      ]),
    );

/** Revokes the key with this id, whichever purpose it has: keys of different purposes never share an id. */
const revoke =
  (context: Context) =>
  async (kid: string, options: CommonOptions & Readonly<{ because: string }>): Promise<void> => {
    const { because } = options;
    const left = await withState(context, options, async ({ signingKeys }) => {
      for (const purpose of keyPurposes) {
        const keys = await revokeKey(signingKeys, purpose, { kid, because }, context.clock());
        if (keys !== undefined) return named(purpose, keys);
      }
      return undefined;
    });
    if (left === undefined)
      throw new UsageError(
        `<kid> ${printable(kid)} is no key of badges, credentials, receipts or the log; see licet keys list`,
      );
    show(context, options, left);
  };

const list =
  (context: Context) =>
  async (options: CommonOptions): Promise<void> => {
    const keys = await withState(context, options, async ({ signingKeys }) => {
      const of = async (purpose: KeyPurpose) => [
        ...(await signingKeys.keys(purpose)).map(({ kid, role, since }) => ({ purpose, kid, role, since })),
        ...(await signingKeys.revoked(purpose)).map(({ kid, at: since, because }) => ({
          purpose,
          kid,
          role: 'revoked',
          since,
          because,
        })),
      ];
      return (await Promise.all(keyPurposes.map(of))).flat();
    });
    const lines = keys.map(
      ({ purpose, kid, role, since }) => `${purpose}  ${role}  ${kid}  since ${since}\n`,
    );
    context.terminal.out(
      options.json === true ? `${JSON.stringify(keys)}\n` : lines.join('') || 'no key was made yet\n',
    );
  };

/** `licet keys list`, `rotate` and `revoke`: the keys that sign badges, credentials, receipts and the log. */
export const addKeys: AddCommand = (program, context) => {
  const keys = program
    .command('keys')
    .description('the keys that sign badges, credentials, receipts and the log');
  common(keys.command('list').description('keys that sign and that were revoked')).action(list(context));
  const rotating = keys
    .command('rotate')
    .description('let the next keys of badges and credentials sign, and publish new next ones');
  common(rotating).action(rotate(context));
  const revoking = keys
    .command('revoke')
    .description('a key fell into other hands: out of the key set at once, and what it signed with it')
    .argument('<kid>', 'the id of the key, as licet keys list shows it')
    .requiredOption('--because <words>', 'why; written down, not published');
  common(revoking).addHelpText(
    'after',
    examples(['licet keys revoke 2026-11-21-0a1b2c3d --because "copied from a stolen backup"']),
  );
  revoking.action(revoke(context));
};
