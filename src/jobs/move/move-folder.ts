import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { archiveBytes } from '../../archive/open-archive.ts';
import {
  keepStateIn,
  keepStateInFiles,
  moveState,
  openServiceState,
  openStore,
} from '../../store/open-store.ts';
import { proveSame, type Same } from './prove-same.ts';

/** What was moved, and what both sides were found to say alike. */
export type Moved = Same & Readonly<{ pages: number; bytes: number }>;

type Order = Readonly<{ data: string; database: string; progress(done: number, of: number): void }>;

type Pages = ReturnType<typeof archiveBytes>;

const copyPages = async (from: Pages, to: Pages, progress: Order['progress']) => {
  const names: string[] = [];
  for await (const { name, unfinished } of from.walk()) if (!unfinished) names.push(name);
  let bytes = 0;
  for (const [at, name] of names.entries()) {
    const found = await from.get(name);
    if (found === undefined) continue;
    const page = await buffer(Readable.from(found));
    await to.put(name, page);
    bytes += page.length;
    progress(at + 1, names.length);
  }
  return { pages: names.length, bytes };
};

/**
 * Takes a data folder over into an empty database: registry, what the service recorded, and the bytes of pages; then compares what both
 * say. The folder is left as it is. From then on this process keeps the folder's state in the database. Nothing else may write into the
 * folder meanwhile. Throws DatabaseNotEmpty, NotTheSame, and whatever the store throws.
 */
export const moveFolder = async ({ data, database, progress }: Order): Promise<Moved> => {
  keepStateInFiles(data);
  const before = await openStore({ data });
  const files = archiveBytes(data);
  // Files of an earlier version are brought up to date by opening them.
  await openServiceState(data).close();
  try {
    await moveState(data, database);
    keepStateIn(data, database);
    const after = await openStore({ data });
    try {
      const pages = await copyPages(files, archiveBytes(data), progress);
      return { ...(await proveSame(before, after)), ...pages };
    } finally {
      await after.close();
    }
  } finally {
    await before.close();
  }
};
