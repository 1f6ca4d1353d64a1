import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { makeFolder } from '../folder.ts';

const KEY_BYTES = 32;

const isThere = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';

/**
 * The secret under which names and numbers are hashed; made on first use, readable by its owner alone. It lies in a file of its
 * own, so that backups of the rows can leave it out (docs/data-protection.md). Throws when the file holds something else.
 */
export const readKey = (file: string): Buffer => {
  makeFolder(dirname(file));
  try {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if (!isThere(cause)) throw cause;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length === KEY_BYTES) return key;
  throw new Error(`${basename(file)} in the data folder does not hold a key of ${KEY_BYTES} bytes`);
};
