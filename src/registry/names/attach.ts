import type { Reader } from '../../store/types.ts';
import { type NameFinder, nameFinder } from './finder.ts';
import { buildNameIndex } from './name-index.ts';

const building = new WeakMap<Reader, Promise<NameFinder>>();

/**
 * The finder over a reader's generation; its index is built on the first call and kept with the reader. Call it when a generation
 * is opened, so that no visitor waits for it. The work pauses often, so other requests go on meanwhile.
 */
export const attachNames = (reader: Reader): Promise<NameFinder> => {
  const under = building.get(reader);
  if (under !== undefined) return under;
  const work = buildNameIndex(reader.names()).then(nameFinder);
  building.set(reader, work);
  work.catch(() => building.delete(reader));
  return work;
};
