import { formerPlaces, placeShortForms } from '../../schema/lexicon/places.ts';
import { longestBeginning } from '../text/longest-beginning.ts';
import { late } from '../text/remembered.ts';
import { type Division, divisions, isZone } from './divisions.ts';
import { shortName } from './short-name.ts';

/** A place by one of its names. Official Chinese names; `city` null for a province. */
export type NamedPlace = Readonly<{
  province: string;
  city: string | null;
  level: 1 | 2 | 3;
  /** The name says its level (上海市); false for short names (上海). */
  full: boolean;
  /** Several cities have a district of this name (铁西区): it alone says of none where it is. */
  shared?: boolean;
  /** The official name, where this one is a short spelling of the very same place (阿坝州, 呼市). */
  means?: string;
  /** What bears the land today, where no place has this name any more (铜山县, 赣州地区, 宜昌县). */
  now?: string;
}>;

/** Every name of a place; `filled` fills it. */
const table = new Map<string, NamedPlace>();

/** Enters a place under its official and its short name; of two places with one name the one entered first keeps it. */
const enter = ({ name, short, level, province, city }: Division): void => {
  for (const [written, full] of [
    [name, true],
    [short, false],
  ] as const) {
    const known = table.get(written);
    if (known === undefined) table.set(written, { province, city, level, full });
    else if (known.level === 3 && known.city !== city) table.set(written, { ...known, shared: true });
  }
};

/** Enters another spelling of a place, unless that is the full name of one already. */
const enterSpelling = (spelling: string, official: string): void => {
  const place = table.get(official);
  if (place !== undefined && table.get(spelling)?.full !== true)
    table.set(spelling, { ...place, full: /[市州县旗区]$/u.test(spelling), means: official });
};

/** Enters what a place was called before, unless a place is called so today. `city`: where several cities have the present name. */
const enterFormer = (was: string, present: string, city: string | null): void => {
  const place = table.get(present);
  if (place === undefined || table.has(was) || was.length < 2) return;
  const found =
    city === null ? place : { ...place, province: table.get(city)?.province ?? place.province, city };
  table.set(was, { ...found, full: true, now: present });
};

/** 本溪县, 本溪自治县 and 本溪满自治县 for 本溪满族自治县. */
const enterAutonomousSpellings = (name: string): void => {
  if (!/自治[州县旗]$/u.test(name)) return;
  const [short, kind] = [shortName(name), name.slice(-1)];
  for (const spelling of [short + kind, `${short}自治${kind}`, name.replace('族自治', '自治')])
    enterSpelling(spelling, name);
};

const CITY_LEVELS = ['地区', '专区', '盟', '县'];
const COUNTY_LEVELS = ['县', '市', '区'];

/** 赣州地区 for 赣州市, 铜山县 for 铜山区: a division of another level that the present one may have been. */
const enterFormerLevels = (name: string, level: 1 | 2 | 3): void => {
  const short = shortName(name);
  if (short === name || COUNTY_LEVELS.some((end) => short.endsWith(end))) return;
  for (const end of level === 2 ? CITY_LEVELS : COUNTY_LEVELS) enterFormer(short + end, name, null);
};

const fill = (): void => {
  // 烟台经济技术开发区 is read as Yantai and the words of a zone.
  for (const one of divisions()) if (one.level < 3 || !isZone(one.name)) enter(one);
  for (const { short, official } of placeShortForms()) enterSpelling(short, official);
  for (const { was, is, city } of formerPlaces()) enterFormer(was, is, city ?? null);
  const today = [...table].filter(
    ([, { level, full, means, now }]) => full && level !== 1 && means === undefined && now === undefined,
  );
  // Spellings of places that are there today go before what a place may have been called once.
  for (const [name] of today) enterAutonomousSpellings(name);
  for (const [name, { level }] of today) enterFormerLevels(name, level);
};

const LONGEST = 15;

const filled = late(() => {
  fill();
  const lengthOf = longestBeginning(
    [...table.keys()].filter(({ length }) => length > 1 && length <= LONGEST),
  );
  return { table, lengthOf } as const;
});

/** The longest place a Chinese text begins with, and its length; null when it begins with none. */
export const leadingPlace = (text: string): { place: NamedPlace; length: number } | null => {
  const { table, lengthOf } = filled();
  const length = lengthOf(text);
  const place = length === 0 ? undefined : table.get(text.slice(0, length));
  return place === undefined ? null : { place, length };
};

/** The place of this exact Chinese name (上海, 上海市), or null. */
export const placeNamed = (text: string): NamedPlace | null => filled().table.get(text) ?? null;
