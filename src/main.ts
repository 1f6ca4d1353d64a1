import { terminalOf } from './cli/terminal.ts';
import { systemClock } from './clock.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import { type FirstNight, openFirstNight } from './jobs/first-night.ts';
import { type Role, roleOf } from './role.ts';
import { StartError } from './serve.ts';
import { isBare } from './store/folder/folder.ts';

const terminal = terminalOf(process.stdout, process.stderr);

/**
 * Where nothing lies in the folder yet, this process takes up what was read of the bundled sources at installation. Where nothing was, it will read
 * them: what reads them is loaded while it opens the folder.
 */
const firstNightOf = async ({ data, database }: Config, role: Role): Promise<FirstNight | undefined> => {
  if (role === 'serve' || database !== null || !isBare(data)) return undefined;
  const { takeUpFirstNight } = await import('./jobs/prepared/take-up.ts');
  if (!(await takeUpFirstNight(data, systemClock()))) return openFirstNight();
  terminal.err('First start: took up the bundled sources as they were read at installation.\n');
  return undefined;
};

/** Reads the settings and starts what the command line names: `serve`, `work`, or both where it names nothing. */
const start = async (): Promise<void> => {
  const [word] = process.argv.slice(2);
  const role = roleOf(word);
  if (role === null) throw new ConfigError(`${word} is no role; expected serve, work, or nothing for both`);
  loadDotEnv();
  const config = readConfig();
  const first = await firstNightOf(config, role);
  const [{ keepStateIn }, { runService }] = await Promise.all([
    import('./store/open-store.ts'),
    import('./run-service.ts'),
  ]);
  if (config.database !== null) keepStateIn(config.data, config.database);
  await runService(config, { role, first }, terminal);
};

try {
  await start();
} catch (cause) {
  if (!(cause instanceof ConfigError || cause instanceof StartError)) throw cause;
  terminal.err(`licet: ${cause.message}\n`);
  process.exit(cause instanceof ConfigError ? 2 : 1);
}
