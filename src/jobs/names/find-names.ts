import { holdsIndex } from '../../identify/kept-index/index-file.ts';
import { indexStamp, keepIndexIn } from '../../identify/kept-index/name-finders.ts';
import { isKeptInDatabase, openSharedFiles } from '../../store/open-store.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { namesFile } from './names-index.ts';
import { takeIndex } from './share-index.ts';

/**
 * Says where the names index of a reader lies, for a command or thread that keeps none up to date itself. A database that several
 * machines share is asked for it first; what is nowhere is built by the first question that needs it.
 */
export const findNames = async (data: string, reader: Reader): Promise<void> => {
  const file = namesFile(data);
  const isWanted = isKeptInDatabase(data) && !(await holdsIndex(file, indexStamp(reader)));
  const shared = isWanted ? openSharedFiles(data) : null;
  if (shared !== null)
    await takeIndex({ reader, file, shared })
      .catch(() => false)
      .finally(shared.close);
  keepIndexIn(file, reader);
};
