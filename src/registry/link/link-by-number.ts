import { type Identifier, officialSchemes } from '../../../schema/record.ts';
import { nameKeys } from '../../name-keys/keys.ts';
import type { IdentifierMatch, PendingRecord } from '../../store/registry-writer.ts';
import { type CandidateLookup, legalNames } from './candidate-lookup.ts';
import { nameConflicts, numberConflicts } from './conflicts.ts';
import { createNew, distinctInstitutions, joinFirst, type LinkDecision } from './link-decision.ts';

/** Two stated provinces that differ. */
const elsewhere = (hit: IdentifierMatch, { record }: PendingRecord): boolean =>
  hit.province !== null && record.place?.province !== undefined && hit.province !== record.place.province;

/** One of the row's other names is, in full, a name of the institution: the list itself says that they are one. */
const calledSo = ({ record }: PendingRecord, known: readonly string[]): boolean => {
  const keys = new Set(known.map((name) => nameKeys(name).full));
  return record.names.some(({ value, kind }) => kind !== 'legal' && keys.has(nameKeys(value).full));
};

/**
 * Whether a number that agrees may join: the licence number names one licensed institution, so that another licence number, another
 * province, or a name with another ordinal, kind, specialty, parent or branch speaks against any other number.
 */
const mayJoin = async (
  hit: IdentifierMatch,
  agreed: Identifier,
  pending: PendingRecord,
  find: CandidateLookup,
): Promise<boolean> => {
  if (elsewhere(hit, pending)) return false;
  const known = await find.namesOf(hit.institution);
  const city = hit.city ?? pending.record.place?.city ?? null;
  const place = { province: hit.province, city, district: null };
  const mine = legalNames(pending);
  const fits = mine.every(({ value }) =>
    known.some((name) => nameConflicts(value, name, place).length === 0),
  );
  if (mine.length > 0 && known.length > 0 && !fits && !calledSo(pending, known)) return false;
  if (agreed.scheme === 'licence-number') return true;
  const other = numberConflicts(pending.record.identifiers, await find.identifiersOf(hit.institution));
  return !other.includes('licence-number');
};

/** An authority's number joins, unless a compared part speaks against it: then a person is asked. */
export const byOfficialNumber = async (
  pending: PendingRecord,
  find: CandidateLookup,
): Promise<LinkDecision | null> => {
  const { record } = pending;
  const conflicting: IdentifierMatch[] = [];
  const joining: IdentifierMatch[] = [];
  for (const one of record.identifiers) {
    if (!officialSchemes.includes(one.scheme)) continue;
    for (const hit of await find.findIdentifier(one.scheme, one.value))
      if (await mayJoin(hit, one, pending, find)) joining.push(hit);
      else conflicting.push(hit);
  }
  if (joining.length > 0) return joinFirst(joining, 'official-number');
  return conflicting.length > 0
    ? createNew(distinctInstitutions(conflicting), 'number-agrees-name-does-not')
    : null;
};

/** A directory's number joins only where name or province agree: directories mix hospitals up, authorities do not. */
export const byDirectoryNumber = async (
  pending: PendingRecord,
  find: CandidateLookup,
): Promise<LinkDecision | null> => {
  const { record } = pending;
  const conflicting: IdentifierMatch[] = [];
  for (const one of record.identifiers) {
    if (officialSchemes.includes(one.scheme)) continue;
    const hits = await find.findIdentifier(one.scheme, one.value);
    const named = new Set<string>();
    for (const name of legalNames(pending))
      for (const hit of await find.findName(nameKeys(name.value).full)) named.add(hit.institution);
    const agreed: IdentifierMatch[] = [];
    for (const hit of hits) {
      const near =
        named.has(hit.institution) ||
        legalNames(pending).length === 0 ||
        (hit.province !== null && hit.province === record.place?.province);
      if (!near) continue;
      if (await mayJoin(hit, one, pending, find)) agreed.push(hit);
      else conflicting.push(hit);
    }
    if (agreed.length > 0) return joinFirst(agreed, 'directory-number');
  }
  return conflicting.length > 0
    ? createNew(distinctInstitutions(conflicting), 'number-agrees-name-does-not')
    : null;
};
