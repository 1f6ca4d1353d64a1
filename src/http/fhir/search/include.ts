import type { BundleEntry, FhirResource } from 'fhir/r4.js';
import type { Asking } from '../kinds/kind.ts';
import { lookUp } from '../look-up.ts';
import { organization } from '../resources/organization.ts';

/** The one reference of each kind that a search can bring along: to whom it belongs. */
export const includes: Readonly<Partial<Record<string, string>>> = {
  Location: 'Location:organization',
  HealthcareService: 'HealthcareService:organization',
  VerificationResult: 'VerificationResult:target',
};

const ownerOf = (resource: FhirResource): string | undefined => {
  if (resource.resourceType === 'VerificationResult') return resource.target?.[0]?.reference;
  if (resource.resourceType === 'HealthcareService') return resource.providedBy?.reference;
  return resource.resourceType === 'Location' ? resource.managingOrganization?.reference : undefined;
};

/** The institutions that these resources belong to, each once, as entries of the same bundle (`_include`). */
export const includedWith = async (
  resources: readonly FhirResource[],
  { deps, epoch, way }: Asking,
): Promise<readonly BundleEntry[]> => {
  const owners = new Set(resources.map((one) => ownerOf(one)?.replace('Organization/', '')));
  const entries: BundleEntry[] = [];
  for (const id of owners) {
    const { found } = id === undefined ? { found: null } : await lookUp(id, deps, epoch.reader);
    if (found === null) continue;
    const resource = organization(found.dossier, found.changed, way);
    const fullUrl = `${way.root}/Organization/${found.dossier.id}`;
    entries.push({ fullUrl, resource, search: { mode: 'include' } });
  }
  return entries;
};
