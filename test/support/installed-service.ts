import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'tap';
import { plainNode } from './child.ts';

type Started = Readonly<{
  child: ChildProcess;
  out: () => string;
  err: () => string;
  ended: Promise<number | null>;
}>;

/** Waits for the last of the three lines that name the address; gives the address. */
const ready = async ({ child, err, ended }: Started): Promise<string> => {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    const address = /\/docs\s+(http:\/\/127\.0\.0\.1:\d+)\/\n/.exec(err())?.[1];
    if (address !== undefined) return address;
    if (over) throw new Error(`ended early: ${err()}`);
    await Promise.race([once(child.stderr ?? child, 'data'), ended]);
  }
};

/**
 * The product as it would be installed with a few short lists, started as a process of its own: nothing names its sources but their
 * folders. To read and publish all of them takes half a minute of processor time; other tests see each of them read. Its data lie in
 * `data` below `root`, and `modules` there lists what it loaded.
 */
export const installedService = (t: Pick<Test, 'testdir' | 'teardown'>, lists: readonly string[]) => {
  const root = t.testdir();
  const house = join(import.meta.dirname, '../..');
  const copied = ['package.json', 'schema', 'src', 'scrapers/document.ts', 'scrapers/presets'];
  for (const path of [...copied, ...lists.map((id) => `scrapers/${id}`)])
    cpSync(join(house, path), join(root, 'licet', path), { recursive: true });
  symlinkSync(join(house, 'node_modules'), join(root, 'licet/node_modules'));
  const main = join(root, 'licet/src/main.ts');
  const noting = `--import=${new URL('note-modules.ts', import.meta.url)}`;
  const children: ChildProcess[] = [];
  t.teardown(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  /** `limit`: what a shell does before the service takes its place. */
  const start = (env: Record<string, string>, limit = ''): Started => {
    const quiet = {
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
      LICET_PORT: '0',
      LICET_NIGHTLY: 'off',
      LICET_DATA: join(root, 'data'),
      NOTED_MODULES: join(root, 'modules'),
    };
    const [command, args] = plainNode([noting, main]);
    const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, command, ...args], {
      env: { PATH: process.env.PATH ?? '', ...quiet, ...env },
    });
    children.push(child);
    const text = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      text.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      text.err += chunk;
    });
    const ended = once(child, 'close').then(() => child.exitCode);
    return { child, out: () => text.out, err: () => text.err, ended };
  };
  return { root, start, ready };
};
