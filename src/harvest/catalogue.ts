import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Descriptor, descriptorSchema, type Parse } from '../../schema/source.ts';
import { type CodeDigests, codeDigests } from '../code-digest.ts';
import { PINS } from './obtain/pinned.ts';

/** A source folder, opened. `reading`: digest of all the code that reads it; when it changes, the same page is read anew. */
export type Source = Readonly<{ descriptor: Descriptor; parse: Parse; dir: string; reading: string }>;

const root = join(import.meta.dirname, '../..');
const ours = join(root, 'scrapers');

/** A source folder that does not keep the rules of scrapers/README.md. Says which folder and what would be right. */
class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
}

/** Digest of what reads a source: its descriptor, its parser and all they reach, and the digests of the pages it ships. */
const readingOf = async (dir: string, digests: CodeDigests): Promise<string> => {
  const pins = join(dir, 'bundled', PINS);
  const shipped = existsSync(pins) ? await readFile(pins) : '';
  const code = digests.of(join(dir, 'source.ts'), join(dir, 'parse.ts'));
  return createHash('sha256').update(`${code}\0`).update(shipped).digest('hex').slice(0, 32);
};

const exported = async (dir: string, file: string, name: string): Promise<unknown> => {
  const path = join(dir, file);
  const module: Record<string, unknown> = existsSync(path) ? await import(pathToFileURL(path).href) : {};
  if (module[name] === undefined)
    throw new CatalogueError(`${basename(dir)}/${file} must export \`${name}\`; see scrapers/README.md`);
  return module[name];
};

const openDescriptor = async (dir: string): Promise<Descriptor> => {
  const id = basename(dir);
  const read = descriptorSchema.safeParse(await exported(dir, 'source.ts', 'source'));
  if (!read.success)
    throw new CatalogueError(`${id}/source.ts is not a descriptor: ${z.prettifyError(read.error)}`);
  if (read.data.id !== id)
    throw new CatalogueError(`${id}/source.ts says id "${read.data.id}": the id must be the folder's name`);
  return read.data;
};

const openSource = async (dir: string, digests: CodeDigests, descriptor: Descriptor): Promise<Source> => {
  const parse = await exported(dir, 'parse.ts', 'parse');
  if (typeof parse !== 'function')
    throw new CatalogueError(`${basename(dir)}/parse.ts: \`parse\` must be a function of one page`);
  return { descriptor, parse: parse as Parse, dir, reading: await readingOf(dir, digests) };
};

const sourceFolders = async (folder: string): Promise<readonly string[]> => {
  const dirs: string[] = [];
  for await (const file of glob('*/source.ts', { cwd: folder })) dirs.push(join(folder, file, '..'));
  return dirs.sort();
};

/** Finds every source folder (nothing lists them by hand) and checks its descriptor; ordered by id. Throws CatalogueError. */
export const loadCatalogue = async (folder: string = ours): Promise<readonly Source[]> => {
  const digests = codeDigests();
  const dirs = await sourceFolders(folder);
  return Promise.all(dirs.map(async (dir) => openSource(dir, digests, await openDescriptor(dir))));
};

/** The sources that ship with the product, and the descriptors of all others, in the same order: what reads those is not loaded. */
export const loadBundled = async (
  folder: string = ours,
): Promise<Readonly<{ sources: readonly Source[]; others: readonly Descriptor[] }>> => {
  const digests = codeDigests();
  const sources: Source[] = [];
  const others: Descriptor[] = [];
  for (const dir of await sourceFolders(folder)) {
    const descriptor = await openDescriptor(dir);
    if (descriptor.how === 'bundled') sources.push(await openSource(dir, digests, descriptor));
    else others.push(descriptor);
  }
  return { sources, others };
};

/**
 * The descriptors alone, in the same order: a fifth of the work of `loadCatalogue`, since neither parsers nor digests of code are
 * loaded, and done one after another so that the thread that answers requests is never held up for long.
 */
export const loadDescriptors = async (folder: string = ours): Promise<readonly Descriptor[]> => {
  const descriptors: Descriptor[] = [];
  for (const dir of await sourceFolders(folder)) descriptors.push(await openDescriptor(dir));
  return descriptors;
};
