import type { Name } from '../../../schema/record.ts';
import type { NameMatch, PendingRecord, RegistryWriter } from '../../store/registry-writer.ts';
import { hasOwnNumber, nameConflicts, numberConflicts } from './conflicts.ts';
import { nameStatesPlace } from './name-states-place.ts';

export type CandidateLookup = Pick<
  RegistryWriter,
  'findIdentifier' | 'findName' | 'findInCity' | 'identifiersOf' | 'namesOf'
>;

/** Asks for each name once a record: several rules look at the same answer. */
export const cachedLookup = (finder: CandidateLookup): CandidateLookup => {
  const known = new Map<string, ReturnType<CandidateLookup['findName']>>();
  const findName: CandidateLookup['findName'] = (key) => {
    const answer = known.get(key) ?? finder.findName(key);
    known.set(key, answer);
    return answer;
  };
  const { findIdentifier, findInCity, identifiersOf, namesOf } = finder;
  return { findName, findIdentifier, findInCity, identifiersOf, namesOf };
};

/** The names a record is placed by: its legal ones, else its English ones. */
export const legalNames = ({ record }: PendingRecord): readonly Name[] => {
  const legal = record.names.filter(({ kind }) => kind === 'legal');
  return legal.length > 0 ? legal : record.names.filter(({ kind }) => kind === 'english');
};

const IS_ONE_CITY = /^(?:北京|上海|天津|重庆)市$|特别行政区$/u;

/** Beijing and Hong Kong are their own city. */
const cityOf = (city: string | null | undefined, province: string | null): string | null =>
  city ?? (province !== null && IS_ONE_CITY.test(province) ? province : null);

/**
 * Whether a name that was hit stands in the place of the record: the same province, and one city, stated by both or, where one of
 * them states none, by the name itself. 康宁医院 in a province alone could be any of a dozen.
 */
export const samePlace = ({ record }: PendingRecord, name: string, hit: NameMatch): boolean => {
  if (hit.province !== (record.place?.province ?? null)) return false;
  const [city, known] = [cityOf(record.place?.city, hit.province), cityOf(hit.city, hit.province)];
  return city === null || known === null ? nameStatesPlace(name, hit.province) : city === known;
};

/** Whether nothing speaks against a name that was hit: no part of the two names, and no other number of the same kind. */
export const hasNoConflict = async (
  { record }: PendingRecord,
  name: string,
  hit: NameMatch,
  find: CandidateLookup,
): Promise<boolean> => {
  if (nameConflicts(name, hit.name, { ...hit, district: null }).length > 0) return false;
  if (!hasOwnNumber(record)) return true;
  return numberConflicts(record.identifiers, await find.identifiersOf(hit.institution)).length === 0;
};
