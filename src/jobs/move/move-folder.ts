import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { archiveBytes } from '../../archive/open-archive.ts';
import {
  keepStateIn,
  keepStateInFiles,
  openMove,
  openServiceState,
  openStore,
} from '../../store/open-store.ts';
import { proveSame, type Same } from './prove-same.ts';

/** What was moved, and what both sides were found to say alike. */
export type Moved = Same & Readonly<{ pages: number; bytes: number }>;

/** `now`: when, for the note in the folder. */
type Order = Readonly<{
  data: string;
  database: string;
  now: Date;
  progress(done: number, of: number): void;
}>;

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
 * Takes a data folder over into an empty database: the bytes of pages first, then registry and what the service recorded in one piece; then
 * compares what both say. Until then nobody can open the database, and a move that did not end can be repeated. What is in the folder stays,
 * and a note beside it says where it went. From then on this process keeps the folder's state in the database. Nothing else may write into
 * the folder meanwhile. Throws DatabaseNotEmpty, NotTheSame, and whatever the store throws.
 */
export const moveFolder = async ({ data, database, now, progress }: Order): Promise<Moved> => {
  keepStateInFiles(data);
  const before = await openStore({ data });
  try {
    // Files of an earlier version are brought up to date by opening them.
    await openServiceState(data).close();
    const move = await openMove(data, database);
    try {
      const pages = await copyPages(archiveBytes(data), move.pages, progress);
      await move.copyState();
      const after = await move.openStore();
      const same = await proveSame(before, after).finally(after.close);
      await move.finish(now);
      keepStateIn(data, database);
      return { ...same, ...pages };
    } finally {
      await move.close();
    }
  } finally {
    await before.close();
  }
};
