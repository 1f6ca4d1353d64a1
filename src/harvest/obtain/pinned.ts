import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The file beside bundled pages that records their digests, as `sha256sum` writes and checks it. */
export const PINS = 'SHA256SUMS';

const recorded = async (folder: string): Promise<string> => {
  try {
    return await readFile(join(folder, PINS), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw cause;
  }
};

/**
 * Why a bundled page is not the one its release shipped; null when it is, or when the source keeps no digests. A bundled list
 * changes only together with its digest, in one commit that somebody looked at: a file that changed alone was cut, damaged or
 * edited on the way.
 */
export const notAsReleased = async (dir: string, file: string, body: Uint8Array): Promise<string | null> => {
  const pins = await recorded(join(dir, dirname(file)));
  if (pins === '') return null;
  const line = pins.split('\n').find((one) => one.slice(66) === basename(file));
  if (line === undefined) return `${file} is not in ${PINS} beside it, so nobody released it`;
  const digest = createHash('sha256').update(body).digest('hex');
  return line.startsWith(digest)
    ? null
    : `${file} is not the file that was released: its sha256 is ${digest}, ${PINS} says ${line.slice(0, 64)}`;
};
