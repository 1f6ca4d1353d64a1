import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { openArchive } from '../../archive/open-archive.ts';
import { answerNames } from '../../ask/answer-names.ts';
import { loadBundled } from '../../harvest/catalogue.ts';
import { contentOf, nameFinderFor } from '../../identify/kept-index/name-finders.ts';
import { keepAllOnDisk } from '../../store/folder/keep-on-disk.ts';
import { openStore } from '../../store/open-store.ts';
import { answersFile, answersStamp } from '../names/answers-stamp.ts';
import { namesFile } from '../names/names-index.ts';
import { runNight } from '../night.ts';
import { besideIn, preparedFolder, registryIn } from './kept.ts';

/** What other code left behind is removed after this long, in milliseconds. */
const UNUSED_MS = 86_400_000;

/** Reads the bundled lists as a first start does. Throws where one was not accepted: then each start is to say so itself. */
const readInto = async (folder: string, now: Date, catalogue?: string): Promise<void> => {
  const { sources, others } = await loadBundled(catalogue);
  const night = join(folder, 'night');
  const [registry, beside] = [registryIn(folder), besideIn(folder)];
  const store = await openStore({ data: night, alone: true });
  try {
    const archive = openArchive(beside);
    const report = await runNight({ store, archive, sources, others, now });
    const refused = report.sources.find(({ state }) => state !== 'accepted');
    if (refused !== undefined) throw new Error(`${refused.source} was not accepted`);
    if (report.generation === 0) throw new Error('there is no list to read');
    const reader = store.reader();
    await nameFinderFor(reader, namesFile(beside));
    await answerNames(reader, answersFile(beside), answersStamp(contentOf(reader)));
    await store.copyTo(registry);
  } finally {
    await store.close();
  }
  // The key that signed the generation there: each data folder has its own.
  rmSync(night, { recursive: true });
};

/** The lists are public, and whoever runs the service may be another user than who installed it. */
const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
};

const tidy = (kept: string, now: Date): void => {
  for (const name of readdirSync(kept)) {
    const path = join(kept, name);
    if (now.getTime() - statSync(path).mtimeMs > UNUSED_MS) rmSync(path, { recursive: true, force: true });
  }
};

/**
 * Does the first night of an empty folder beforehand, and keeps what comes of it for every first start by the same code on this machine.
 * It appears whole or not at all. False where it was there. (`catalogue`: other lists, in tests.)
 */
export const prepareFirstNight = async (
  now: Date,
  folder = preparedFolder(),
  catalogue?: string,
): Promise<boolean> => {
  if (existsSync(folder)) return false;
  const kept = dirname(folder);
  mkdirSync(kept, { recursive: true });
  tidy(kept, now);
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  try {
    await readInto(unfinished, now, catalogue);
    openToAll(unfinished);
    keepAllOnDisk(unfinished);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return true;
};
