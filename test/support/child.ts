import {
  type ChildProcessWithoutNullStreams,
  type SpawnOptionsWithoutStdio,
  spawn,
} from 'node:child_process';

/** Nothing but a shorter way to the same modules: see there. */
const quickImports = `--import=${new URL('quick-imports.ts', import.meta.url)}`;

/**
 * The flags of test processes (.taprc): children live for seconds as well, and with the same flags they take up what Node made of a module
 * in another process.
 */
const room = [
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  '--single-threaded-gc',
  '--initial-old-space-size=1024',
];

/**
 * The command by which a shell starts Node without tap's loaders, as a user would: they travel in NODE_OPTIONS, and tap puts
 * them back into whatever environment a child is given. `before` is what the shell does first, such as setting a limit.
 */
export const plainNode = (args: readonly string[], before = ''): readonly [string, readonly string[]] => [
  'sh',
  ['-c', `unset NODE_OPTIONS; ${before}exec "$0" "$@"`, process.execPath, quickImports, ...room, ...args],
];

/** A script in a process of its own. */
export const spawnPlain = (
  args: readonly string[],
  options: SpawnOptionsWithoutStdio = {},
  before = '',
): ChildProcessWithoutNullStreams => {
  const [command, given] = plainNode(args, before);
  const child = spawn(command, given, options);
  child.stderr.pipe(process.stderr, { end: false });
  return child;
};
