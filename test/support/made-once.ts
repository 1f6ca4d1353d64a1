import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where things lie that are costly to make and the same for every test process of this user. */
const root = join(tmpdir(), `licet-tests-${userInfo().username}`);
const UNUSED_MS = 3_600_000;
/** Nothing here takes longer to make: an older lock was left behind. */
const LONGEST_MS = 120_000;
const LOOK_MS = 50;

/** Milliseconds since a file or folder was made or last taken up; 0 where there is none. */
const ageMs = (path: string): number => {
  const { mtimeMs = Date.now() } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs;
};

/** Says that a folder is in use, so that `tidy` leaves it. */
const touch = (folder: string): void => utimesSync(folder, new Date(), new Date());

/** Takes away what of this kind no test has used for an hour: other code made it, or a process that was killed. */
const tidy = (kind: string): void => {
  for (const name of readdirSync(root).filter((one) => one.startsWith(`${kind}-`)))
    if (ageMs(join(root, name)) > UNUSED_MS) rmSync(join(root, name), { recursive: true, force: true });
};

/** Whether the process that wrote the lock is still there; true where that cannot be told. */
const holderLives = (lock: string): boolean => {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid === 0 || process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

/** True where this process may make it; false where another one is at it. What a dead process left behind counts for nothing. */
const takeLock = (lock: string): boolean => {
  if (ageMs(lock) > LONGEST_MS || !holderLives(lock)) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
};

const made = async (folder: string, kind: string, make: (folder: string) => Promise<void>): Promise<void> => {
  if (existsSync(folder)) return;
  tidy(kind);
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  await make(unfinished);
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
};

/**
 * A folder with what `make` puts into it, made by the first test process that asks and found ready by all later ones, in
 * this run and the next. `key` stands for everything the contents rest on. Nobody changes what lies in it: copy first.
 * It appears whole (by renaming) or not at all; the lock only spares a second process the work.
 */
export const madeOnce = async (
  kind: string,
  key: string,
  make: (folder: string) => Promise<void>,
): Promise<string> => {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const folder = join(root, `${kind}-${key}`);
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (takeLock(lock)) await made(folder, kind, make).finally(() => rmSync(lock, { force: true }));
    else await wait(LOOK_MS);
  }
  touch(folder);
  return folder;
};
