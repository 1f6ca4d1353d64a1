import type { Command } from 'commander';
import { type ArchiveCheck, checkArchive } from '../../../archive/check.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { common, examples } from '../../help.ts';
import { countBar } from '../../progress.ts';
import type { Terminal } from '../../terminal.ts';
import { knownPages, waitingPages } from './known-pages.ts';

type CheckOptions = CommonOptions & Readonly<{ all?: true }>;

/** Names shown of a kind, at most: the rest is in --json. */
const SHOWN = 20;

const some = (title: string, names: readonly string[]): string[] => [
  ...names.slice(0, SHOWN).map((name) => `  ${title}  ${name}`),
  ...(names.length > SHOWN ? [`  … and ${names.length - SHOWN} more; --json lists them all`] : []),
];

const show = (found: ArchiveCheck, { paint }: Terminal): string => {
  const count = (state: string) => found.faults.filter((fault) => fault.state === state).length;
  const faults = found.faults.map(({ sha256, state }) => `${state}  ${sha256}`);
  const more =
    found.orphaned === null
      ? []
      : [
          `  ${found.orphaned.length} belong to no row or edition (licet archive prune says which may go)`,
          ...some('left over', found.leftovers ?? []),
        ];
  const verdict =
    found.faults.length === 0
      ? paint('green', 'every page is whole')
      : paint('red', `${count('missing')} missing, ${count('damaged')} damaged`);
  return [
    `${found.checked} pages checked, ${found.whole} whole, ${found.removed} removed with a tombstone: ${verdict}`,
    ...some('', faults),
    ...more,
    '',
  ].join('\n');
};

const check =
  (context: Context) =>
  async (_: unknown, command: Command): Promise<void> => {
    const options = command.optsWithGlobals<CheckOptions>();
    const { terminal } = context;
    const registry = await context.open(options, 'as-it-is');
    const all = options.all === true;
    const known = [...(await knownPages(registry, all)), ...(await waitingPages(context, options))];
    const bar = countBar(terminal.watch, 'pages');
    const { archive } = registry;
    const found = await checkArchive({ archive, known, all, progress: bar.show }).finally(bar.stop);
    terminal.out(options.json === true ? `${JSON.stringify(found)}\n` : show(found, terminal));
    if (found.faults.length > 0) context.finish(exitCodes.fault);
  };

/** `licet archive check`: is every kept page still what it was? */
export const addArchiveCheck = (archive: Command, context: Context): void => {
  const command = archive
    .command('check')
    .description(
      'read kept pages again and compare each with its number; ends with 4 when any is missing or damaged',
    )
    .option('--all', 'every file of the archive, not only the pages of the newest editions');
  common(command).addHelpText('after', examples(['licet archive check', 'licet archive check --all --json']));
  command.action(check(context));
};
