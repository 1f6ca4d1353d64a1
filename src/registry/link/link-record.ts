import type { Name } from '../../../schema/record.ts';
import { nameKeys } from '../../name-keys/keys.ts';
import type { NameMatch, PendingRecord } from '../../store/registry-writer.ts';
import {
  type CandidateLookup,
  cachedLookup,
  hasNoConflict,
  legalNames,
  samePlace,
} from './candidate-lookup.ts';
import { byDirectoryNumber, byOfficialNumber } from './link-by-number.ts';
import { createNew, distinctInstitutions, joinFirst, type LinkDecision } from './link-decision.ts';

/** Where several bear the name, the one in the record's own city is meant, if it is the only one there. */
const narrowToCity = (hits: readonly NameMatch[], city: string | undefined): readonly NameMatch[] => {
  const inCity = city === undefined ? [] : hits.filter((hit) => hit.city === city);
  return distinctInstitutions(inCity).length === 1 ? inCity : hits;
};

/** Hits of whole names, and those of them that a part of the name or another number speaks against. */
type Hits = Readonly<{ fitting: readonly NameMatch[]; conflicting: readonly string[] }>;

const hitsOf = async (
  names: readonly Name[],
  pending: PendingRecord,
  find: CandidateLookup,
  fits: (hit: NameMatch) => boolean,
): Promise<Hits> => {
  const fitting: NameMatch[] = [];
  const conflicting: string[] = [];
  for (const name of names)
    for (const hit of await find.findName(nameKeys(name.value).full)) {
      if (!fits(hit) || !samePlace(pending, name.value, hit)) continue;
      if (await hasNoConflict(pending, name.value, hit, find)) fitting.push(hit);
      else conflicting.push(hit.institution);
    }
  return { fitting, conflicting };
};

/** One found: it joins. Several, or one that something speaks against: a person is asked. */
const decided = (hits: Hits, fitting: readonly NameMatch[], why: string): LinkDecision | null => {
  const ids = distinctInstitutions(fitting);
  if (ids.length === 1) return joinFirst(fitting, why);
  if (ids.length > 1) return createNew(ids, 'several-bear-this-name');
  const near = distinctInstitutions(hits.conflicting.map((institution) => ({ institution })));
  return near.length > 0 ? createNew(near, 'a-part-speaks-against') : null;
};

/** Kinds of a known institution's name that a record's legal name may equal, the surest first. */
const STEPS = [
  { kinds: ['legal'], why: 'legal-name' },
  { kinds: ['second', 'former'], why: 'other-name' },
] as const;

const byName = async (pending: PendingRecord, find: CandidateLookup): Promise<LinkDecision | null> => {
  const names = legalNames(pending);
  const city = pending.record.place?.city;
  const hits = await hitsOf(names, pending, find, () => true);
  if (names.every(({ kind }) => kind === 'english')) {
    const english = hits.fitting.filter(({ language }) => language === 'en');
    return (
      decided(hits, narrowToCity(english, city), 'english-name') ?? createNew([], 'several-bear-this-name')
    );
  }
  for (const { kinds, why } of STEPS) {
    const wanted = hits.fitting.filter(({ kind }) => kinds.some((one) => one === kind));
    if (wanted.length > 0) return decided(hits, narrowToCity(wanted, city), why);
  }
  return decided(hits, [], '');
};

/** A register prints 甲医院（乙医院）: 乙 as second name is the institution known so far as 乙, if only one is. */
const bySecondName = async (pending: PendingRecord, find: CandidateLookup): Promise<LinkDecision | null> => {
  const seconds = pending.record.names.filter(({ kind }) => kind === 'second');
  const hits = await hitsOf(seconds, pending, find, (hit) => hit.kind === 'legal');
  return decided(hits, narrowToCity(hits.fitting, pending.record.place?.city), 'second-name');
};

/**
 * One legal name in two cities of a province, or with province or city unknown on one side: a campus, a mistake or two hospitals.
 * Two, until a person says otherwise.
 */
const byNamesake = async (pending: PendingRecord, find: CandidateLookup): Promise<LinkDecision | null> => {
  const province = pending.record.place?.province ?? null;
  const near: NameMatch[] = [];
  for (const name of pending.record.names.filter(({ kind }) => kind === 'legal'))
    near.push(
      ...(await find.findName(nameKeys(name.value).full)).filter(
        (hit) =>
          hit.kind === 'legal' &&
          (hit.province === province || (hit.province === null) !== (province === null)),
      ),
    );
  const ids = distinctInstitutions(near);
  if (ids.length === 0) return null;
  const city = pending.record.place?.city ?? null;
  const stated = near.every((hit) => hit.province === province && hit.city !== null && city !== null);
  return createNew(ids.slice(0, 5), stated ? 'same-name-other-city' : 'same-name-place-unknown');
};

/**
 * Decides which institution a record is about. Precision first: a number an authority gave, else the whole legal name in the
 * same province, and nothing compared that speaks against it; aliases, short names and similar names never join.
 */
export const decideLink = async (pending: PendingRecord, finder: CandidateLookup): Promise<LinkDecision> => {
  const find = cachedLookup(finder);
  const numbered = (await byOfficialNumber(pending, find)) ?? (await byDirectoryNumber(pending, find));
  if (numbered?.decision === 'join') return numbered;
  const nameless = {
    decision: 'wait',
    institution: null,
    home: null,
    why: 'no-legal-name',
    toReview: [],
  } as const;
  const { names, identifiers } = pending.record;
  const legal = names.some(({ kind }) => kind === 'legal');
  if (legalNames(pending).length === 0 || (!legal && identifiers.length > 0)) return nameless;
  const named =
    (await byName(pending, find)) ?? (await bySecondName(pending, find)) ?? (await byNamesake(pending, find));
  if (named?.decision === 'join') return named;
  return numbered ?? named ?? createNew([], 'new');
};
