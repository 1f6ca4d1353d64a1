import { nameKeys } from '../../name-keys/keys.ts';
import type { NameMatch, PendingRecord } from '../../store/registry-writer.ts';
import { hasHan } from '../../text/han.ts';
import { type CandidateLookup, legalNames } from './candidate-lookup.ts';
import { nameConflicts } from './conflicts.ts';
import { distinctInstitutions } from './link-decision.ts';

/** With more hospitals of one core in a city than this the core is a chain or a common word, and asking a person is pointless. */
const MOST = 4;

/** One of the two is on an authority's list and the other on a directory's: the usual way one hospital is on record twice. */
const ofTwoKinds = ({ official }: PendingRecord, hit: NameMatch): boolean => official !== hit.official;

/**
 * Institutions in the record's own city whose name has the same core, without university or place, and in no part speaks against
 * being the same: 瑞金医院 of a directory beside the 附属瑞金医院 of a register. They never join by themselves; a person is asked.
 */
export const possibleDuplicates = async (
  pending: PendingRecord,
  find: CandidateLookup,
): Promise<readonly string[]> => {
  const { province, city } = pending.record.place ?? {};
  if (city === undefined) return [];
  const near: NameMatch[] = [];
  for (const { value } of legalNames(pending).filter((name) => hasHan(name.value))) {
    const { short } = nameKeys(value);
    if (short === null) continue;
    const place = { province: province ?? null, city, district: null };
    for (const hit of await find.findInCity(short, city))
      if (
        ofTwoKinds(pending, hit) &&
        ['legal', 'second'].includes(hit.kind) &&
        nameConflicts(value, hit.name, place).length === 0
      )
        near.push(hit);
  }
  const ids = distinctInstitutions(near);
  return ids.length > MOST ? [] : ids;
};
