import { z } from 'zod';
import file from './fhir-words.json' with { type: 'json' };
import { readLexicon, word } from './read-lexicon.ts';

const titled = z.strictObject({ title: word, description: word }).readonly();

/** Systems of official numbers that stand in resources, and systems of codes of our own. */
export const numberSystems = [
  'uscc',
  'licence-number',
  'org-code',
  'insurance-code',
  'trial-filing',
  'ror',
  'isni',
  'wikidata',
  'lei',
] as const;
export const codeSystems = ['treatment', 'claim', 'body-type'] as const;
export const fhirSystems = [...numberSystems, ...codeSystems] as const;
export type FhirSystem = (typeof fhirSystems)[number];

const fhirParameters = [
  '_id',
  '_lastUpdated',
  'name',
  'identifier',
  'address-city',
  'address-state',
  'type',
  'organization',
  'service-type',
  'active',
  'target',
  'service',
  'claim',
] as const;
export type FhirParameter = (typeof fhirParameters)[number];

/** What /fhir says in words of its own; in English, as FHIR's own definitions are. */
export const fhirWords = readLexicon(
  file,
  z
    .strictObject({
      capability: z
        .strictObject({
          title: word,
          description: word,
          organization: word,
          location: word,
          healthcareService: word,
          verificationResult: word,
          namingSystem: word,
          structureDefinition: word,
        })
        .readonly(),
      parameters: z.record(z.enum(fhirParameters), word).readonly(),
      systems: z.record(z.enum(fhirSystems), titled).readonly(),
      extension: z
        .strictObject({ about: word, outcome: word, sentence: word, asOf: word, page: word })
        .readonly(),
      export: z
        .strictObject({ about: word, begun: word, givenUp: word, unknown: word, busy: word, withheld: word })
        .readonly(),
      publisher: word,
      noPractitioner: word,
      noBatch: word,
      noHistory: word,
      settled: word,
      unsettled: word,
      nobody: word,
      elsewhere: word,
      ignored: word,
      noTotal: word,
      onRecord: word,
    })
    .readonly(),
);
