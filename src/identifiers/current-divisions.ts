import codeList from '../../schema/codes/divisions.json' with { type: 'json' };

/** Rows of the code list that are headings of counties and no cities. */
const HEADING = /^(?:市辖区|县)$|直辖县级行政区划$/u;
const NATIONAL = '100000';

/** …01 is 市辖区: a city's own code for what stands in its districts without being of one of them; in use by registrars today. */
const ofCity = (code: string, name: string): readonly string[] => {
  if (HEADING.test(name)) return [];
  return name.endsWith('市') ? [`${code}00`, `${code}01`] : [`${code}00`];
};

const list = (): ReadonlySet<string> =>
  new Set([
    NATIONAL,
    ...codeList.provinces.flatMap(({ code, cities }) => [
      `${code}0000`,
      ...cities.flatMap((city) => [
        ...ofCity(city.code, city.name),
        // Towns of a city without counties (东莞) have nine digits, and no code of their own here.
        ...city.areas.flatMap(([area = '']) => (area.length === 6 ? [area] : [])),
      ]),
    ]),
  ]);

let current: ReadonlySet<string> | undefined;

/**
 * Whether the code list of today (GB/T 2260) holds these six digits: `known` of `divisionOf`, without the names of all divisions, for whoever reads lists
 * and needs nothing else of them (11 MB).
 */
export const isCurrentDivision = (code: string): boolean => {
  current ??= list();
  return current.has(code);
};
