import type { FieldError } from '../errors.ts';
import { cities, provinces } from '../places/divisions.ts';
import { placesSpelled } from '../places/english-names.ts';
import { placeTitle } from '../places/english-title.ts';
import { normaliseCity, normaliseProvince } from '../places/normalise-place.ts';
import { suggestByEditDistance } from '../text/edit-distance.ts';

type PlaceWords = Readonly<{ province?: string | undefined; city?: string | undefined }>;

/** A place by its official Chinese names, or what is wrong with the words for it, field by field. */
type PlaceAsked = Readonly<
  { province?: string | undefined; city?: string | undefined } | { errors: readonly FieldError[] }
>;

const isLatin = (text: string): boolean => /[a-z]/i.test(text);

/** What the words may have meant: English ones are told English names. */
const nearTo = (text: string, names: readonly string[]): Pick<FieldError, 'nearest'> => {
  const like = suggestByEditDistance(text, [...new Set(isLatin(text) ? names.map(placeTitle) : names)]);
  return like.length === 0 ? {} : { nearest: like };
};

const unknownProvince = (text: string): FieldError => ({
  field: '?province',
  problem: 'is no province we know',
  expected: `one of ${provinces()
    .map((name) => (isLatin(text) ? placeTitle(name) : name))
    .join(', ')}`,
  ...nearTo(text, provinces()),
});

const unknownCity = (text: string, province: string | undefined): FieldError => {
  const inside = cities().filter((city) => province === undefined || city.province === province);
  const names = inside.map(({ name }) => name);
  const several = placesSpelled(text, 'city').filter((name) => names.includes(name));
  if (several.length > 1)
    return {
      field: '?city',
      problem: 'is the name of several cities',
      expected: 'its Chinese name, or `province` besides',
      nearest: several,
    };
  if (province === undefined)
    return {
      field: '?city',
      problem: 'is no city we know',
      expected: 'a city, in Chinese or English',
      ...nearTo(text, names),
    };
  return {
    field: '?city',
    problem: `is no city of ${province}`,
    expected: `one of ${names.map((name) => (isLatin(text) ? placeTitle(name) : name)).join(', ')}`,
    ...nearTo(text, names),
  };
};

/**
 * Reads the place of a list off words in Chinese or English. A county city gives the city it lies in, a city its province. Nothing is
 * guessed: a word that is no place, or several, is an error that says which are known or near.
 */
export const readPlaceAsked = ({ province, city }: PlaceWords): PlaceAsked => {
  const within = province === undefined ? undefined : normaliseProvince(province);
  if (within === null) return { errors: [unknownProvince(province ?? '')] };
  if (city === undefined) return within === undefined ? {} : { province: within };
  const found = normaliseCity(city, within);
  if (found === null) return { errors: [unknownCity(city, within)] };
  return { province: within ?? cities().find(({ name }) => name === found)?.province, city: found };
};
