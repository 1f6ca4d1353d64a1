import { terminalOf } from './cli/terminal.ts';
import { ConfigError, loadDotEnv, readConfig } from './config.ts';
import { roleOf } from './role.ts';
import { runService } from './run-service.ts';
import { StartError } from './serve.ts';
import { keepStateIn } from './store/open-store.ts';

const terminal = terminalOf(process.stdout, process.stderr);

/** Reads the settings and starts what the command line names: `serve`, `work`, or both where it names nothing. */
const start = async (): Promise<void> => {
  const [word] = process.argv.slice(2);
  const role = roleOf(word);
  if (role === null) throw new ConfigError(`${word} is no role; expected serve, work, or nothing for both`);
  loadDotEnv();
  const config = readConfig();
  if (config.database !== null) keepStateIn(config.data, config.database);
  await runService(config, role, terminal);
};

try {
  await start();
} catch (cause) {
  if (!(cause instanceof ConfigError || cause instanceof StartError)) throw cause;
  terminal.err(`licet: ${cause.message}\n`);
  process.exit(cause instanceof ConfigError ? 2 : 1);
}
