import { parseName } from '../../names/parse/parse-name.ts';
import { divisions, provinces } from '../../places/divisions.ts';

/** Short names that districts of two cities in one province have: 鼓楼 in Nanjing and Xuzhou. */
const sharedIn = (province: string): ReadonlySet<string> => {
  const districts = divisions.filter((one) => one.level === 3 && one.province === province);
  return new Set(
    [...Map.groupBy(districts, ({ short }) => short)]
      .filter(([, bearers]) => new Set(bearers.map(({ city }) => city)).size > 1)
      .map(([short]) => short),
  );
};
const shared = new Map(provinces.map((province) => [province, sharedIn(province)]));

/** Whether a district named in a province ("gulou:q:鼓楼") can stand in one city of it only. */
const tellsCity = (district: string, province: string | null): boolean =>
  !(shared.get(province ?? '')?.has(district.split(':')[2] ?? '') ?? false);

/** Names that say themselves, within a province, where their hospital stands, or whose it is: 南京市…, 编造大学附属…. */
export const nameStatesPlace = (name: string, province: string | null): boolean => {
  const { places, districts, parent } = parseName(name);
  return places.some((place) => place !== province) || parent.length > 0
    ? true
    : districts.some((district) => tellsCity(district, province));
};
