import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import type { Obtain } from '../../src/harvest/obtain/obtain.ts';
import { harvestSource } from '../../src/harvest/run.ts';
import type { SourceReport } from '../../src/harvest/source-report.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

export const GOOD_NIGHT = new Date('2026-11-20T18:00:00Z');
export const BAD_NIGHT = new Date('2026-11-21T18:00:00Z');
export const NEXT_NIGHT = new Date('2026-11-22T18:00:00Z');

const bringing =
  (body: Uint8Array): Obtain =>
  async (_, page) => ({ state: 'obtained', body, url: page.url, transport: 'https', contentType: '' });

export type Registry = Readonly<{
  archive: Archive;
  /** The store as it is now: `restore` opens it anew. */
  store: () => Store;
  /** One night with this body for the source's page, or with a way of one's own to obtain it. */
  night: (how: Uint8Array | Obtain, now: Date) => Promise<SourceReport>;
  keep: () => Promise<void>;
  restore: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** One registry in a folder of its own; `keep` remembers it as it is, `restore` puts it back so. */
export const openRegistry = async (root: string, source: Source): Promise<Registry> => {
  const data = join(root, 'data');
  const good = join(root, 'good');
  const open = (): Promise<Store> => openStore({ data });
  let store = await open();
  const archive = openArchive(data);
  const night: Registry['night'] = async (how, now) => {
    const obtain = typeof how === 'function' ? how : bringing(how);
    if (source.descriptor.how === 'bundled' && typeof how !== 'function') {
      const file = join(root, source.descriptor.pages[0]?.file ?? 'page');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, how);
    }
    return harvestSource({ ...source, dir: root }, { store, archive, now, obtain });
  };
  const swap = async (from: string, to: string): Promise<void> => {
    await store.close();
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
    store = await open();
  };
  return {
    archive,
    night,
    store: () => store,
    keep: () => swap(data, good),
    restore: () => swap(good, data),
    close: () => store.close(),
  };
};
