import type { Identifier as FhirIdentifier, NamingSystem } from 'fhir/r4.js';
import {
  codeSystems,
  type FhirSystem,
  fhirSystems,
  fhirWords,
  numberSystems,
} from '../../../../schema/lexicon/fhir-words.ts';
import type { Identifier } from '../../../../schema/record.ts';
import { numbersBeside } from '../../../identifiers/directory-id.ts';
import type { Unversioned, Way } from '../deps.ts';

/** The official address of a system that has one; the others are described by this service. */
const OFFICIAL: Readonly<Partial<Record<FhirSystem, string>>> = {
  ror: 'https://ror.org',
  isni: 'https://isni.org',
  wikidata: 'https://www.wikidata.org',
  lei: 'urn:iso:std:iso:17442',
};

/** The address that stands as `system` beside a number or a code. */
export const systemOf = (system: FhirSystem, { root }: Pick<Way, 'root'>): string =>
  OFFICIAL[system] ?? `${root}/NamingSystem/${system}`;

type Numbered = Readonly<{ scheme: string; value: string }>;

/** A number as its own system writes it: ROR in lower case, all others in upper case. */
const written = ({ scheme, value }: Numbered): string => (scheme === 'ror' ? value.toLowerCase() : value);

/** A number on record with the numbers of other open registries that stand for the same hospital. */
const withOthers = (one: Identifier): readonly Numbered[] =>
  one.scheme === 'ror' ? [one, ...numbersBeside(one.value)] : [one];

/** Official numbers on record and those of open registries, each once; numbers that a directory gives its own entries are left out. */
export const identifiersOf = (all: readonly Identifier[], way: Way): readonly FhirIdentifier[] => {
  const once = new Map<string, FhirIdentifier>();
  for (const one of all.flatMap(withOthers)) {
    const system = numberSystems.find((known) => known === one.scheme);
    if (system === undefined) continue;
    const value = written(one);
    once.set(`${system}|${value}`, {
      use: 'official',
      type: { text: fhirWords.systems[system].title },
      system: systemOf(system, way),
      value,
    });
  }
  return [...once.values()];
};

const published = '2026-11-29';

/** Describes one system: what its numbers or codes are, and the address that stands for it. */
export const namingSystem = (system: FhirSystem, way: Way): Unversioned<NamingSystem> => {
  const { title, description } = fhirWords.systems[system];
  const name = title.replace(/[^A-Za-z]/g, '');
  return {
    resourceType: 'NamingSystem',
    id: system,
    name,
    status: 'active',
    kind: codeSystems.some((one) => one === system) ? 'codesystem' : 'identifier',
    date: published,
    publisher: fhirWords.publisher,
    description,
    uniqueId: [{ type: 'uri', value: systemOf(system, way), preferred: true }],
  };
};

export const isSystem = (id: string): id is FhirSystem => fhirSystems.some((one) => one === id);
