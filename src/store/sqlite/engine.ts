import { existsSync } from 'node:fs';
import type { Engine } from '../engine.ts';
import { operatorsIn } from '../sql/operators/operators.ts';
import { serviceStateIn } from '../sql/service-state.ts';
import { copyState } from './copy-state.ts';
import { openDurable } from './durable.ts';
import { practitionerKeyFile, practitionersFile, registryFile } from './files.ts';
import { openRegistry } from './open-registry.ts';
import { eraseAllPractitioners, openPractitionerStore } from './practitioners/practitioners.ts';

/** SQLite files in the data folder itself. */
export const sqliteEngine = (data: string): Engine => ({
  openStore: (options) => openRegistry(registryFile(data), options),
  openOperatorBook: () => {
    const durable = openDurable(data);
    return { ...operatorsIn(durable), close: durable.close };
  },
  hasPractitioners: () => existsSync(practitionersFile(data)),
  eraseAllPractitioners: (act) => eraseAllPractitioners(practitionersFile(data), act),
  openPractitionerStore: () => openPractitionerStore(practitionersFile(data), practitionerKeyFile(data)),
  openServiceState: () => serviceStateIn(openDurable(data), null),
  openSharedFiles: () => null,
  openPageBytes: () => null,
  copyTo: (folder) => copyState(data, folder),
});
