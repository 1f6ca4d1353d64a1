import { randomUUID } from 'node:crypto';
import { copyFileSync, linkSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { keepOnDisk } from '../folder/keep-on-disk.ts';
import { makePrivateFile } from '../folder/private-files.ts';
import { chainUp } from '../sql/registry/chain.ts';
import { signHead } from '../sql/registry/head.ts';
import { type Connection, shared } from './connect.ts';
import { registryFile } from './files.ts';

/** All that a first night writes of when it was made. */
const DATED = [
  ['edition', 'accepted_at'],
  ['snapshot', 'retrieved_at'],
  ['run', 'at'],
  ['night', 'started_at'],
  ['night', 'ended_at'],
  ['night', 'report'],
  ['dossier', 'body'],
  ['generation', 'at'],
] as const;

/** Dates a first generation as if it had been made at `at`: what it says of the lists does not depend on when they were read. */
const date = async (db: Connection, at: string): Promise<void> => {
  const made = db.prepare<[], string>('SELECT at FROM generation WHERE number = 1').pluck().get();
  if (made === undefined || made > at)
    throw new Error('there is no first generation, or it was made later than now');
  db.exec('BEGIN');
  for (const [table, column] of DATED)
    db.prepare(`UPDATE ${table} SET ${column} = replace(${column}, ?, ?)`).run(made, at);
  db.exec('UPDATE generation SET chain = NULL');
  await chainUp(shared(db));
  db.exec('COMMIT');
};

const dated = async (file: string, at: string): Promise<void> => {
  const db = new Database(file);
  try {
    // The file is nobody's yet: what is half done when the process is killed is left lying, and never opened.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    await date(db, at);
  } finally {
    db.close();
  }
};

const isThere = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';

/**
 * Puts the registry of a folder, which holds one generation, into a data folder that has none, dated `at`: it appears there whole, by its name, or not at all.
 * Of two processes that do so at once the first one's stays. Throws the system's own error.
 */
export const takeUpRegistry = async (from: string, data: string, at: string): Promise<void> => {
  const file = registryFile(data);
  const beside = `${file}.${randomUUID()}.new`;
  try {
    copyFileSync(registryFile(from), beside);
    makePrivateFile(beside);
    await dated(beside, at);
    keepOnDisk(beside);
    linkSync(beside, file);
    keepOnDisk(data);
  } catch (cause) {
    if (!isThere(cause)) throw cause;
    return;
  } finally {
    rmSync(beside, { force: true });
  }
  const db = new Database(file, { readonly: true });
  try {
    await signHead(shared(db), data);
  } finally {
    db.close();
  }
};
