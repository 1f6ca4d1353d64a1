import { rootOf } from './merkle-tree.ts';
import { type NoteSigner, openNote, signNote } from './signed-note.ts';

/** What a log says of itself: whose it is, how many entries it holds, and the head of the tree over them. */
export type Checkpoint = Readonly<{ origin: string; size: number; root: Buffer }>;

/** Signs the state of a log with these leaves (C2SP tlog-checkpoint). The name of the key is the origin. */
export const signCheckpoint = (leaves: readonly Buffer[], signer: NoteSigner): Promise<string> =>
  signNote(`${signer.name}\n${leaves.length}\n${rootOf(leaves).toString('base64')}\n`, signer);

const TEXT = /^([^\s+]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n/;

/** Whose log a checkpoint speaks of, whoever signed it; null for a text that is no checkpoint. */
export const originIn = (note: string): string | null => TEXT.exec(note)?.[1] ?? null;

/** Reads a checkpoint that one of these keys signed; null where it is none, or not theirs. */
export const openCheckpoint = async (note: string, keys: readonly string[]): Promise<Checkpoint | null> => {
  const text = await openNote(note, keys);
  const [, origin, size, root = ''] = TEXT.exec(text ?? '') ?? [];
  if (origin === undefined) return null;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
};
