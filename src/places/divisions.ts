import divisions from '../../schema/codes/divisions.json' with { type: 'json' };
import { placeWords } from '../../schema/lexicon/places.ts';

/** A city of GB/T 2260 with its districts and counties. A municipality is its own city. */
export type City = Readonly<{ name: string; province: string; districts: ReadonlySet<string> }>;

/** Rows of the code list that are headings and no places: what they hold counts directly below the province. */
const HEADINGS = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;
const DIRECT = /直辖县级行政区划$/;

type Listed = (typeof divisions.provinces)[number];

const namesOf = (areas: readonly (readonly string[])[]): string[] => areas.flatMap((area) => area[1] ?? []);

const citiesOf = (province: Listed): City[] => {
  const city = (name: string, districts: readonly string[]): City => ({
    name,
    province: province.name,
    districts: new Set(districts),
  });
  // Taiwan has no rows in the mainland code list.
  if (province.name === '台湾省') return placeWords.taiwanCities.map((name) => city(name, []));
  const inside = province.cities.filter((one) => HEADINGS.test(one.name) && !DIRECT.test(one.name));
  const own =
    inside.length > 0
      ? [
          city(
            province.name,
            inside.flatMap((one) => namesOf(one.areas)),
          ),
        ]
      : [];
  const direct = province.cities.filter((one) => DIRECT.test(one.name)).flatMap((one) => namesOf(one.areas));
  const listed = province.cities.filter((one) => !HEADINGS.test(one.name));
  return [
    ...own,
    ...listed.map((one) => city(one.name, namesOf(one.areas))),
    ...direct.map((name) => city(name, [])),
  ];
};

/** Official Chinese names of all provinces, in the order of their codes. */
export const provinces: readonly string[] = divisions.provinces.map((one) => one.name);

/** All cities: prefectures, municipalities and the counties and cities directly below a province. */
export const cities: readonly City[] = divisions.provinces.flatMap(citiesOf);

const PEOPLES =
  /(?:壮族|回族|维吾尔|蒙古族?|藏族|羌族|彝族|苗族|侗族|布依族|土家族|朝鲜族|哈尼族|傣族|白族|景颇族|傈僳族|哈萨克|柯尔克孜|黎族|瑶族|畲族|满族)+$/;

/** 上海市 → 上海, 广西壮族自治区 → 广西, 恩施土家族苗族自治州 → 恩施; a name that would fall below two characters stays. */
export const shortName = (name: string): string => {
  const bare = name.replace(/(特别行政区|自治区|自治州|自治县|地区|省|市|盟|区|县)$/, '');
  const short = bare === name || !/自治/.test(name) ? bare : bare.replace(PEOPLES, '');
  return [short, bare].find((one) => one.length >= 2) ?? name;
};
