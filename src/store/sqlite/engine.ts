import { existsSync } from 'node:fs';
import type { Engine } from '../engine.ts';
import { copyState } from './copy-state.ts';
import { practitionerKeyFile, practitionersFile, registryFile } from './files.ts';
import { openRegistry } from './open-registry.ts';
import { openServiceStateIn } from './open-service-state.ts';
import { openOperatorBook } from './operators/operators.ts';
import { eraseAllPractitioners, openPractitionerStore } from './practitioners/practitioners.ts';

/** SQLite files in the data folder itself. */
export const sqliteEngine = (data: string): Engine => ({
  openStore: (options) => openRegistry(registryFile(data), options),
  openOperatorBook: () => openOperatorBook(data),
  hasPractitioners: () => existsSync(practitionersFile(data)),
  eraseAllPractitioners: (act) => eraseAllPractitioners(practitionersFile(data), act),
  openPractitionerStore: () => openPractitionerStore(practitionersFile(data), practitionerKeyFile(data)),
  openServiceState: () => openServiceStateIn(data),
  copyTo: (folder) => copyState(data, folder),
});
