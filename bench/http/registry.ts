import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { runNight } from '../../src/nightly.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { addMadeUp } from './generate.ts';

const cache = join(import.meta.dirname, '../.cache');

const folderOf = (name: string): string => join(cache, name);

/** A data folder with the bundled sources, read anew in each run so that it fits the code; gives the folder. */
export const bundledFolder = async (now: Date): Promise<string> => {
  const folder = folderOf('bundled');
  rmSync(folder, { recursive: true, force: true });
  const store = await openStore({ file: join(folder, 'licet.db') });
  const archive = openArchive(join(folder, 'archive'));
  await runNight({ store, archive, sources: await loadCatalogue(), now });
  await store.close();
  return folder;
};

/** The same with `size` made-up institutions added; about 15 s for 100,000. */
export const madeUpFolder = (bundled: string, size: number, tell: (text: string) => void): string => {
  const folder = folderOf(`made-up-${size}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['licet.db', 'archive']) {
    if (existsSync(join(bundled, name))) cpSync(join(bundled, name), join(folder, name), { recursive: true });
  }
  addMadeUp(join(folder, 'licet.db'), size, (done) =>
    tell(`${size} made-up institutions: ${Math.round(done * 100)} %`),
  );
  return folder;
};

export const openFolder = (folder: string): Promise<Store> => openStore({ file: join(folder, 'licet.db') });
