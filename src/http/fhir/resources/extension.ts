import type { ElementDefinition, StructureDefinition } from 'fhir/r4.js';
import { fhirWords } from '../../../../schema/lexicon/fhir-words.ts';
import type { Unversioned, Way } from '../deps.ts';

const parts = [
  ['outcome', 'code'],
  ['sentence', 'string'],
  ['asOf', 'date'],
  ['page', 'url'],
] as const;

const part = ([name, type]: (typeof parts)[number]): readonly ElementDefinition[] => {
  const id = `Extension.extension:${name}`;
  const path = 'Extension.extension';
  return [
    { id, path, sliceName: name, short: fhirWords.extension[name], min: 1, max: '1' },
    { id: `${id}.extension`, path: `${path}.extension`, max: '0' },
    { id: `${id}.url`, path: `${path}.url`, fixedUri: name },
    { id: `${id}.value[x]`, path: `${path}.value[x]`, min: 1, type: [{ code: type }] },
  ];
};

/** The one extension of ours: what a status of FHIR cannot say of a verdict. */
export const verdictDefinition = ({ root }: Way): Unversioned<StructureDefinition> => {
  const url = `${root}/StructureDefinition/verdict`;
  return {
    resourceType: 'StructureDefinition',
    id: 'verdict',
    url,
    name: 'Verdict',
    status: 'active',
    date: '2026-11-29',
    publisher: fhirWords.publisher,
    description: fhirWords.extension.about,
    fhirVersion: '4.0.1',
    kind: 'complex-type',
    abstract: false,
    context: ['VerificationResult', 'HealthcareService'].map((expression) => ({
      type: 'element',
      expression,
    })),
    type: 'Extension',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
    derivation: 'constraint',
    differential: {
      element: [
        { id: 'Extension', path: 'Extension', short: fhirWords.extension.about },
        ...parts.flatMap(part),
        { id: 'Extension.url', path: 'Extension.url', fixedUri: url },
        { id: 'Extension.value[x]', path: 'Extension.value[x]', max: '0' },
      ],
    },
  };
};
