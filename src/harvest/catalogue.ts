import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Descriptor, descriptorSchema, type Parse } from '../../schema/source.ts';
import { PINS } from './pinned.ts';

/** A source folder, opened. `reading` is a digest of all the code that reads it: other code may read the same page otherwise. */
export type Source = Readonly<{ descriptor: Descriptor; parse: Parse; dir: string; reading: string }>;

const root = join(import.meta.dirname, '../..');
const ours = join(root, 'scrapers');

/** A source folder that does not keep the rules of scrapers/README.md. Says which folder and what would be right. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
}

const digestOf = async (cwd: string, patterns: readonly string[]): Promise<string> => {
  const files: string[] = [];
  for (const pattern of patterns) for await (const file of glob(pattern, { cwd })) files.push(file);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(join(cwd, file)));
  return hash.digest('hex').slice(0, 32);
};

/** Digest of what every parser leans on. */
const kitDigest = (): Promise<string> => digestOf(root, ['src/kit/**/*.ts', 'schema/codes/*.json']);

const exported = async (dir: string, file: string, name: string): Promise<unknown> => {
  const path = join(dir, file);
  const module: Record<string, unknown> = existsSync(path) ? await import(pathToFileURL(path).href) : {};
  if (module[name] === undefined)
    throw new CatalogueError(`${basename(dir)}/${file} must export \`${name}\`; see scrapers/README.md`);
  return module[name];
};

const openSource = async (dir: string, kit: string): Promise<Source> => {
  const id = basename(dir);
  const read = descriptorSchema.safeParse(await exported(dir, 'source.ts', 'source'));
  if (!read.success)
    throw new CatalogueError(`${id}/source.ts is not a descriptor: ${z.prettifyError(read.error)}`);
  if (read.data.id !== id)
    throw new CatalogueError(`${id}/source.ts says id "${read.data.id}": the id must be the folder's name`);
  const parse = await exported(dir, 'parse.ts', 'parse');
  if (typeof parse !== 'function')
    throw new CatalogueError(`${id}/parse.ts: \`parse\` must be a function of one page`);
  const own = await digestOf(dir, ['*.ts', '*.json', `bundled/${PINS}`]);
  return { descriptor: read.data, parse: parse as Parse, dir, reading: `${own}${kit}` };
};

/** Finds every source folder (nothing lists them by hand) and checks its descriptor; ordered by id. */
export const loadCatalogue = async (folder: string = ours): Promise<readonly Source[]> => {
  const dirs: string[] = [];
  for await (const file of glob('*/source.ts', { cwd: folder })) dirs.push(join(folder, file, '..'));
  const kit = await kitDigest();
  return Promise.all(dirs.sort().map((dir) => openSource(dir, kit)));
};
