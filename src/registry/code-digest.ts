import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files whose rules are baked into stored dossiers and name keys. */
const FILES = [
  'registry/compile.ts',
  'registry/match.ts',
  'registry/match-look.ts',
  'registry/match-number.ts',
  'registry/situated.ts',
  'registry/against.ts',
  'registry/near-misses.ts',
  'registry/judgements.ts',
  'registry/merge.ts',
  'registry/reconcile.ts',
  'kit/name-key.ts',
  'kit/name-words.ts',
  'kit/name-places.ts',
  'kit/han.ts',
];

/** What takes names apart and compares them decides which rows join. */
const NAMES = /^(?:compare|understand|parts|concepts)[\w-]*\.ts$/;

const nameFiles = async (): Promise<readonly string[]> =>
  (await readdir(join(import.meta.dirname, 'names'))).filter((file) => NAMES.test(file)).sort();

/** Digest of the code that compiles dossiers: when it changes, the next night compiles every one of them anew. */
export const codeDigest = async (): Promise<string> => {
  const sum = createHash('sha256');
  const files = [...FILES, ...(await nameFiles()).map((file) => `registry/names/${file}`)];
  for (const file of files) sum.update(await readFile(join(import.meta.dirname, '..', file)));
  return sum.digest('hex').slice(0, 32);
};
