import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ByteStore } from '../../archive/byte-store.ts';
import { archiveFiles } from '../../archive/open-archive.ts';
import type { Move } from '../../store/engine.ts';
import { isMoved, MovedFolderError } from '../../store/folder/moved.ts';
import type { Leases } from '../../store/leases.ts';
import { keepStateIn, keepStateInFiles, openMove } from '../../store/open-store.ts';
import { DatabaseNotEmpty } from '../../store/sql/database-not-empty.ts';
import { heldLease, leaseNames, leaseTaken } from '../lease-guard.ts';
import { NotTheSame, proveSame, type Same } from './prove-same.ts';

/** What was moved, and what both sides were found to say alike. */
export type Moved = Same & Readonly<{ pages: number; bytes: number }>;

/** `now`: when, for the note in the folder. */
type Order = Readonly<{
  data: string;
  database: string;
  now: Date;
  progress(done: number, of: number): void;
}>;

const copyPages = async (from: ByteStore, to: ByteStore, progress: Order['progress']) => {
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

/** A process that reads lists or makes packs in the folder would go on with what is copied away from under it. */
const refuseHeld = async (from: Leases, now: Date): Promise<void> => {
  for (const name of leaseNames) {
    const held = await heldLease(from, name);
    if (held !== undefined && Date.parse(held.expiresAt) > now.getTime()) throw leaseTaken(held, name);
  }
};

/** A database that holds rows already, as after a move whose note in the folder was lost: well if they say what the folder says. */
const proveFilled = async (move: Move, data: string, table: string): Promise<void> => {
  const there = await move.openStore();
  try {
    await proveSame(move.from, there);
  } catch (cause) {
    if (!(cause instanceof NotTheSame)) throw cause;
    if (isMoved(data)) throw new MovedFolderError(data);
    throw new DatabaseNotEmpty(table);
  } finally {
    await there.close();
  }
};

/**
 * Takes a data folder over into an empty database: the bytes of pages first, then registry and what the service recorded in one piece; then
 * compares what both say. Until then nobody can open the database, and a move that did not end can be repeated, wherever it ended. Nobody
 * writes into the folder meanwhile. What is in it stays, and a note beside it says where it went. From then on this process keeps the
 * folder's state in the database. Throws LeaseTaken while somebody reads lists there; DatabaseNotEmpty, MovedFolderError, NotTheSame, and
 * whatever the store throws.
 */
export const moveFolder = async ({ data, database, now, progress }: Order): Promise<Moved> => {
  keepStateInFiles(data);
  const move = await openMove(data, database, (from) => refuseHeld(from, now));
  try {
    if (move.filled !== null) await proveFilled(move, data, move.filled);
    const pages = await copyPages(archiveFiles(data), move.pages, progress);
    if (move.filled === null) await move.copyState();
    const after = await move.openStore();
    const same = await proveSame(move.from, after).finally(after.close);
    await move.finish(now);
    keepStateIn(data, database);
    return { ...same, ...pages };
  } finally {
    await move.close();
  }
};
