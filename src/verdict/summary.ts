import type { Dossier } from '../../schema/institution.ts';
import type { InstitutionSummary } from '../../schema/verdict.ts';

/** The institution in one line: who it is and where, without any judgement. */
export const summariseInstitution = (dossier: Dossier): InstitutionSummary => ({
  id: dossier.id,
  name: dossier.title,
  province: dossier.place.province ?? null,
  city: dossier.place.city ?? null,
  licenceNumber: dossier.identifiers.find(({ scheme }) => scheme === 'licence-number')?.value ?? null,
  ...(dossier.test ? { test: true as const } : {}),
});
