import type { Reader } from '../../store/types.ts';
import { type NameFinder, nameFinder } from './finder.ts';
import { buildNameIndex } from './name-index.ts';

const ready = new WeakMap<Reader, NameFinder>();
const building = new WeakMap<Reader, Promise<NameFinder>>();

/**
 * Builds the names index of a reader's generation, once. Await it before the reader is served: the same question must give the
 * same answer from the first to the last request of a generation. The work pauses often, so other requests go on.
 */
export const attachNames = (reader: Reader): Promise<NameFinder> => {
  const under = building.get(reader);
  if (under !== undefined) return under;
  const work = buildNameIndex(reader.names()).then((index) => {
    const finder = nameFinder(index);
    ready.set(reader, finder);
    return finder;
  });
  building.set(reader, work);
  return work;
};

/** The finder attached to a reader; undefined until `attachNames` has finished. */
export const finderOf = (reader: Reader): NameFinder | undefined => ready.get(reader);
