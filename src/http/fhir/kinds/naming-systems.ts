import type { NamingSystem } from 'fhir/r4.js';
import { type FhirSystem, fhirSystems, fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import { isSystem, namingSystem } from '../resources/systems.ts';
import { versioned } from '../version.ts';
import { type Asking, type Kind, listed } from './kind.ts';

const made = (system: FhirSystem, { way }: Asking): NamingSystem => {
  const resource = namingSystem(system, way);
  return versioned<NamingSystem>(resource, { generation: 0, at: `${resource.date}T00:00:00.000Z` });
};

/** The systems of numbers and codes that stand in the other resources. */
export const namingSystems: Kind = {
  type: 'NamingSystem',
  about: fhirWords.capability.namingSystem,
  parameters: ['_id'],
  read: async (id, asking) => (isSystem(id) ? { resource: made(id, asking) } : null),
  search: async ({ values, count }, asking) => {
    const ids = listed(values._id);
    const found = fhirSystems.filter((one) => ids?.includes(one) ?? true);
    return { resources: found.slice(0, count).map((one) => made(one, asking)), total: found.length };
  },
};
