import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './folder.ts';

const isThere = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';

const writeBeside = (file: string, text: string): void => {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Makes a file with a secret, readable by its owner alone, unless one is there: whole or not at all, so that a full disk leaves no
 * empty file behind. Of two processes that make it at once the first one's stays. Throws the system's own error.
 */
export const makeSecretFile = (file: string, text: string): void => {
  makeFolder(dirname(file));
  const beside = `${file}.${randomUUID()}.new`;
  try {
    writeBeside(beside, text);
    linkSync(beside, file);
  } catch (cause) {
    if (!isThere(cause)) throw cause;
  } finally {
    rmSync(beside, { force: true });
  }
};
