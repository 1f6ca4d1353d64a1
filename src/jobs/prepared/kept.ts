import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { codeDigest } from '../../code-digest.ts';
import { PINS } from '../../harvest/obtain/pinned.ts';

const root = join(import.meta.dirname, '../../..');

/** All that decides what comes of a first night: what reads the bundled lists, the lists, the tables they are kept in, the index of their names, and who is meant by these. */
const ENTRIES = [
  'src/jobs/first-night-worker.ts',
  'src/jobs/names/names-worker.ts',
  'src/jobs/names/answers-worker.ts',
  'scrapers/*/source.ts',
  'scrapers/*/parse.ts',
  `scrapers/*/bundled/${PINS}`,
  'schema/migrations/**/*.{sql,json}',
];

/** Beside the packages: whoever can write there can write the code itself. */
const KEPT = join(root, 'node_modules/.licet-first');

/** Where the outcome of a first night by this code is kept, in an empty folder, once it was made: nothing else ever lies under this name. */
export const preparedFolder = (): string => {
  const files = globSync(ENTRIES, { cwd: root }).sort();
  const code = codeDigest(...files.map((file) => join(root, file)));
  // Node brings the tables by which characters are read.
  const all = createHash('sha256').update(`${code} ${process.version}`).digest('hex');
  return join(KEPT, all.slice(0, 32));
};

/** The same where something is kept at all; null where nothing is, so that a first start need not look at the code for it. */
export const preparedHere = (): string | null => (existsSync(KEPT) ? preparedFolder() : null);

/** The registry, and what lies in a data folder beside it: pages and the names index. */
export const registryIn = (prepared: string): string => join(prepared, 'registry');
export const besideIn = (prepared: string): string => join(prepared, 'beside');
