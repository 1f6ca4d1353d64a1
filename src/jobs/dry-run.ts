import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import type { History } from '../store/history.ts';
import { openFolder, type Registry } from './data-folder.ts';

/** An archive that reads from both and writes to the upper one only. */
const above = (upper: Archive, lower: Archive): Archive => ({
  ...upper,
  get: async (sha256) => (await upper.get(sha256)) ?? lower.get(sha256),
  has: async (sha256) => (await upper.has(sha256)) || lower.has(sha256),
  look: async (sha256) => {
    const first = await upper.look(sha256);
    return first.state === 'kept' ? first : lower.look(sha256);
  },
});

/** A copy of this process that is so old was left by a thread that was ended, in milliseconds. */
const OLD_MS = 3_600_000;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // A process of another user runs all the same.
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH');
  }
};

const changedAt = async (folder: string): Promise<number> => (await stat(folder)).mtimeMs;

/** Removes copies whose process was killed. `fresh`: the copy just begun, by whose date the others are judged. */
const sweep = async (room: string, fresh: string): Promise<void> => {
  for (const name of await readdir(room)) {
    const pid = /^licet-dry-run-(\d{1,10})-/.exec(name)?.[1];
    const folder = join(room, name);
    if (pid === undefined || folder === fresh) continue;
    const isOurs = Number(pid) === process.pid;
    const left = isOurs
      ? (await changedAt(fresh)) - (await changedAt(folder)) > OLD_MS
      : !isRunning(Number(pid));
    // What another user owns stays.
    if (left) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
};

/** A folder of our own for a copy, which nobody else may read. Its name bears the number of this process. */
const roomForCopy = async (): Promise<string> => {
  const room = tmpdir();
  const fresh = await mkdtemp(join(room, `licet-dry-run-${process.pid}-`));
  // A copy that another process removes meanwhile is no reason not to go on.
  await sweep(room, fresh).catch(() => undefined);
  return fresh;
};

/** Does `work` on a copy of the registry that is thrown away afterwards (after a kill, by the next dry run): neither its database nor its archive changes. */
export const dryRun = async <T>(
  registry: Readonly<{ store: Pick<History, 'copyTo'>; archive: Archive }>,
  work: (copy: Registry) => Promise<T>,
): Promise<T> => {
  const folder = await roomForCopy();
  try {
    await registry.store.copyTo(folder);
    const copy = await openFolder(folder);
    return await work({ ...copy, archive: above(copy.archive, registry.archive) }).finally(copy.close);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
