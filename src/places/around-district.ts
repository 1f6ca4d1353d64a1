import { formerPlaces, regionDistricts } from '../../schema/lexicon/places.ts';
import { hasHan, simplify } from '../text/han.ts';
import { syllables } from '../text/pinyin.ts';
import { late } from '../text/remembered.ts';
import { cities, divisions } from './divisions.ts';
import { countiesSpelled } from './english-names.ts';
import { foldPlace } from './normalise-place.ts';
import { leadingPlace, placeNamed } from './place-names.ts';
import { shortName } from './short-name.ts';

/** A province and, where it is said, a city of it; official Chinese names, null = not said. */
export type StatedPlace = Readonly<{ province: string | null; city: string | null }>;

const lettersOf = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\b(?:districts?|new area)\b/g, ' ')
    .replace(/[^a-z]/g, '');

const lowest = (zh: string): string => simplify(foldPlace(zh)).replace(/[区县市]$/u, '');

type Named = Readonly<{ place: StatedPlace; within: boolean }>;

const entered = (rows: readonly (readonly [string, Named])[]): ReadonlyMap<string, readonly Named[]> =>
  new Map([...Map.groupBy(rows, ([word]) => word)].map(([word, all]) => [word, all.map(([, one]) => one)]));

/** Districts and quarters of Hong Kong, Macau and Taiwan, by their words in both languages. */
const inRegions = late(() =>
  entered(
    regionDistricts().flatMap(({ zh, en, region, within }) => {
      const named = { place: { province: region, city: null }, within: within === true };
      return [[lowest(zh), named] as const, [lettersOf(en), named] as const];
    }),
  ),
);

/** What lost its name, in Chinese without its level and by the letters of its sound. */
const formerOnes = late(() =>
  entered(
    formerPlaces().flatMap(({ was }) => {
      const place = placeNamed(was);
      if (place === null) return [];
      const named = { place: { province: place.province, city: place.city }, within: false };
      const short = shortName(was);
      return [[short, named] as const, [syllables(short).join(''), named] as const];
    }),
  ),
);

/** Counties, districts and county cities by their short names, each in the order of their codes. */
const countiesByName = late(() =>
  Map.groupBy(
    divisions().filter(({ level }) => level === 3),
    ({ short }) => short,
  ),
);

const mainlandAround = (text: string): readonly StatedPlace[] => {
  if (!hasHan(text)) {
    const spelled = countiesSpelled(text);
    const around = spelled.length === 0 ? [] : cities();
    return around
      .filter(({ districts }) => spelled.some((name) => districts.has(name)))
      .map(({ name, province }) => ({ province, city: name }));
  }
  const called = countiesByName().get(shortName(foldPlace(text))) ?? [];
  return called.map(({ province, city }) => ({ province, city }));
};

/**
 * Where counties and county cities of this name lie, and the quarter of Hong Kong or Macau that is called so (阜康, 九龙, Kowloon). In Latin letters only the latter:
 * a county's sound is that of many words.
 */
export const townsCalled = (word: string): readonly StatedPlace[] => [
  ...(hasHan(word) ? (countiesByName().get(word) ?? []).filter(({ name }) => !name.endsWith('区')) : []).map(
    ({ province, city }) => ({ province, city }),
  ),
  ...(inRegions().get(hasHan(word) ? lowest(word) : lettersOf(word)) ?? []).flatMap(({ within, place }) =>
    within ? [] : [place],
  ),
];

/** The cities that had a district or county of this name which no longer exists: 卢湾, Luwan. */
export const aroundFormer = (text: string): readonly StatedPlace[] =>
  (formerOnes().get(hasHan(text) ? shortName(foldPlace(text)) : lettersOf(text)) ?? []).map(
    ({ place }) => place,
  );

/**
 * The cities that have a district, county or town of this name (海淀, Haidian, Pudong New Area), or had one where none is called so today
 * (Luwan), and the region of which it is a part (Kowloon). A word that is a place elsewhere too is read as a region's only where that stands
 * beside it (`province`): Jordan, 西贡.
 */
export const aroundDistrict = (text: string, province: string | null): readonly StatedPlace[] => {
  const ofRegion = (inRegions().get(hasHan(text) ? lowest(text) : lettersOf(text)) ?? []).filter(
    ({ within, place }) => !within || place.province === province,
  );
  const today = [...mainlandAround(text), ...ofRegion.map(({ place }) => place)];
  return today.length > 0 ? today : aroundFormer(text);
};

/** 北京朝阳: a city, and behind it a district of it and nothing else. */
export const isCityAndDistrict = (text: string): boolean => {
  const town = leadingPlace(text);
  const rest = town === null ? '' : text.slice(town.length);
  return (
    rest !== '' &&
    aroundDistrict(rest, null).some(({ province, city }) =>
      town?.place.city == null ? province === town?.place.province : city === town.place.city,
    )
  );
};
