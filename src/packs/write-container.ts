import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack as openTar } from 'tar-stream';

/** One file of a pack: bytes at hand, or those of a file on the disk. */
export type Entry = Readonly<{ name: string; bytes: number; from: Uint8Array | string }>;

/** What every entry says besides: nothing of who made it or when, so that one registry gives one pack. */
const HEADER = { mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) } as const;

type Tar = ReturnType<typeof openTar>;

const add = async (tar: Tar, { name, bytes, from }: Entry): Promise<void> => {
  if (typeof from !== 'string') {
    await new Promise<void>((done, fail) => {
      tar.entry({ ...HEADER, name, size: bytes }, Buffer.from(from), (cause) =>
        cause ? fail(cause) : done(),
      );
    });
    return;
  }
  await pipeline(createReadStream(from), tar.entry({ ...HEADER, name, size: bytes }));
};

/**
 * Writes a pack (tar, gzip); on return it is on the disk. Each entry is asked for when the one before it is written. Where that fails
 * part of the file is left behind: it is written in a folder that is gone afterwards.
 */
export const writeContainer = async (
  file: string,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): Promise<void> => {
  const tar = openTar();
  const written = pipeline(tar, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }));
  const filled = (async () => {
    for await (const entry of entries) await add(tar, entry);
    tar.finalize();
  })();
  filled.catch((cause: Error) => tar.destroy(cause));
  await Promise.all([filled, written]);
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
};
