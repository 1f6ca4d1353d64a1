import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** The instant of the newest migration that ships in a folder, in milliseconds; 0 for none. */
export const newestShipped = (folder: string): number =>
  journal.parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))).entries.at(-1)?.when ??
  0;
