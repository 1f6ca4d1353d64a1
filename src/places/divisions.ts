import codeList from '../../schema/codes/divisions.json' with { type: 'json' };
import { placeWords } from '../../schema/lexicon/places.ts';
import { late } from '../text/remembered.ts';
import { shortName } from './short-name.ts';

/**
 * The place model: every administrative division of the code list (GB/T 2260), once. All that this room reads (names, addresses,
 * English spellings) is read off this list. Level 1 is a province, 2 a prefecture, 3 a county, district or county city.
 */
export type Division = Readonly<{
  /** As in the code list: two, four or six digits; nine for towns of a city that has no counties (东莞). */
  code: string;
  name: string;
  short: string;
  level: 1 | 2 | 3;
  province: string;
  /**
   * The city it is or lies in: of a municipality's districts the municipality, of a county directly below its province
   * (琼海市) the county itself; null for a province.
   */
  city: string | null;
}>;

type ListedProvince = (typeof codeList.provinces)[number];
type ListedCity = ListedProvince['cities'][number];

/** Rows of the code list that are headings and no places. */
const HEADING = /^(?:市辖区|县)$|直辖县级行政区划$/u;
const DIRECTLY_BELOW = /直辖县级行政区划$/u;

const division = (of: Omit<Division, 'short'>): Division => ({ ...of, short: shortName(of.name) });

const countiesOf = (province: string, city: ListedCity): Division[] =>
  city.areas.map(([code = '', name = '']) => {
    const owner = DIRECTLY_BELOW.test(city.name) ? name : HEADING.test(city.name) ? province : city.name;
    return division({ code, name, level: 3, province, city: owner });
  });

const prefecturesOf = ({ name: province, cities: listed }: ListedProvince): Division[] =>
  listed
    .filter(({ name }) => !HEADING.test(name))
    .map(({ code, name }) => division({ code, name, level: 2, province, city: name }));

/** Provinces, then prefectures, then counties, each in the order of their codes. Like all tables of this room made when first asked for: a question by number needs none. */
export const divisions = late((): readonly Division[] => [
  ...codeList.provinces.map(({ code, name }) =>
    division({ code, name, level: 1, province: name, city: null }),
  ),
  ...codeList.provinces.flatMap(prefecturesOf),
  ...codeList.provinces.flatMap(({ name, cities: listed }) =>
    listed.flatMap((city) => countiesOf(name, city)),
  ),
]);

/** Development zones and the like: the code list counts some among the districts, but they are no divisions of their own. */
export const isZone = (name: string): boolean => placeWords.zones.some((zone) => name.endsWith(zone));

/** Official Chinese names of all provinces, in the order of their codes. */
export const provinces = late((): readonly string[] =>
  divisions()
    .filter(({ level }) => level === 1)
    .map(({ name }) => name),
);

/** A city with its districts and counties. A municipality is its own city, and so is a county directly below its province. */
export type City = Readonly<{ name: string; province: string; districts: ReadonlySet<string> }>;

const TAIWAN = '台湾省';

/** The code list has no rows for Taiwan's cities: addresses may stand there, but no name on a mainland list begins with one. */
const taiwanCities = (): readonly City[] =>
  placeWords.taiwanCities.map((name) => ({
    name,
    province: TAIWAN,
    districts: new Set(),
  }));

const citiesOf = (province: string): readonly City[] => {
  const inside = divisions().filter((one) => one.province === province && one.city !== null);
  return [...Map.groupBy(inside, ({ city }) => city ?? '')].map(([name, members]) => ({
    name,
    province,
    districts: new Set(members.filter((one) => one.level === 3 && one.name !== name).map((one) => one.name)),
  }));
};

/** All cities, province by province: prefectures, municipalities, counties directly below a province, and Taiwan's. */
export const cities = late((): readonly City[] =>
  provinces().flatMap((province) => (province === TAIWAN ? taiwanCities() : citiesOf(province))),
);
