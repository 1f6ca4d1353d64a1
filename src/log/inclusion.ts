import { openCheckpoint } from './checkpoint.ts';
import { inclusionProof, isIncluded, leafHash } from './merkle-tree.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/** That the entry at this place is in the log of this checkpoint, as one text (C2SP tlog-proof). */
export const writeProof = (index: number, leaves: readonly Buffer[], checkpoint: string): string =>
  [
    FIRST_LINE,
    `index ${index}`,
    ...inclusionProof(index, leaves).map((hash) => hash.toString('base64')),
    '',
    checkpoint,
  ].join('\n');

const HASH = /^[A-Za-z0-9+/]{43}=$/;

/** Whether this text proves that the entry is in a log that one of these keys signed. */
export const provesEntry = async (entry: string, text: string, keys: readonly string[]): Promise<boolean> => {
  const split = text.indexOf('\n\n');
  const [first, place = '', ...hashes] = text.slice(0, split).split('\n');
  const index = /^index (0|[1-9]\d{0,14})$/.exec(place)?.[1];
  if (split < 0 || first !== FIRST_LINE || index === undefined || !hashes.every((one) => HASH.test(one)))
    return false;
  const checkpoint = await openCheckpoint(text.slice(split + 2), keys);
  if (checkpoint === null) return false;
  const proof = hashes.map((one) => Buffer.from(one, 'base64'));
  const { size, root } = checkpoint;
  return isIncluded(leafHash(Buffer.from(entry)), { index: Number(index), size, proof, root });
};
