import { readerFor } from '../../ask/test-institutions.ts';
import { LicetError } from '../../errors.ts';
import type { ListedInstitution, Reader } from '../../store/registry-reader.ts';
import type { FhirDeps } from './deps.ts';

/** An institution by its id as it stands today; `merged`: the id it was merged into. */
type Standing = Readonly<{ found: ListedInstitution | null; merged: string | null }>;

/** Looks an institution up; a made-up one for integrators became what it is today. */
export const lookUp = async (
  id: string,
  { config, clock, answers }: FhirDeps,
  newest: Reader,
): Promise<Standing> => {
  const reader = readerFor(id, newest, config.testInstitutions, clock());
  if (reader !== newest) {
    const dossier = await reader.dossier(id);
    const at = answers.epoch().instant.toISOString();
    return {
      found: dossier === undefined ? null : { dossier, changed: { generation: reader.generation, at } },
      merged: null,
    };
  }
  const asked = { generation: newest.generation, after: '', limit: 1, ids: [id] };
  const [found] = (await newest.listInstitutions?.(asked)) ?? [];
  return { found: found ?? null, merged: found === undefined ? ((await newest.redirect(id)) ?? null) : null };
};

/** Says that there is no such resource. */
export const unknownResource = (type: string): LicetError =>
  new LicetError('LICET_UNKNOWN_INSTITUTION', `There is no ${type} with this id.`);
