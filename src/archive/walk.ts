import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { tombstoneOf } from './tombstone.ts';
import { PARTIAL } from './write-whole.ts';

/** One file below the archive's folder. `partial`: left behind by a killed process; `stranger`: none of ours. */
export type ArchiveFile = Readonly<{
  path: string;
  kind: 'page' | 'tombstone' | 'partial' | 'stranger';
  /** The page's number; empty for files that are no page's. */
  sha256: string;
  bytes: number;
  /** When it was written. */
  at: Date;
}>;

const NAME = /^[0-9a-f]{64}$/;

const kindOf = (name: string): Pick<ArchiveFile, 'kind' | 'sha256'> => {
  if (NAME.test(name)) return { kind: 'page', sha256: name };
  const buried = tombstoneOf(name);
  if (buried !== null && NAME.test(buried)) return { kind: 'tombstone', sha256: buried };
  return { kind: name.endsWith(PARTIAL) ? 'partial' : 'stranger', sha256: '' };
};

/** Every file of the archive, in no particular order, one at a time; nothing when there is no archive yet. */
export async function* walkArchive(dir: string): AsyncIterable<ArchiveFile> {
  const folder = await opendir(dir, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  if (folder === undefined) return;
  for await (const entry of folder) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // A page may be put into place, or a partial one taken away, while we walk.
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined) yield { path, ...kindOf(entry.name), bytes: found.size, at: found.mtime };
  }
}
