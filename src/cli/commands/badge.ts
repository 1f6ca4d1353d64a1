import { checkBadge } from '../../badge/check-badge.ts';
import type { KeySet } from '../../badge/key-set.ts';
import { openKeys } from '../../http/badge/keys.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { readInputJson, readInputText } from '../read-input.ts';
import { withState } from '../registry.ts';
import { printable } from '../width.ts';

type CheckOptions = CommonOptions & Readonly<{ keys?: string; site?: string }>;

const readKeySet = async (file: string): Promise<KeySet> =>
  (await readInputJson({
    option: '--keys',
    file,
    expected: 'a copy of /.well-known/jwks.json',
  })) as KeySet;

const check =
  (context: Context) =>
  async (file: string, options: CheckOptions): Promise<void> => {
    const { terminal, clock, finish } = context;
    const svg = await readInputText({ option: '<file>', file, expected: 'the badge as an SVG file' });
    const keys =
      options.keys === undefined
        ? await withState(context, options, ({ signingKeys }) =>
            openKeys(() => signingKeys, 'badge', clock).jwks(),
          )
        : await readKeySet(options.keys);
    const result = await checkBadge(svg, keys, clock(), options.site);
    const { claims } = result;
    const stated =
      claims === null
        ? ''
        : ` states ${claims.state} about ${printable(claims.about)} of ${printable(claims.sub)}, issued for ${claims.aud}`;
    const words = `${result.valid ? 'genuine' : result.fault}${stated}\n`;
    terminal.out(options.json === true ? `${JSON.stringify(result)}\n` : words);
    if (!result.valid) finish(exitCodes.refuted);
  };

/** `licet check-badge`: is a saved badge ours, untouched, in force and for this domain? Works offline. */
export const addCheckBadge: AddCommand = (program, context) => {
  const command = program
    .command('check-badge')
    .description('check a saved badge offline: ours, untouched, in force?')
    .argument('<file>', 'the badge, an SVG file')
    .option('--keys <file>', 'a kept copy of /.well-known/jwks.json (default: the keys of the data folder)')
    .option('--site <domain>', 'the domain the badge was found on');
  common(command).addHelpText('after', examples(['licet check-badge badge.svg --site agency.example']));
  command.action(check(context));
};
