import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Rooms whose code decides what a name can be found by. */
const ROOMS = ['registry/names', 'kit'];

const digest = async (): Promise<string> => {
  const sum = createHash('sha256');
  for (const room of ROOMS) {
    const folder = join(import.meta.dirname, '../..', room);
    for (const file of (await readdir(folder)).filter((one) => one.endsWith('.ts')).sort())
      sum.update(await readFile(join(folder, file)));
  }
  return sum.digest('hex').slice(0, 32);
};

let known: Promise<string> | undefined;

/** Digest of the code that reads names: a names index that other code wrote is built anew. Read once. */
export const indexCode = (): Promise<string> => {
  known ??= digest();
  return known;
};
