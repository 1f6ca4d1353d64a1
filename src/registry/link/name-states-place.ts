import divisions from '../../../schema/codes/divisions.json' with { type: 'json' };
import { parseName } from '../../names/parse/parse-name.ts';
import { shortPlace } from '../../places/leading-place.ts';

/** Names of districts that two cities of one province have: 鼓楼 in Nanjing and Xuzhou. */
const shared = new Map(
  divisions.provinces.map(({ name, cities }) => {
    const areas = cities.flatMap(({ areas: all }) => [
      ...new Set(all.map((area) => shortPlace(String(area[1])))),
    ]);
    return [name, new Set(areas.filter((area, at) => areas.indexOf(area) !== at))];
  }),
);

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
