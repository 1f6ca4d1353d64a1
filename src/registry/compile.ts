import type { Dossier, EvidenceRef, Fact, PossiblyListed } from '../../schema/institution.ts';
import type { JudgedFact } from '../../schema/judgement.ts';
import type { InstitutionRecord, Name, Place, Traits } from '../../schema/record.ts';
import { evidenceKinds } from '../../schema/source.ts';
import type { KnownRecord } from '../store/registry-writer.ts';
import { titleOf } from './title.ts';

const MILITARY = /解放军|武警|武装警察|联勤保障部队|(海|空|陆)军军医大学|战区/;
const DISEASE_CONTROL = /疾病预防控制/;
/** Sources of made-up institutions bear the word `test` in their id. */
const TEST_SOURCE = /-test(-|$)/;

/** Best evidence first: rows still on their list, then by kind of source as `evidenceKinds` orders them, then the newer row. */
const byEvidence = (a: KnownRecord, b: KnownRecord): number =>
  Number(b.evidence.current) - Number(a.evidence.current) ||
  evidenceKinds.indexOf(a.evidence.kind) - evidenceKinds.indexOf(b.evidence.kind) ||
  compare(b.evidence.seenFirst ?? '', a.evidence.seenFirst ?? '') ||
  compare(a.evidence.source, b.evidence.source) ||
  compare(a.record.key, b.record.key) ||
  b.id - a.id;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same text for the same statement, whatever order its parser wrote the fields in. */
const factKey = (item: Readonly<Record<string, unknown>>): string => {
  let key = '';
  for (const field of Object.keys(item).sort()) key += `${field}:${JSON.stringify(item[field])},`;
  return key;
};

type Gathered<T> = T & { evidence: number[] };

/** Facts that were gathered, found by what they state. `told`: a part of each that seldom two have in common; only those are compared as a whole. */
const gathered = <T extends object>(told: (item: T) => string) => {
  /** The only fact of which this is told; null where there are several, which `whole` finds. */
  const alone = new Map<string, Gathered<T> | null>();
  const whole = new Map<string, Gathered<T>>();
  const keyOf = ({ evidence: _, ...item }: Gathered<T>): string => factKey(item);
  return {
    find: (item: T): Gathered<T> | undefined => {
      const only = alone.get(told(item));
      if (only === undefined) return undefined;
      if (only !== null) whole.set(keyOf(only), only);
      return whole.get(factKey(item as Readonly<Record<string, unknown>>));
    },
    add: (fact: Gathered<T>): void => {
      if (!alone.has(told(fact))) return void alone.set(told(fact), fact);
      alone.set(told(fact), null);
      whole.set(keyOf(fact), fact);
    },
  };
};

/** The same statement of several rows becomes one fact with all their evidence. */
const gatherFacts = <T extends object>(
  records: readonly KnownRecord[],
  of: (record: InstitutionRecord) => readonly T[],
  told: (item: T) => string,
): readonly Fact<T>[] => {
  const facts: Gathered<T>[] = [];
  const { find, add } = gathered(told);
  records.forEach(({ record }, at) => {
    for (const item of of(record)) {
      const known = find(item);
      if (known === undefined) {
        const fact = { ...item, evidence: [at] };
        facts.push(fact);
        add(fact);
      } else if (known.evidence.at(-1) !== at) known.evidence.push(at);
    }
  });
  return facts;
};

/** The best-evidenced place, its gaps filled from records that do not contradict it. */
const combinePlace = (records: readonly KnownRecord[]): Place => {
  const place: { -readonly [K in keyof Place]: Place[K] } = { region: 'mainland' };
  const places = records.flatMap(({ record }) => (record.place === undefined ? [] : [record.place]));
  const best = places.find(({ province }) => province !== undefined) ?? places[0];
  if (best === undefined) return place;
  Object.assign(place, best);
  for (const other of places) {
    if (place.province !== undefined && other.province !== place.province) continue;
    if (place.city === undefined && other.city !== undefined) place.city = other.city;
    if (other.city !== undefined && other.city !== place.city) continue;
    if (place.district === undefined && other.district !== undefined) place.district = other.district;
    if (place.address === undefined && other.address !== undefined) place.address = other.address;
  }
  return place;
};

const combineTraits = (records: readonly KnownRecord[], names: readonly Fact<Name>[]): Traits => {
  const traits: Record<string, unknown> = {};
  for (const { record } of records)
    for (const [trait, value] of Object.entries(record.traits ?? {})) traits[trait] ??= value;
  const filed = names.filter(({ kind }) => kind === 'legal' || kind === 'second');
  if (filed.some(({ value }) => MILITARY.test(value))) traits.military = true;
  const legal = names.filter(({ kind }) => kind === 'legal');
  if (legal.some(({ value }) => DISEASE_CONTROL.test(value))) traits.body ??= 'disease-control';
  return traits as Traits;
};

const addressesOf = ({ place }: InstitutionRecord): readonly Readonly<{ address: string }>[] =>
  place?.address === undefined ? [] : [{ address: place.address }];

/**
 * Compiles all that is known of one institution from its record versions: the only thing a gate looks at.
 * The same records give the same dossier, whatever order they came in.
 */
export const compileDossier = (
  id: string,
  known: readonly KnownRecord[],
  judgements: readonly JudgedFact[] = [],
  possiblyListed: readonly PossiblyListed[] = [],
): Dossier => {
  const records = known.toSorted(byEvidence);
  const evidence: readonly EvidenceRef[] = records.map((item) => item.evidence);
  const names = gatherFacts(
    records,
    (record) => record.names,
    ({ value }) => value,
  );
  const others = gatherFacts(
    records,
    ({ notSameAs = [] }) => notSameAs.map((name) => ({ name })),
    ({ name }) => name,
  );
  return {
    id,
    test: records.length > 0 && records.every((item) => TEST_SOURCE.test(item.evidence.source)),
    names,
    title: titleOf(names),
    place: combinePlace(records),
    addresses: gatherFacts(records, addressesOf, ({ address }) => address),
    identifiers: gatherFacts(
      records,
      (record) => record.identifiers,
      ({ value }) => value,
    ),
    credentials: gatherFacts(
      records,
      (record) => record.credentials,
      ({ gate, code }) => `${gate} ${code}`,
    ),
    traits: combineTraits(records, names),
    ...(others.length > 0 && { notSameAs: others }),
    evidence,
    ...(judgements.length > 0 && { judgements }),
    ...(possiblyListed.length > 0 && { possiblyListed }),
  };
};
