import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { makeSecretFile } from '../../folder/secret-file.ts';
import type { Connection } from '../connect.ts';
import { PractitionerKeyError } from './key-error.ts';

const KEY_BYTES = 32;
const WRITTEN = /^[0-9a-f]{64}\n?$/;

/** Enough of the key to know it again, nothing that helps to guess it: it has 256 random bits. */
const markOf = (key: Uint8Array): string =>
  createHmac('sha256', key).update('licet practitioner key').digest('hex');

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  }
};

/** The key in the file; a file of other content is refused, since nobody knows whose it is. */
const keyOf = (text: string): Buffer => {
  if (!WRITTEN.test(text)) throw new PractitionerKeyError('does not hold a key of 32 bytes');
  return Buffer.from(text.trim(), 'hex');
};

/** A new key, where nothing rests on an old one: no file, or the empty one that a full disk left. */
const newKey = (file: string, found: string | null): Buffer => {
  if (found === '') rmSync(file, { force: true });
  makeSecretFile(file, `${randomBytes(KEY_BYTES).toString('hex')}\n`);
  return keyOf(read(file) ?? '');
};

const rowsIn = (db: Connection): number =>
  db.prepare<[], number>('SELECT count(*) FROM practitioner').pluck().get() ?? 0;

/**
 * The secret under which names and numbers are hashed, readable by its owner alone. It lies in a file of its own, so that backups of
 * the rows can leave it out (docs/data-protection.md). It is made with the first row's table, never in the place of one that is
 * lost: with another key no row is found and none can be erased. The rows keep a mark of the key they were made with.
 * Throws `PractitionerKeyError` when there are rows and no key, another one, or something that is none.
 */
export const keyFor = (db: Connection, file: string): Buffer =>
  db
    .transaction((): Buffer => {
      const rows = rowsIn(db);
      const found = read(file);
      const none = found === null || found === '';
      if (none && rows > 0) throw new PractitionerKeyError(found === null ? 'is gone' : 'is empty', rows);
      const key = none ? newKey(file, found) : keyOf(found);
      const mark = db.prepare<[], string>('SELECT mark FROM key_mark').pluck().get();
      if (rows > 0 && mark !== undefined && mark !== markOf(key))
        throw new PractitionerKeyError('is not the key they were made with', rows);
      db.prepare('INSERT OR REPLACE INTO key_mark (id, mark) VALUES (1, ?)').run(markOf(key));
      return key;
    })
    .immediate();
