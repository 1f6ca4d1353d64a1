import { runCli } from './cli/program.ts';
import { terminalOf } from './cli/terminal.ts';
import { systemClock } from './clock.ts';
import { loadDotEnv } from './config.ts';

loadDotEnv();
process.exitCode = await runCli(
  process.argv.slice(2),
  terminalOf(process.stdout, process.stderr),
  systemClock,
);
