import type { Command } from 'commander';
import type { Language } from '../../schema/base.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { FetchSettings } from '../fetch/fetcher.ts';
import type { Registry } from '../jobs/data-folder.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Options every command understands. */
export type CommonOptions = Readonly<{ lang: Language; json?: true; data?: string }>;

/** What tests override in code: the folder of sources, an origin on this machine, the person who answers. The command line sets none. */
export type TestOverrides = Readonly<{
  catalogue?: string;
  fetchSettings?: Partial<FetchSettings>;
  /** Answers in the place of a person at the terminal; null when they type no more. */
  answer?: (prompt: string) => Promise<string | null>;
}>;

/** How a command opens the data folder. */
export type HowOpened = 'as-it-is' | 'made' | 'ready' | 'filled';

/** What a command is handed; nothing is reached in any other way. */
export type Context = Readonly<{
  terminal: Terminal;
  clock: Clock;
  config: Config;
  overrides: TestOverrides;
  /**
   * Opens the data folder, which must be there; with `made`, one that is not is created; with `ready` it must hold a registry, but for the folder
   * that nobody named; with `filled` it need not. What is empty then reads the bundled sources. Closed by the program.
   */
  open: (options: CommonOptions, how: HowOpened) => Promise<Registry>;
  /** What the process ends with when the command has something else to say than 0. */
  finish: (code: ExitCode) => void;
}>;

/** One command: its name, options and example are in its own file. */
export type AddCommand = (program: Command, context: Context) => void;
