import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Written aside, readable by the owner alone, then put in place at once: a crash leaves the old file or the new one. */
export const writeJson = async (dir: string, file: string, value: unknown): Promise<void> => {
  await mkdir(dir, { recursive: true });
  const aside = join(dir, `${file}.${randomBytes(4).toString('hex')}`);
  await writeFile(aside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(aside, join(dir, file));
};

/** What the file holds; null when there is none. */
export const readJson = async (dir: string, file: string): Promise<unknown> => {
  const text = await readFile(join(dir, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : JSON.parse(text);
};
