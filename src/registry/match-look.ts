import type { Name } from '../../schema/record.ts';
import type { NameMatch, PendingRecord, RegistryWriter } from '../store/writing.ts';
import { hasOwnNumber, namesAgainst, numbersAgainst } from './against.ts';

export type Finder = Pick<
  RegistryWriter,
  'findIdentifier' | 'findName' | 'findInCity' | 'identifiersOf' | 'namesOf'
>;

/** Asks for each name once a record: several rules look at the same answer. */
export const remembering = (finder: Finder): Finder => {
  const known = new Map<string, ReturnType<Finder['findName']>>();
  const findName: Finder['findName'] = (key) => {
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

/** Whether nothing speaks against a name that was hit: no part of the two names, and no other number of the same kind. */
export const inForceFor = async (
  { record }: PendingRecord,
  name: string,
  hit: NameMatch,
  find: Finder,
): Promise<boolean> => {
  if (namesAgainst(name, hit.name, { ...hit, district: null }).length > 0) return false;
  if (!hasOwnNumber(record)) return true;
  return numbersAgainst(record.identifiers, await find.identifiersOf(hit.institution)).length === 0;
};
