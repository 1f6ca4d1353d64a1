import { Command, CommanderError } from 'commander';
import type { Clock } from '../clock.ts';
import { DEFAULT_DATA } from '../config/default-data.ts';
import { ConfigError, readConfig } from '../config.ts';
import type { Registry } from '../jobs/data-folder.ts';
import { keepStateIn } from '../store/open-store.ts';
import { FollowsPacks } from '../store/packs.ts';
import { commandsFor } from './all-commands.ts';
import type { Context, HowOpened, TestOverrides } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { folderFault, isDamagedOrFull } from './folder-fault.ts';
import { completeHelp } from './help.ts';
import { refusePersonalArguments } from './personal-arguments.ts';
import { mustBeThere, mustHoldRegistry, openRegistry } from './registry.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { versionLine } from './version.ts';

/** Commander's own refusals as one line, without its "error:" in front. */
const oneLine = (text: string): string =>
  text
    .replace(/^error: /, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

const programFor = async (context: Context, first: string | undefined): Promise<Command> => {
  const program = new Command('licet')
    .description('May you rely on this Chinese hospital for this treatment, today?')
    .option('-V, --version', 'version of the program, of the policy, and generation of the data folder')
    .exitOverride()
    .hook('preAction', (_program, command) => refusePersonalArguments(command))
    .configureOutput({
      writeOut: context.terminal.out,
      writeErr: context.terminal.err,
      outputError: (text, write) => write(`licet: ${oneLine(text)}\n`),
    });
  for (const add of await commandsFor(first)) add(program, context);
  for (const command of program.commands) completeHelp(command, 'licet');
  return program;
};

/** One opened folder for a whole command, closed at its end. */
const folderOf = (terminal: Terminal, clock: Clock, data: string, catalogue?: string) => {
  let opened: Promise<Registry> | null = null;
  return {
    open: async (folder: string | undefined, how: HowOpened): Promise<Registry> => {
      const at = folder ?? data;
      if (how === 'as-it-is') mustBeThere(at);
      if (how === 'ready' && at !== DEFAULT_DATA) mustHoldRegistry(at);
      opened ??=
        how === 'ready' || how === 'filled'
          ? openRegistry(at, terminal, clock(), catalogue)
          : import('../jobs/data-folder.ts').then(({ openFolder }) => openFolder(at));
      return opened;
    },
    close: async (): Promise<void> => {
      await (await opened?.catch(() => null))?.close();
    },
  };
};

const codeOf = (error: unknown, terminal: Terminal): ExitCode => {
  if (error instanceof CommanderError) {
    return /^commander\.(helpDisplayed|version)$/.test(error.code) ? exitCodes.ok : exitCodes.badUse;
  }
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof FollowsPacks) {
    terminal.err(`licet: ${error.message}\n`);
    return exitCodes.badUse;
  }
  if (error instanceof Error && 'code' in error) {
    const known = isDamagedOrFull(error);
    terminal.err(
      `licet: ${known ? folderFault('the data folder', error) : `${error.message}; is the data folder writable?`}\n`,
    );
    return exitCodes.fault;
  }
  terminal.err(`licet: a fault of ours: ${error instanceof Error ? error.stack : String(error)}\n`);
  return exitCodes.fault;
};

/** Runs one command line (without node and script) and gives its exit code. */
export const runCli = async (
  args: readonly string[],
  terminal: Terminal,
  clock: Clock,
  overrides: TestOverrides = {},
): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.ok;
  let close = async (): Promise<void> => {};
  try {
    const config = readConfig();
    if (config.database !== null) keepStateIn(config.data, config.database);
    const folder = folderOf(terminal, clock, config.data, overrides.catalogue);
    close = folder.close;
    const open: Context['open'] = ({ data }, how) => folder.open(data, how);
    const finish = (with_: ExitCode): void => {
      code = with_;
    };
    const context = { terminal, clock, config, overrides, open, finish };
    if (args[0] === '--version' || args[0] === '-V')
      terminal.out(await versionLine(context, args[1] === '--data' ? args[2] : undefined));
    else await (await programFor(context, args[0])).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error, terminal);
  } finally {
    await close();
  }
};
