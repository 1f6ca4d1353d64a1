import type { Engine } from '../engine.ts';
import { operatorsIn } from '../sql/operators/operators.ts';
import { serviceStateIn } from '../sql/service-state.ts';
import { sqliteEngine } from '../sqlite/engine.ts';
import { openDatabase } from './database.ts';
import { durableIn } from './durable.ts';
import { keyLimitsIn } from './key-limits.ts';
import { openRegistryIn } from './open-registry.ts';
import { LONGEST_PAGE_MS, pageBytesIn } from './page-bytes.ts';
import { sharedFilesIn } from './shared-files.ts';

/**
 * A PostgreSQL database, and the data folder of this machine beside it: there lie the signed head of the generations, and physicians'
 * rows with their key. Those stay in a file of their own whatever the engine, because erasing must overwrite what it deletes, and a
 * database keeps what was deleted in its log and its pages for a while.
 * @param name what this process is called in the database
 */
export const postgresEngine = (url: string, data: string, name: string): Engine => {
  const { hasPractitioners, openPractitionerStore, eraseAllPractitioners } = sqliteEngine(data);
  return {
    hasPractitioners,
    openPractitionerStore,
    eraseAllPractitioners,
    openStore: () => openRegistryIn(url, data, { name }),
    openOperatorBook: () => {
      const durable = durableIn(openDatabase(url, { name }));
      return { ...operatorsIn(durable), close: durable.close };
    },
    openServiceState: () => {
      const durable = durableIn(openDatabase(url, { name }));
      const limits = keyLimitsIn(url, name);
      const close = async (): Promise<void> => {
        await Promise.all([durable.close(), limits.close()]);
      };
      return serviceStateIn({ ...durable, close }, limits);
    },
    openSharedFiles: () => sharedFilesIn(openDatabase(url, { name, questionMs: LONGEST_PAGE_MS })),
    openPageBytes: () => pageBytesIn(openDatabase(url, { name, questionMs: LONGEST_PAGE_MS })),
    copyTo: async (folder) => {
      const database = openDatabase(url, { name });
      const { copyStateTo } = await import('./copy-to.ts');
      await copyStateTo(database, data, folder).finally(database.close);
    },
  };
};
