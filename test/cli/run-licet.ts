import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { TestOverrides } from '../../src/cli/context.ts';
import { runCli } from '../../src/cli/program.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import { plainNode } from '../support/child.ts';

// No page is opened without somebody who can be asked; the origins of the tests are on this machine.
process.env.LICET_CONTACT ??= 'tests@made-up.example';

const cli = join(import.meta.dirname, '../../src/cli.ts');

export type Ran = Readonly<{ code: number; out: string; err: string }>;

/** Runs the real command line in a process of its own, as a pipe (no terminal), on a data folder. */
export const runLicet = (
  data: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const [command, started] = plainNode([cli, ...args]);
    const given = { ...process.env, LICET_DATA: data, ...env };
    execFile(command, started, { env: given, encoding: 'utf8', maxBuffer: 1e8 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, out, err });
    });
  });

/** The same inside this process: what costs no start may be asked more often. */
export const runHere = async (
  data: string,
  args: readonly string[],
  overrides: TestOverrides = {},
  clock: Clock = systemClock,
): Promise<Ran> => {
  const out: string[] = [];
  const err: string[] = [];
  const tell = (text: string): void => void err.push(text);
  const watch = { isTTY: false, write: tell } as unknown as NodeJS.WriteStream;
  const paint = (_style: unknown, text: string): string => text;
  const terminal = {
    out: (text: string) => void out.push(text),
    err: tell,
    columns: 100,
    watched: false,
    watch,
    paint,
  };
  const code = await runCli(
    args[0] === '--help' ? args : [...args, '--data', data],
    terminal,
    clock,
    overrides,
  );
  return { code, out: out.join(''), err: err.join('') };
};
