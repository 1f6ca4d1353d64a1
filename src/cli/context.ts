import type { Command } from 'commander';
import type { Language } from '../../schema/base.ts';
import type { Clock } from '../clock.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Registry } from './registry.ts';
import type { Terminal } from './terminal.ts';

/** Options every command understands. */
export type CommonOptions = Readonly<{ lang: Language; json?: true; data?: string }>;

/** What a command is handed; nothing is reached in any other way. */
export type Context = Readonly<{
  terminal: Terminal;
  clock: Clock;
  /** Opens the data folder; an empty one first reads the bundled sources. Closed by the program, not by the command. */
  registry: (options: CommonOptions) => Promise<Registry>;
  /** What the process ends with when the command has nothing else to say. */
  finish: (code: ExitCode) => void;
}>;

/** One command: its name, options and example are in its own file. */
export type AddCommand = (program: Command, context: Context) => void;

/** Prints an answer: as it is for machines, with a last line break where a person watches. */
export const printJson = (terminal: Terminal, value: unknown): void => {
  terminal.out(JSON.stringify(value));
  if (terminal.watched.out) terminal.out('\n');
};
