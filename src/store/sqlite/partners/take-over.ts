import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Connection, openReading, openServiceWriter, openWriter } from '../connect.ts';
import { OldFileError } from '../faults.ts';
import { registryFile, serviceFile } from '../files.ts';
import { holdsServiceState } from './move-out-of-registry.ts';
import { type OldFile, oldFiles } from './old-files.ts';

const isGone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** Does something with a file that another process may have put away meanwhile. */
const unlessGone = (work: () => void): void => {
  try {
    work();
  } catch (cause) {
    if (!isGone(cause)) throw cause;
  }
};

/** What is wrong with a file, as one line. */
const whyUnread = (cause: unknown): string => {
  if (!(cause instanceof z.ZodError)) return cause instanceof Error ? cause.message : String(cause);
  const [issue] = cause.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
};

const readInto = (db: Connection, folder: string, { file, take }: OldFile): void => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const known = db.prepare('INSERT INTO file_taken_over (file, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING');
  if (known.run(file, sha256).changes === 0) return;
  try {
    take(db, text, shanghaiDay(statSync(path).mtime));
  } catch (cause) {
    throw new OldFileError(`${file}: ${whyUnread(cause)}`);
  }
};

/** Private keys are kept in one place only: their old file is deleted, with any temporary file that a crash left. */
const putAway = (folder: string, { file, secret }: OldFile): void => {
  const path = join(folder, file);
  if (!secret) {
    unlessGone(() => renameSync(path, `${path}.taken-over`));
    unlessGone(() => chmodSync(`${path}.taken-over`, 0o600));
    return;
  }
  const own = dirname(path);
  const asides = readdirSync(own).filter((name) => /^badge-keys\.json(\.[0-9a-f]{8})?$/.test(name));
  for (const name of asides) rmSync(join(own, name), { force: true });
  if (basename(own) === 'receipt-keys' && readdirSync(own).length === 0) rmdirSync(own);
};

/**
 * Takes over what earlier versions kept in files beside the database: once, in one transaction that is on the disk before a file
 * is put away. Whatever is cut off in between is found by the digest of the file and not taken twice.
 */
const takeOverFiles = (db: Connection, folder: string): void => {
  const found = oldFiles.filter(({ file }) => existsSync(join(folder, file)));
  if (found.length === 0) return;
  const before = db.pragma('synchronous', { simple: true });
  db.pragma('synchronous = FULL');
  try {
    db.transaction(() => {
      for (const one of found) unlessGone(() => readInto(db, folder, one));
    }).immediate();
  } finally {
    db.pragma(`synchronous = ${before}`);
  }
  for (const one of found) unlessGone(() => putAway(folder, one));
};

const isOld = (data: string): boolean => {
  if (!existsSync(registryFile(data))) return false;
  const db = openReading(registryFile(data));
  try {
    return holdsServiceState(db);
  } finally {
    db.close();
  }
};

/** Opens a connection that writes what the service records, once whatever an earlier version kept elsewhere in the folder stands in it. */
export const openServiceUpToDate = (data: string): Connection => {
  if (isOld(data)) openWriter(registryFile(data)).close();
  const db = openServiceWriter(serviceFile(data));
  try {
    takeOverFiles(db, data);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
};

/** Takes over what earlier versions kept in files, where there are any: private keys must not lie about until a badge is asked for. */
export const takeOverOldFiles = (data: string): void => {
  if (oldFiles.some(({ file }) => existsSync(join(data, file)))) openServiceUpToDate(data).close();
};
