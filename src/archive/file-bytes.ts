import { open, opendir, rm, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { type ByteStore, type StoredItem, UnreadableBytes } from './byte-store.ts';
import { PARTIAL, writeWhole } from './write-whole.ts';

const codeOf = (cause: unknown): unknown =>
  cause instanceof Error && 'code' in cause ? cause.code : undefined;

const isAbsent = (cause: unknown): boolean => codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR';

/** Errors of the system become UnreadableBytes; mistakes of ours stay what they are. */
const unreadable = (cause: unknown): unknown =>
  codeOf(cause) === undefined ? cause : new UnreadableBytes(String(cause), { cause });

/** The file that keeps a name: two levels of folders, so that none grows past some thousand entries. */
export const fileOf = (folder: string, name: string): string =>
  join(folder, name.slice(0, 2), name.slice(2, 4), name);

/** Bytes read at once: a large page in few turns, none of which holds anybody up. */
const PIECE = 1_048_576;

async function* piecesOf(handle: Awaited<ReturnType<typeof open>>): AsyncGenerator<Uint8Array> {
  try {
    yield* handle.createReadStream({ highWaterMark: PIECE }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw unreadable(cause);
  }
}

const read = async (file: string): Promise<AsyncIterable<Uint8Array> | undefined> => {
  try {
    return piecesOf(await open(file, 'r'));
  } catch (cause) {
    if (isAbsent(cause)) return undefined;
    throw unreadable(cause);
  }
};

/** Every file below the folder; nothing when there is no such folder yet. */
async function* walk(folder: string): AsyncGenerator<StoredItem> {
  const found = await opendir(folder, { recursive: true }).catch((cause: unknown) => {
    if (isAbsent(cause)) return undefined;
    throw cause;
  });
  if (found === undefined) return;
  for await (const entry of found) {
    if (!entry.isFile()) continue;
    const { name } = entry;
    const place = join(entry.parentPath, name);
    // A file may be put into place, or a partial one taken away, while we walk.
    const about = await stat(place).catch(() => undefined);
    if (about === undefined) continue;
    yield { name, bytes: about.size, at: about.mtime, unfinished: name.endsWith(PARTIAL), place };
  }
}

/** Only an unfinished file of this very folder may be named by its place. */
const isUnfinished = (folder: string, place: string): boolean =>
  basename(place).endsWith(PARTIAL) && !relative(resolve(folder), resolve(place)).startsWith('..');

/** Keeps bytes in files below `folder`; nothing is created before the first `put`. */
export const fileBytes = (folder: string): ByteStore => ({
  put: (name, bytes) => writeWhole(fileOf(folder, name), bytes),
  get: (name) => read(fileOf(folder, name)),
  sizeOf: (name) =>
    stat(fileOf(folder, name)).then(
      ({ size }) => size,
      () => undefined,
    ),
  remove: (name) => rm(fileOf(folder, name), { force: true }),
  walk: () => walk(folder),
  discard: async (place) => {
    if (isUnfinished(folder, place)) await rm(place, { force: true });
  },
});
