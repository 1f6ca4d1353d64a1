import { stat } from 'node:fs/promises';

/** Longest time for which a change of the file may go unseen. */
const LOOK_MS = 1000;

/** When the file was last changed; null when there is none. */
export const modified = (path: string): Promise<number | null> =>
  stat(path).then(
    (found) => found.mtimeMs,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );

/**
 * What a file says, held in memory: looked at once a second at most, read again only when it has changed.
 * @param read reads the file; it is also asked when there is none
 */
export const holdFile = <Content>(
  path: string,
  clock: () => Date,
  read: () => Promise<Content>,
): (() => Promise<Content>) => {
  let held: { at: number | null; looked: number; content: Content } | null = null;
  return async () => {
    const now = clock().getTime();
    if (held !== null && Math.abs(now - held.looked) < LOOK_MS) return held.content;
    const at = await modified(path);
    if (held !== null && at !== null && held.at === at) {
      held.looked = now;
      return held.content;
    }
    const content = await read();
    held = { at: at ?? (await modified(path)), looked: now, content };
    return content;
  };
};
