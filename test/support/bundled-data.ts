import { createHash } from 'node:crypto';
import { constants, cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../../src/archive/open-archive.ts';
import { codeDigest } from '../../src/code-digest.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { namesFile } from '../../src/jobs/names/names-index.ts';
import { runNight } from '../../src/jobs/night.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { madeOnce } from './made-once.ts';

/** The day the tests live on. */
export const TODAY = new Date('2026-11-21T08:00:00Z');

/**
 * Everything the contents rest on: this file and all it reaches by import, the sources with their pages, tables, code lists. Of
 * those, size and time of the last change: to read them all took as long as to copy what is made of them.
 */
const codeAndPages = (): string => {
  const sum = createHash('sha256').update(codeDigest(import.meta.filename));
  for (const room of ['scrapers', 'schema']) {
    const folder = fileURLToPath(new URL(`../../${room}`, import.meta.url));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
    for (const path of paths) {
      const { size, mtimeMs } = statSync(path);
      sum.update(`${path} ${size} ${mtimeMs}\n`);
    }
  }
  return sum.digest('hex');
};

let code: string | undefined;

/** Takes up the names index that lies in the folder, as the start of a service does; writes it where it is missing. */
export const keptNames = (store: Pick<Store, 'reader'>, folder: string): Promise<unknown> =>
  nameFinderFor(store.reader(), namesFile(folder));

/**
 * Reads the bundled sources (`only` some of them) into a folder with the real pipeline, as the first start of a service does. The service's
 * own file is made as well, with nothing in it: to make its tables took each test that opens a service a third of the whole opening.
 */
const readBundled = async (folder: string, only: readonly string[] | undefined): Promise<void> => {
  await openServiceState(folder).close();
  const store = await openStore({ data: folder });
  const archive = openArchive(folder);
  await runNight({ store, archive, sources: await loadCatalogue(), now: TODAY, only });
  await keptNames(store, folder);
  await store.close();
};

/**
 * Fills `folder` with a registry of the bundled sources (`only` some of them) of generation 1, archive and names index
 * included. The first test that wants these sources reads them, all others get a copy of their own.
 */
export const copyBundledData = async (folder: string, only?: readonly string[]): Promise<void> => {
  code ??= codeAndPages();
  const key = createHash('sha256')
    .update(JSON.stringify([code, only ?? 'all']))
    .digest('hex')
    .slice(0, 32);
  const kept = await madeOnce('bundled', key, (made) => readBundled(made, only));
  // On file systems that can, a copy shares its blocks until one side writes.
  cpSync(kept, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
};
