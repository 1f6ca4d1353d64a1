import type { Dossier } from '../../../schema/institution.ts';
import { cities } from '../../places/divisions.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { placeTitle } from '../../places/english-title.ts';
import { placeOf } from '../../places/place-of.ts';
import { latinParts } from './latin-parts.ts';

/** Words that name the kind of a place or a street, and no place. */
const KINDS = /\b(?:new area|district|county|city|town|province|municipality)\b/g;

/** A county may be called like its city (长沙县): it is meant where the word for it stands behind. */
const saysCounty = (address: string, word: string): boolean =>
  ['county', 'district'].some((level) => address.toLowerCase().includes(`${word} ${level}`));

/** The parts of an address written in Latin letters, between signs, without the words for kinds of places. */
const partsOf = (address: string): readonly string[] =>
  latinParts(address.toLowerCase())
    .map((part) => part.replace(KINDS, ' ').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !/\d/.test(part));

const districtsOf = ({ place, addresses }: Dossier): ReadonlySet<string> =>
  new Set(
    [place.district, ...addresses.map(({ address }) => placeOf({ address }).district)].filter(
      (district) => district !== undefined,
    ),
  );

/** What an address in Latin letters names that the record does not: another city, or another district of its city. */
type Elsewhere = Readonly<{ level: 'city' | 'district'; asked: string }>;

/**
 * Compares an address in Latin letters with the place on record, by the names of cities and districts alone: streets are spelled in
 * too many ways. Null where it names no such place, or the one on record.
 */
export const latinElsewhere = (address: string, dossier: Dossier): Elsewhere | null => {
  const { province, city } = dossier.place;
  if (province === undefined) return null;
  const parts = partsOf(address);
  const towns = parts.flatMap((part) => {
    const found = provincesOrCitiesSpelled(part);
    return found.length === 0 ? [] : [{ found }];
  });
  const here = new Set([province, city]);
  const [other] = towns.filter(({ found }) => found.every((name) => !here.has(name)));
  if (other !== undefined && !towns.some(({ found }) => found.some((name) => here.has(name))))
    return { level: 'city', asked: placeTitle(other.found[0] ?? '') };
  const mine = districtsOf(dossier);
  if (mine.size === 0) return null;
  const all = cities().find(({ name }) => name === (city ?? province))?.districts ?? new Set<string>();
  const cityTitle = placeTitle(city ?? province).toLowerCase();
  const named = [...all].filter((district) => {
    const word = placeTitle(district).toLowerCase();
    return parts.includes(word) && (word !== cityTitle || saysCounty(address, word));
  });
  const [first] = named;
  return first === undefined || named.some((district) => mine.has(district))
    ? null
    : { level: 'district', asked: placeTitle(first) };
};
