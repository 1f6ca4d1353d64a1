import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/open-archive.ts';
import { codeDigest } from '../../src/code-digest.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { runNight } from '../../src/jobs/night.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openReading } from '../../src/store/sqlite/connect.ts';
import { registryFile } from '../../src/store/sqlite/files.ts';
import type { Store } from '../../src/store/store.ts';
import { addMadeUp } from './generate.ts';

const cache = join(import.meta.dirname, '../.cache');

const folderOf = (name: string): string => join(cache, name);

/** A data folder with the bundled sources; a later run reads again only what has changed, as a night does. */
export const bundledFolder = async (now: Date): Promise<string> => {
  const folder = folderOf('bundled');
  const store = await openStore({ data: folder });
  const archive = openArchive(folder);
  await runNight({ store, archive, sources: await loadCatalogue(), now });
  await store.close();
  return folder;
};

/** Changes whenever the bundled registry or the making of made-up institutions does. */
const digestOf = (bundled: string): string => {
  const db = openReading(registryFile(bundled));
  const newest = 'SELECT registry_hash FROM generation ORDER BY number DESC LIMIT 1';
  const hash = createHash('sha256').update(String(db.prepare(newest).pluck().get()));
  db.close();
  const code = ['made-up.ts', 'generate.ts'].map((name) => join(import.meta.dirname, name));
  return hash
    .update(codeDigest(...code))
    .digest('hex')
    .slice(0, 12);
};

/** The same with `size` made-up institutions added, kept for the next run; some seconds for 100,000, minutes for a million. */
export const madeUpFolder = (bundled: string, size: number, tell: (text: string) => void): string => {
  const folder = folderOf(`made-up-${size}`);
  const mark = join(folder, 'made-from');
  const digest = digestOf(bundled);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(registryFile(bundled), registryFile(folder));
  addMadeUp(registryFile(folder), size, (done) =>
    tell(`${size} made-up institutions: ${Math.round(done * 100)} %`),
  );
  writeFileSync(mark, digest);
  return folder;
};

/** A folder of its own with the same registry and nothing else, as a new service has it; whoever asks for it removes it. */
export const freshFolder = (bundled: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bench-'));
  cpSync(registryFile(bundled), registryFile(folder));
  return folder;
};

export const openFolder = (folder: string): Promise<Store> => openStore({ data: folder });
