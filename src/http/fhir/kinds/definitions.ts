import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import { verdictDefinition } from '../resources/extension.ts';
import { versioned } from '../version.ts';
import { type Asking, type Kind, listed } from './kind.ts';

const made = ({ way }: Asking) => {
  const resource = verdictDefinition(way);
  return versioned(resource, { generation: 0, at: `${resource.date}T00:00:00.000Z` });
};

/** The definition of the extension that resources of ours bear. */
export const definitions: Kind = {
  type: 'StructureDefinition',
  about: fhirWords.capability.structureDefinition,
  parameters: ['_id'],
  read: async (id, asking) => (id === 'verdict' ? { resource: made(asking) } : null),
  search: async ({ values }, asking) => {
    const wanted = listed(values._id)?.includes('verdict') ?? true;
    return wanted ? { resources: [made(asking)], total: 1 } : { resources: [], total: 0 };
  },
};
