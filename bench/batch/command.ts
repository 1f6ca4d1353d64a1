import { runCli } from '../../src/cli/program.ts';
import { terminalOf } from '../../src/cli/terminal.ts';
import { systemClock } from '../../src/clock.ts';

/** `licet verify --file` as a child process that tells the most memory it used, in MB. */
const [file = '', out = '', data = ''] = process.argv.slice(2);
const args = ['verify', '--file', file, '--out', out, '--data', data];
await runCli(args, terminalOf(process.stdout, process.stderr), systemClock);
process.send?.(process.resourceUsage().maxRSS / 1024);
process.disconnect?.();
