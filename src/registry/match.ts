import type { Name } from '../../schema/record.ts';
import { officialSchemes } from '../../schema/record.ts';
import { nameKeys } from '../kit/name-key.ts';
import type { NameMatch, PendingRecord, RegistryWriter } from '../store/writing.ts';

/**
 * Where a record belongs. `join`: to that institution; `found`: to none yet; `wait`: it carries nothing that could decide.
 * `doubts`: institutions a person should compare it with.
 */
export type Placement = Readonly<{
  decision: 'join' | 'found' | 'wait';
  institution: string | null;
  why: string;
  doubts: readonly string[];
}>;

type Finder = Pick<RegistryWriter, 'findIdentifier' | 'findName'>;

/** Asks for each name once a record: several rules look at the same answer. */
const remembering = (finder: Finder): Finder => {
  const known = new Map<string, ReturnType<Finder['findName']>>();
  const findName: Finder['findName'] = (key) => {
    const answer = known.get(key) ?? finder.findName(key);
    known.set(key, answer);
    return answer;
  };
  return { findIdentifier: finder.findIdentifier, findName };
};

/** Each institution once, in an order that depends on nothing but their ids. */
const distinct = (matches: readonly Readonly<{ institution: string }>[]): readonly string[] => [
  ...new Set(matches.map(({ institution }) => institution).sort()),
];

const join = (institutions: readonly string[], why: string): Placement => ({
  decision: 'join',
  institution: institutions[0] ?? null,
  why,
  doubts: institutions.slice(1),
});

const byOfficialNumber = async ({ record }: PendingRecord, find: Finder): Promise<Placement | null> => {
  const hits: string[] = [];
  for (const { scheme, value } of record.identifiers)
    if (officialSchemes.includes(scheme)) hits.push(...distinct(await find.findIdentifier(scheme, value)));
  return hits.length > 0 ? join([...new Set(hits)], 'official-number') : null;
};

const legalNames = ({ record }: PendingRecord): readonly Name[] => {
  const legal = record.names.filter(({ kind }) => kind === 'legal');
  return legal.length > 0 ? legal : record.names.filter(({ kind }) => kind === 'english');
};

/** A directory's number joins only where name or province agree: directories mix hospitals up, authorities do not. */
const byDirectoryNumber = async (pending: PendingRecord, find: Finder): Promise<Placement | null> => {
  const { record } = pending;
  for (const { scheme, value } of record.identifiers) {
    if (officialSchemes.includes(scheme)) continue;
    const hits = await find.findIdentifier(scheme, value);
    const named = new Set<string>();
    for (const name of legalNames(pending))
      for (const hit of await find.findName(nameKeys(name.value).full)) named.add(hit.institution);
    const agreed = hits.filter(
      (hit) =>
        named.has(hit.institution) ||
        legalNames(pending).length === 0 ||
        (hit.province !== null && hit.province === record.place?.province),
    );
    if (agreed.length > 0) return join(distinct(agreed), 'directory-number');
  }
  return null;
};

/** The same province, and no two different cities. Two unknown provinces agree; an unknown and a known one do not. */
const samePlace = ({ record }: PendingRecord) => {
  const province = record.place?.province ?? null;
  const city = record.place?.city ?? null;
  return (hit: NameMatch): boolean =>
    hit.province === province && (city === null || hit.city === null || city === hit.city);
};

/** Where several bear the name, the one in the record's own city is meant, if it is the only one there. */
const narrow = (hits: readonly NameMatch[], city: string | undefined): readonly string[] => {
  const inCity = city === undefined ? [] : distinct(hits.filter((hit) => hit.city === city));
  return inCity.length === 1 ? inCity : distinct(hits);
};

/** Kinds of a known institution's name that a record's legal name may equal, the surest first. */
const STEPS = [
  { kinds: ['legal'], why: 'legal-name' },
  { kinds: ['second', 'former'], why: 'other-name' },
] as const;

const byName = async (pending: PendingRecord, find: Finder): Promise<Placement | null> => {
  const names = legalNames(pending);
  const english = names.every(({ kind }) => kind === 'english');
  const here = samePlace(pending);
  const hits: NameMatch[] = [];
  for (const name of names) hits.push(...(await find.findName(nameKeys(name.value).full)).filter(here));
  if (english) {
    const found = narrow(
      hits.filter(({ language }) => language === 'en'),
      pending.record.place?.city,
    );
    return found.length === 1 ? join(found, 'english-name') : doubtful(found);
  }
  for (const { kinds, why } of STEPS) {
    const found = narrow(
      hits.filter(({ kind }) => kinds.some((wanted) => wanted === kind)),
      pending.record.place?.city,
    );
    if (found.length === 1) return join(found, why);
    if (found.length > 1) return doubtful(found);
  }
  return null;
};

/** One legal name in two cities of a province: a campus, a mistake or two hospitals. Two, until a person says otherwise. */
const byNamesake = async (pending: PendingRecord, find: Finder): Promise<Placement | null> => {
  const province = pending.record.place?.province;
  if (province === undefined) return null;
  const near: NameMatch[] = [];
  for (const name of pending.record.names.filter(({ kind }) => kind === 'legal'))
    near.push(
      ...(await find.findName(nameKeys(name.value).full)).filter(
        (hit) => hit.kind === 'legal' && hit.province === province,
      ),
    );
  return near.length === 0 ? null : { ...doubtful(distinct(near)), why: 'same-name-other-city' };
};

/** A register prints 甲医院（乙医院）: 乙 as second name is the institution known so far as 乙, if only one is. */
const bySecondName = async (pending: PendingRecord, find: Finder): Promise<Placement | null> => {
  const seconds = pending.record.names.filter(({ kind }) => kind === 'second');
  const here = samePlace(pending);
  const hits: NameMatch[] = [];
  for (const name of seconds)
    hits.push(
      ...(await find.findName(nameKeys(name.value).full)).filter((hit) => here(hit) && hit.kind === 'legal'),
    );
  const found = narrow(hits, pending.record.place?.city);
  if (found.length === 1) return join(found, 'second-name');
  return found.length > 1 ? doubtful(found) : null;
};

const doubtful = (doubts: readonly string[]): Placement => ({
  decision: 'found',
  institution: null,
  why: 'several-bear-this-name',
  doubts,
});

/**
 * Decides which institution a record is about. Precision first: a number an authority gave, else the whole legal name in the
 * same province; aliases, short names and similar names never join.
 */
export const matchRecord = async (pending: PendingRecord, finder: Finder): Promise<Placement> => {
  const find = remembering(finder);
  const numbered = (await byOfficialNumber(pending, find)) ?? (await byDirectoryNumber(pending, find));
  if (numbered) return numbered;
  const nameless = { decision: 'wait', institution: null, why: 'no-legal-name', doubts: [] } as const;
  const { names, identifiers } = pending.record;
  const legal = names.some(({ kind }) => kind === 'legal');
  if (legalNames(pending).length === 0 || (!legal && identifiers.length > 0)) return nameless;
  const named =
    (await byName(pending, find)) ?? (await bySecondName(pending, find)) ?? (await byNamesake(pending, find));
  return named ?? { decision: 'found', institution: null, why: 'new', doubts: [] };
};
