import { authoritativeKinds } from '../../schema/source.ts';
import { canonicalZh } from '../name-keys/keys.ts';
import { leadingPlace } from '../places/place-names.ts';
import type { Reader } from '../store/registry-reader.ts';
import { dice } from '../text/dice.ts';
import { placeFit, placeInName } from './asked-place.ts';
import type { NameCandidate } from './name-candidate.ts';

/** Dossiers read to put bearers of one name in order; beyond that the names alone decide. */
const MOST = 12;

const HOUSE = /(?:医院|保健院|中心)$/u;
const UNIVERSITY = /大学|医学院|科学院|解放军/u;

/** The values by which bearers of one name are put in order, the weightiest first. */
const rankingValues = async (one: NameCandidate, name: string, reader: Reader | null): Promise<number[]> => {
  const dossier = reader === null ? undefined : await reader.dossier(one.id);
  const evidence = dossier?.evidence ?? [];
  const own = placeInName(name);
  // The likeness of the whole name counts only where the name asked states a place.
  const said = own.province !== null || leadingPlace(name) !== null;
  return [
    placeFit(own, one.hit) === 'agrees' ? 1 : 0,
    evidence.some(({ kind }) => authoritativeKinds.includes(kind)) ? 1 : 0,
    one.hit.form === 'full' ? 1 : 0,
    said ? Math.round(8 * dice(canonicalZh(name), canonicalZh(one.hit.name))) : 0,
    UNIVERSITY.test(one.hit.name) ? 1 : 0,
    Math.min(evidence.length, 5),
    HOUSE.test(one.hit.name) ? 1 : 0,
    -one.hit.name.length,
  ];
};

const first = (a: readonly number[], b: readonly number[]): number => {
  for (const [at, value] of a.entries()) if (value !== b[at]) return (b[at] ?? 0) - value;
  return 0;
};

/**
 * Candidates for one name, the likeliest first. Compared in this order: the place in the name agrees, an authority lists it, the
 * whole name was hit, likeness of the whole name, a university's or the army's, number of sources, a hospital rather than a station,
 * the shorter name.
 */
export const rankCandidates = async (
  candidates: readonly NameCandidate[],
  name: string,
  reader: Reader,
): Promise<NameCandidate[]> => {
  const read = candidates.length <= MOST ? reader : null;
  const list: (readonly [NameCandidate, readonly number[]])[] = [];
  for (const one of candidates) list.push([one, await rankingValues(one, name, read)]);
  return list.sort((a, b) => first(a[1], b[1]) || (a[0].id < b[0].id ? -1 : 1)).map(([one]) => one);
};
