import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract as openExtract } from 'tar-stream';
import { archiveBytes } from '../../archive/open-archive.ts';
import { openStore } from '../../store/open-store.ts';
import { checkRecords } from '../doctor/check-records.ts';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  backupManifest,
  isBackupName,
  MANIFEST,
  PAGES,
  STATE,
} from './manifest.ts';

/** A backup that cannot be restored, or a place it cannot be restored into; the message is for a person. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}

export type RestoreOptions = Readonly<{
  file: string;
  /** The folder to restore into: absent or empty. */
  data: string;
  /** Content of an age identity file (`AGE-SECRET-KEY-1…`); null where the backup is not encrypted. */
  identity: string | null;
  /** Bytes of the backup that are read, and how many it has. */
  progress?: (done: number, of: number) => void;
}>;

type Entry = ReturnType<typeof openExtract> extends AsyncIterable<infer One> ? One : never;

const AGE = 'age-encryption.org/v1';
/** The list of files is a few hundred bytes a page. */
const LARGEST_MANIFEST = 1_000_000_000;

const firstBytes = async (file: string): Promise<string> => {
  const handle = await open(file, 'r');
  try {
    const { buffer: bytes, bytesRead } = await handle.read(Buffer.alloc(AGE.length), 0, AGE.length, 0);
    return bytes.subarray(0, bytesRead).toString('latin1');
  } finally {
    await handle.close();
  }
};

const decrypted = async (source: Readable, sealed: boolean, identity: string | null): Promise<Readable> => {
  if (!sealed) return source;
  const secret = identity?.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (secret === undefined)
    throw new BackupFault(
      'it is encrypted: --identity FILE names the file with the AGE-SECRET-KEY of a recipient',
    );
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(secret.trim());
    const web = Readable.toWeb(source) as ReadableStream<Uint8Array>;
    return Readable.fromWeb((await decrypter.decrypt(web)) as Parameters<typeof Readable.fromWeb>[0]);
  } catch (cause) {
    throw new BackupFault('it is encrypted for somebody else: this identity opens none of its locks', {
      cause,
    });
  }
};

type Seen = Record<string, Readonly<{ bytes: number; sha256: string }>>;

const takeFile = async (entry: Entry, work: string, seen: Seen): Promise<void> => {
  const { name } = entry.header;
  if (!isBackupName(name))
    throw new BackupFault(`it holds a file that no backup has: ${JSON.stringify(name)}`);
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* (source: AsyncIterable<unknown>) {
    for await (const one of source) {
      const piece = one as Buffer;
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  };
  if (name.startsWith(PAGES))
    await archiveBytes(work).put(name.slice(PAGES.length), await buffer(Readable.from(counted(entry))));
  else {
    const file = createWriteStream(join(work, name.slice(STATE.length)), { mode: 0o600, flush: true });
    await pipeline(counted(entry), file);
  }
  seen[name] = { bytes, sha256: hash.digest('hex') };
};

const readManifest = async (entry: Entry): Promise<BackupManifest> => {
  if ((entry.header.size ?? 0) > LARGEST_MANIFEST) throw new BackupFault('its list of files is too large');
  const given: unknown = JSON.parse(await text(entry));
  const format = typeof given === 'object' && given !== null && 'format' in given ? given.format : null;
  if (format !== BACKUP_FORMAT)
    throw new BackupFault(
      `it has the format ${format}, this Licet reads ${BACKUP_FORMAT}: use the Licet that made it`,
    );
  return backupManifest.parse(given);
};

/** Unpacks into `work`; gives what was found and what the backup says of itself. */
const unpack = async ({ file, identity, progress }: RestoreOptions, work: string) => {
  const seen: Seen = {};
  let manifest: BackupManifest | null = null;
  const extract = openExtract();
  const sealed = (await firstBytes(file)) === AGE;
  const { size } = await stat(file);
  const source = createReadStream(file);
  const fed = pipeline(await decrypted(source, sealed, identity), createGunzip(), extract);
  const read = async () => {
    for await (const entry of extract) {
      if (entry.header.name === MANIFEST) manifest = await readManifest(entry);
      else await takeFile(entry, work, seen);
      entry.resume();
      progress?.(source.bytesRead, size);
    }
  };
  const both = [read(), fed];
  // What is still being written is waited for: else it would outlive the folder it goes into.
  await Promise.all(both).finally(() => Promise.allSettled(both));
  return { seen, manifest: manifest as BackupManifest | null };
};

const compare = (seen: Seen, { files }: BackupManifest): void => {
  for (const [name, { bytes, sha256 }] of Object.entries(files))
    if (seen[name]?.sha256 !== sha256 || seen[name].bytes !== bytes)
      throw new BackupFault(
        `${name} is ${seen[name] === undefined ? 'missing in it' : 'not what was backed up'}`,
      );
  for (const name of Object.keys(seen))
    if (files[name] === undefined) throw new BackupFault(`${name} was put into it afterwards`);
};

/** Whether the registry in it is what was published: chain, head and every current record. */
const checkRegistry = async (work: string, generation: number | null): Promise<void> => {
  const store = await openStore({ data: work });
  try {
    if (generation === null) return;
    const danger = (await checkRecords(store.integrity, null)).find(({ level }) => level === 'danger');
    if (danger !== undefined) throw new BackupFault(danger.text);
  } finally {
    await store.close();
  }
};

const asFault = (file: string, cause: unknown): unknown => {
  if (cause instanceof BackupFault)
    return new BackupFault(`${file} is not restored: ${cause.message}`, { cause });
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  // What the system itself says (no room, no right) is no fault of the backup.
  if (/^E[A-Z]+$/.test(code)) return cause;
  return new BackupFault(`${file} is not restored: it is no backup of Licet, or damaged or cut off`, {
    cause,
  });
};

/**
 * Restores a backup into a folder that is absent or empty: whole, or not at all. Every file is held against the list in the backup, and
 * the registry against its own hashes, before the folder appears.
 * @throws BackupFault that says what is wrong; the system's own error where the place cannot be written
 */
export const restoreBackup = async (options: RestoreOptions): Promise<BackupManifest> => {
  const { file, data } = options;
  if (!existsSync(file)) throw new BackupFault(`${file} is not there`);
  if (existsSync(data) && readdirSync(data).length > 0)
    throw new BackupFault(`${data} is not empty: restore into a new folder, or move this one away first`);
  const parent = dirname(resolve(data));
  if (!existsSync(parent)) throw new BackupFault(`${parent} is no folder: ${data} would stand in it`);
  const work = await mkdtemp(`${resolve(data)}.restoring-`);
  try {
    const { seen, manifest } = await unpack(options, work);
    if (manifest === null) throw new BackupFault('it was cut off: its list of files is missing');
    compare(seen, manifest);
    await checkRegistry(work, manifest.generation);
    // A service or a person may have put something there meanwhile: then nothing is removed.
    if (existsSync(data)) await rmdir(data);
    await rename(work, data);
    return manifest;
  } catch (cause) {
    await rm(work, { recursive: true, force: true });
    throw asFault(file, cause);
  }
};
