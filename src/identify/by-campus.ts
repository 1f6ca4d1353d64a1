import type { InstitutionQuestion } from '../../schema/question.ts';
import type { Identification } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import { placesAsked, statedPlace } from './asked-place.ts';
import { findByName } from './by-name.ts';
import { assessContextEvidence } from './context-evidence.ts';
import { unlessPlaces } from './in-places.ts';

/** The institution that bears the name with the campus behind it, where all else that was told fits it; null for none. */
export const byCampus = async (
  { campus, ...question }: InstitutionQuestion,
  name: string,
  reader: Reader,
): Promise<Identification | null> => {
  const branch = await findByName(`${name}${campus ?? ''}`, statedPlace(question), reader);
  if (campus === undefined || branch.match !== 'strong') return null;
  const placed = await unlessPlaces(branch, placesAsked(question), reader);
  const found = await assessContextEvidence(question, placed, reader);
  return found.id === null ? null : found;
};
