import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { PackFile, PackManifest } from '../../schema/pack.ts';
import { PackRefused } from './pack-refused.ts';
import { openManifest, type Trust } from './seal-manifest.ts';

/** The two entries that stand first, and how large they may be. */
export const MANIFEST = 'manifest.json';
export const SEAL = 'manifest.jws';
const LARGEST_MANIFEST = 32 * 1_048_576;
const LARGEST_SEAL = 4096;
/** What tar itself needs of an entry: its header, and what fills up its last block. */
const TAR_ENTRY = 2048;

/** Reads the whole of a small entry. */
const bytesOf = async (entry: AsyncIterable<Uint8Array>, largest: number, name: string): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of entry) {
    bytes += part.length;
    if (bytes > largest) throw new PackRefused(`its ${name} is larger than ${largest} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** Unpacked bytes are counted: before the manifest is believed only it may come, afterwards no more than it names. */
const counter = () => {
  let [allowed, passed] = [LARGEST_MANIFEST + LARGEST_SEAL + 8 * TAR_ENTRY, 0];
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      passed += chunk.length;
      if (passed > allowed) done(new PackRefused('it unpacks to more than its manifest names'));
      else done(null, chunk);
    },
  });
  return {
    stream,
    allow: ({ files }: PackManifest) => {
      allowed += files.reduce((sum, { bytes }) => sum + bytes + TAR_ENTRY, TAR_ENTRY);
    },
  };
};

type Body = AsyncIterable<Uint8Array>;

/** Writes an entry below the folder; refuses it where its size or its SHA-256 is not the one the manifest names. */
const keep = async (folder: string, { name, bytes, sha256 }: PackFile, body: Body): Promise<void> => {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const [sum, said] = [
    createHash('sha256'),
    new PackRefused(`its file ${name} is not the one that was signed`),
  ];
  let got = 0;
  await pipeline(
    body,
    async function* (source: Body) {
      for await (const part of source) {
        got += part.length;
        if (got > bytes) throw said;
        sum.update(part);
        yield part;
      }
    },
    createWriteStream(file, { mode: 0o600 }),
  );
  if (got !== bytes || sum.digest('hex') !== sha256) throw said;
};

type Entries = AsyncIterator<Body & Readonly<{ header: { name: string } }>>;

const next = async (entries: Entries, expected: string, largest: number): Promise<Buffer> => {
  const { value, done } = await entries.next();
  if (done === true || value.header.name !== expected)
    throw new PackRefused(`it has no ${expected} in its place`);
  return bytesOf(value, largest, expected);
};

const readEntries = async (
  entries: Entries,
  folder: string,
  trust: Trust,
  believed: (manifest: PackManifest) => void,
): Promise<PackManifest> => {
  const bytes = await next(entries, MANIFEST, LARGEST_MANIFEST);
  const manifest = await openManifest(bytes, (await next(entries, SEAL, LARGEST_SEAL)).toString(), trust);
  believed(manifest);
  for (const file of manifest.files) {
    const { value, done } = await entries.next();
    if (done === true || value.header.name !== file.name)
      throw new PackRefused(`it has no ${file.name} in its place: it was cut off or put together anew`);
    await keep(folder, file, value);
  }
  if ((await entries.next()).done !== true) throw new PackRefused('it holds more than its manifest names');
  return manifest;
};

/**
 * Unpacks a pack into a folder of its own, file by file, and gives its manifest. Nothing of it is unpacked before its signature holds, and
 * no more than its manifest names. Throws PackRefused.
 */
export const readContainer = async (file: string, folder: string, trust: Trust): Promise<PackManifest> => {
  const [tar, { stream, allow }] = [extract(), counter()];
  const unpacked = pipeline(createReadStream(file), createGunzip(), stream, tar);
  // The fault of a broken stream is told by whoever reads its entries.
  unpacked.catch(() => undefined);
  try {
    const entries = tar[Symbol.asyncIterator]() as unknown as Entries;
    const manifest = await readEntries(entries, folder, trust, allow);
    await unpacked;
    return manifest;
  } catch (cause) {
    tar.destroy();
    const fault = await unpacked.then(
      () => cause,
      (first: unknown) => (first instanceof PackRefused ? first : cause),
    );
    throw fault instanceof PackRefused || isSystem(fault)
      ? fault
      : new PackRefused('it is no pack, or it was cut off', { cause: fault });
  }
};

/** A fault of the disk is no fault of the pack. */
const isSystem = (cause: unknown): boolean =>
  cause instanceof Error && 'syscall' in cause && typeof cause.syscall === 'string';
