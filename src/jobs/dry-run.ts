import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { openFolder, type Registry } from './data-folder.ts';

/** An archive that reads from both and writes to the upper one only. */
const above = (upper: Archive, lower: Archive): Archive => ({
  ...upper,
  get: async (sha256) => (await upper.get(sha256)) ?? lower.get(sha256),
  has: async (sha256) => (await upper.has(sha256)) || lower.has(sha256),
  look: async (sha256) => {
    const first = await upper.look(sha256);
    return first.state === 'kept' ? first : lower.look(sha256);
  },
});

/** Does `work` on a copy of the registry that is thrown away afterwards: neither its database nor its archive changes. */
export const dryRun = async <T>(
  registry: Pick<Registry, 'store' | 'archive'>,
  work: (copy: Registry) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'licet-dry-run-'));
  try {
    await registry.store.copyTo(folder);
    const copy = await openFolder(folder);
    return await work({ ...copy, archive: above(copy.archive, registry.archive) }).finally(copy.close);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
