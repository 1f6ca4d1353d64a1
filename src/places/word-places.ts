import { placeShortForms } from '../../schema/lexicon/places.ts';
import { hasHan } from '../text/han.ts';
import { late } from '../text/remembered.ts';
import { aroundDistrict, aroundFormer, type StatedPlace } from './around-district.ts';
import { cities, divisions } from './divisions.ts';
import { placesSpelled } from './english-names.ts';
import { placesOfInitials } from './initials.ts';
import { normaliseCity, normaliseProvince } from './normalise-place.ts';

/** The province of each city; of two of one name that of the first. */
const provinceOf = late(
  () =>
    new Map(
      cities()
        .map(({ name, province }): [string, string] => [name, province])
        .toReversed(),
    ),
);
const asCity = (city: string): StatedPlace => ({ province: provinceOf().get(city) ?? null, city });
const within = (province: string | null) => (place: StatedPlace) =>
  province === null || place.province === province;

/** Places, each once. */
export const unique = (places: readonly StatedPlace[]): readonly StatedPlace[] => [
  ...new Map(places.map((place) => [`${place.province}\0${place.city}`, place])).values(),
];

/** Cities called like a district of another one, and where that lies: 朝阳 is a city, and districts of Beijing and Changchun. */
const districtsLikeCities = late((): ReadonlyMap<string, readonly StatedPlace[]> => {
  const cityOf = new Map(
    divisions().flatMap(({ level, short, name }) => (level === 2 ? [[short, name]] : [])),
  );
  const found = divisions().flatMap(({ level, short, province, city }) => {
    const alike = level === 3 ? cityOf.get(short) : undefined;
    return alike === undefined || alike === city ? [] : [{ alike, place: { province, city } }];
  });
  return new Map(
    [...Map.groupBy(found, ({ alike }) => alike)].map(([alike, all]) => [
      alike,
      all.map(({ place }) => place),
    ]),
  );
});

const shortForms = late(() => Map.groupBy(placeShortForms(), ({ short }) => short));

/** The cities and provinces that people write so short: 乌市, and by their initials a list's SH, BJ, GZ. */
const writtenShort = (text: string, province: string | null): readonly StatedPlace[] =>
  [
    ...(shortForms().get(text) ?? []).map(({ official }) => official),
    ...placesOfInitials(text, province !== null),
  ]
    .map((name) => (provinceOf().has(name) ? asCity(name) : { province: name, city: null }))
    .filter(within(province));

/** One word or name: a city, a province, several of that name, or cities around a district of that name. */
export const wordPlaces = (text: string, province: string | null): readonly StatedPlace[] => {
  const city = normaliseCity(text, province ?? undefined);
  const named = normaliseProvince(text);
  const plain = [
    ...(city === null ? [] : [asCity(city)]),
    ...(named === null || named === city ? [] : [{ province: named, city: null }]),
  ].filter(within(province));
  if (plain.length > 0) return unique(plain);
  const several = hasHan(text) ? [] : placesSpelled(text, 'city').map(asCity).filter(within(province));
  if (several.length > 0) return several;
  const around = unique(aroundDistrict(text, province).filter(within(province)));
  return around.length > 0 ? around : writtenShort(text, province);
};

/** The same, and cities around a district called like the city, or around what was called so: Xuanwu of Beijing, not of Nanjing. */
export const anyPlaces = (text: string, province: string | null): readonly StatedPlace[] =>
  unique([
    ...wordPlaces(text, province),
    ...(districtsLikeCities().get(normaliseCity(text, province ?? undefined) ?? '') ?? []).filter(
      within(province),
    ),
    ...aroundFormer(text).filter(within(province)),
  ]);
