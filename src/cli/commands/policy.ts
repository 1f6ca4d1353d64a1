import type { Policy } from '../../../schema/policy.ts';
import { diffPolicies, type Flip, type PolicyDiff } from '../../ask/policy-diff.ts';
import { flipExplanations, policies } from '../../verdict/policy.ts';
import type { AddCommand, CommonOptions, Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { common, examples } from '../help.ts';
import { UsageError } from '../usage-error.ts';
import { printable } from '../width.ts';

const known = (): string => policies.map(({ version }) => version).join(', ');

const policyOf = (version: string | undefined, otherwise: number): Policy => {
  const found =
    version === undefined ? policies.at(otherwise) : policies.find((one) => one.version === version);
  if (found !== undefined) return found;
  throw new UsageError(
    `${version ?? 'an earlier version'} is not a version of the rules; expected one of ${known()}`,
  );
};

const flipLine = ({ institution, code, was, is, reasons, because }: Flip): string =>
  `  ${printable(institution.name.zh ?? institution.name.en ?? institution.id)}  ${code}: ${was} → ${is}  ${reasons.join(' ')}  ${because === null ? 'NOT EXPLAINED' : because.en}`;

const show = ({ from, to, rules, asked, flips }: PolicyDiff): string =>
  [
    `${from} → ${to}: ${asked} verdicts asked under both, ${flips.length} flip`,
    ...rules.map((rule) => `  ${rule}`),
    ...flips.map(flipLine),
    '',
  ].join('\n');

const diff =
  (context: Context) =>
  async (from: string | undefined, to: string | undefined, options: CommonOptions): Promise<void> => {
    const pair = [policyOf(from, -2), policyOf(to, -1)] as const;
    const { store } = await context.open(options, 'ready');
    const found = await diffPolicies(store.reader(), pair, flipExplanations, context.clock());
    context.terminal.out(options.json === true ? `${JSON.stringify(found)}\n` : show(found));
    if (found.flips.some(({ because }) => because === null)) context.finish(exitCodes.refuted);
  };

/** `licet policy diff`: which verdicts read differently under two versions of the rules, and why. */
export const addPolicy: AddCommand = (program, context) => {
  const group = program.command('policy').description('the rules that are data, version by version');
  const command = group
    .command('diff')
    .description('every verdict that flips between two versions; ends with 1 when one is not explained')
    .argument('[from]', 'version (default: the one before the newest)')
    .argument('[to]', 'version (default: the newest)');
  common(command).addHelpText('after', examples(['licet policy diff', 'licet policy diff --json']));
  command.action(diff(context));
};
