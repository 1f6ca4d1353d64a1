import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import type { PackFile } from '../../schema/pack.ts';
import type { PackRows } from '../store/packs.ts';

/** Characters that are written at a time; others get their turn in between. */
const PIECE = 262_144;

type Lines = Iterable<string> | AsyncIterable<string>;

async function* pieces(lines: Lines): AsyncIterable<Buffer> {
  let text = '';
  for await (const line of lines) {
    text += `${line}\n`;
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = '';
    await turn();
  }
  if (text !== '') yield Buffer.from(text);
}

/** Writes rows into a file below a folder; gives what a manifest says of it. */
export const stageRows = async (folder: string, name: string, lines: Lines): Promise<PackFile> => {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const sum = createHash('sha256');
  let bytes = 0;
  await pipeline(
    pieces(lines),
    async function* (source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        bytes += piece.length;
        sum.update(piece);
        yield piece;
      }
    },
    createWriteStream(file, { mode: 0o600 }),
  );
  return { name, bytes, sha256: sum.digest('hex') };
};

/** The digest of all rows that travel: of the digests of their files, in their order. */
export const contentOf = (files: readonly Pick<PackFile, 'name' | 'sha256'>[]): string =>
  createHash('sha256')
    .update(files.map(({ name, sha256 }) => `${name} ${sha256}\n`).join(''))
    .digest('hex');

/** The same digest of rows as they lie in a registry, without writing them anywhere. */
export const contentOfRows = async ({ files, lines }: PackRows): Promise<string> => {
  const digests: Pick<PackFile, 'name' | 'sha256'>[] = [];
  for (const { name } of files) {
    const sum = createHash('sha256');
    for await (const piece of pieces(lines(name))) sum.update(piece);
    digests.push({ name, sha256: sum.digest('hex') });
  }
  return contentOf(digests);
};
