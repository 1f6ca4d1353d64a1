import type { CapabilityStatement, CapabilityStatementRestResourceSearchParam } from 'fhir/r4.js';
import about from '../../../../package.json' with { type: 'json' };
import { type FhirParameter, fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import type { Way } from '../deps.ts';
import type { Kind } from '../kinds/kind.ts';
import { includes } from '../search/include.ts';

const types: Readonly<Record<FhirParameter, CapabilityStatementRestResourceSearchParam['type']>> = {
  _id: 'token',
  _lastUpdated: 'date',
  name: 'string',
  identifier: 'token',
  'address-city': 'string',
  'address-state': 'string',
  type: 'token',
  organization: 'reference',
  'service-type': 'token',
  active: 'token',
  target: 'reference',
  service: 'token',
  claim: 'token',
};

/** What this service can do, and nothing that it cannot. */
export const capabilityStatement = (kinds: readonly Kind[], { root }: Way): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-29',
  publisher: fhirWords.publisher,
  kind: 'instance',
  software: { name: fhirWords.publisher, version: about.version },
  implementation: { description: fhirWords.capability.title, url: root },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json', 'json'],
  rest: [
    {
      mode: 'server',
      documentation: fhirWords.capability.description,
      security: { cors: true },
      resource: kinds.map(({ type, about: documentation, parameters }) => ({
        type,
        documentation,
        interaction: [{ code: 'read' }, { code: 'search-type' }],
        // Each version has an id and its ETag; none but the present one is served.
        versioning: 'versioned',
        readHistory: false,
        conditionalRead: 'not-match',
        ...(includes[type] === undefined ? {} : { searchInclude: [includes[type]] }),
        searchParam: parameters.map((name) => ({
          name,
          type: types[name],
          documentation: fhirWords.parameters[name],
        })),
      })),
      operation: [
        {
          name: 'export',
          definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export',
          documentation: fhirWords.export.about,
        },
      ],
    },
  ],
});
