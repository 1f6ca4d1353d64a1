import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack as openPack, type Pack } from 'tar-stream';
import { archiveBytes } from '../../archive/open-archive.ts';
import { copyState, hasPractitioners, isKeptInDatabase, openStore } from '../../store/open-store.ts';
import { BACKUP_FORMAT, type BackupManifest, MANIFEST, PAGES, STATE } from './manifest.ts';

export type BackupOptions = Readonly<{
  data: string;
  /** Where the backup goes; nothing may lie there yet. */
  file: string;
  /** age recipients (`age1…`); empty: the backup is not encrypted. */
  recipients: readonly string[];
  now: Date;
  progress?: (done: number, of: number) => void;
}>;

export type BackupMade = Readonly<{
  manifest: BackupManifest;
  bytes: number;
  /** Pages that the newest editions rest on and the archive does not have. */
  missing: readonly string[];
}>;

type Files = Record<string, Readonly<{ bytes: number; sha256: string }>>;

/** Fast rather than small: most of it are kept pages, which are small anyway. */
const GZIP = { level: 3 };

const add = async (pack: Pack, name: string, size: number, from: Readable, files: Files): Promise<void> => {
  const hash = createHash('sha256');
  const entry = pack.entry({ name, size, mode: 0o600 });
  await pipeline(
    from,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        hash.update(piece);
        yield piece;
      }
    },
    entry,
  );
  files[name] = { bytes: size, sha256: hash.digest('hex') };
};

/** What the copied registry is, and the pages its newest editions rest on. Opening it closes its log, so it is one file. */
const aboutCopy = async (stage: string) => {
  const store = await openStore({ data: stage });
  try {
    const { newest } = await store.integrity.chain();
    const pages = [...(await store.sources()).values()].flatMap(
      ({ editions }) => editions.at(-1)?.snapshots ?? [],
    );
    return { generation: newest?.number ?? null, registryHash: newest?.registryHash ?? null, pages };
  } finally {
    await store.close();
  }
};

const packAll = async (pack: Pack, stage: string, { data, now, progress }: BackupOptions) => {
  const files: Files = {};
  const { pages, ...about } = await aboutCopy(stage);
  for (const name of (await readdir(stage)).sort()) {
    const file = join(stage, name);
    await add(pack, `${STATE}${name}`, (await stat(file)).size, createReadStream(file), files);
  }
  // The pages after the state: a page is kept before anything rests on it, so none that the state names can be too new.
  const kept = archiveBytes(data);
  const names: string[] = [];
  for await (const { name, unfinished } of kept.walk()) if (!unfinished) names.push(name);
  for (const [at, name] of names.sort().entries()) {
    const found = await kept.get(name);
    // Removed since it was listed: its tombstone says so.
    if (found === undefined) continue;
    const bytes = await buffer(Readable.from(found));
    await add(pack, `${PAGES}${name}`, bytes.length, Readable.from([bytes]), files);
    progress?.(at + 1, names.length);
  }
  const at = now.toISOString();
  const physicians = hasPractitioners(stage);
  const manifest: BackupManifest = { format: BACKUP_FORMAT, at, ...about, physicians, files };
  pack.entry({ name: MANIFEST }, JSON.stringify(manifest));
  pack.finalize();
  return { manifest, missing: pages.filter((page) => files[`${PAGES}${page}`] === undefined) };
};

/** The bytes as they come out, encrypted where somebody is named who may read them. */
const sealed = async (plain: Readable, recipients: readonly string[]): Promise<Readable> => {
  if (recipients.length === 0) return plain;
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const web = Readable.toWeb(plain) as ReadableStream<Uint8Array>;
  return Readable.fromWeb((await encrypter.encrypt(web)) as Parameters<typeof Readable.fromWeb>[0]);
};

const synced = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
};

/**
 * Writes a backup of a data folder while the service runs: one file, whole or none. Each database in it is as of one moment. Throws the
 * system's own error where the place cannot be written.
 */
export const makeBackup = async (options: BackupOptions): Promise<BackupMade> => {
  const { data, file, recipients } = options;
  const partial = `${file}.partial`;
  // Where a database keeps the state, the folder of this machine may not be there yet.
  if (isKeptInDatabase(data)) await mkdir(data, { recursive: true, mode: 0o700 });
  // In the folder that holds the same in the clear already, not where an encrypted copy is wanted.
  const stage = await mkdtemp(join(data, '.licet-backup-'));
  try {
    await copyState(data, stage);
    const pack = openPack();
    const zipped = createGzip(GZIP);
    const out = createWriteStream(partial, { mode: 0o600 });
    const written = pipeline(await sealed(pack.pipe(zipped), recipients), out);
    const [made] = await Promise.all([packAll(pack, stage, options), written]);
    await synced(partial);
    await rename(partial, file);
    return { ...made, bytes: (await stat(file)).size };
  } catch (cause) {
    await rm(partial, { force: true });
    throw cause;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
};
