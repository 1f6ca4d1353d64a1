import { hash } from 'node:crypto';
import type { FhirResource, Meta } from 'fhir/r4.js';
import type { Unversioned } from './deps.ts';

/** The generation in which a resource became what it is, and when that was. */
export type Since = Readonly<{ generation: number; at: string }>;

const DIGITS = 12;

/** Marks a resource that describes a made-up institution of integrators. */
const TEST: Meta = { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] };

/**
 * Gives a resource its version: the generation, and a digest of what it says. Whatever moves a word of it (a day, a rule, the caller's
 * language) moves the version, so that no cache shows what is no longer said.
 */
export const versioned = <R extends FhirResource>(
  resource: Unversioned<R>,
  { generation, at }: Since,
  test = false,
): R => {
  const { resourceType, id, ...rest } = resource as Readonly<{ resourceType: string; id: string }>;
  const digest = hash('sha256', JSON.stringify(resource), 'hex').slice(0, DIGITS);
  const meta: Meta = { versionId: `${generation}-${digest}`, lastUpdated: at, ...(test ? TEST : {}) };
  return { resourceType, id, meta, ...rest } as unknown as R;
};
