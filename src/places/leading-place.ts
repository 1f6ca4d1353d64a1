import divisions from '../../schema/codes/divisions.json' with { type: 'json' };
import { formerPlaces, placeShortForms } from '../../schema/lexicon/places.ts';
import { englishPlaces } from './english-names.ts';

/** A place a name can begin with. Official Chinese names; `city` null for a province. */
export type NamedPlace = Readonly<{
  province: string;
  city: string | null;
  level: 1 | 2 | 3;
  full: boolean;
  /** Several cities have a district of this name (铁西区): it alone says of none where it is. */
  shared?: boolean;
  /** The official name, where this one is a short spelling of the very same place (阿坝州, 呼市). */
  means?: string;
  /** What bears the land today, where no place has this name any more (铜山县, 赣州地区, 宜昌县). */
  now?: string;
}>;

const SUFFIX =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|地区|林区|新区|省|市|区|县|盟|旗)$/u;
const PEOPLES =
  /(?:土家族|苗族|藏族|羌族|彝族|布依族|侗族|壮族|哈尼族|傣族|白族|景颇族|傈僳族|回族|蒙古族|哈萨克|柯尔克孜|朝鲜族|蒙古|满族|瑶族|各族|黎族|土族|畲族|仡佬族|水族|拉祜族|佤族|布朗族|纳西族|普米族|独龙族|怒族|撒拉族|保安族|东乡族|裕固族|锡伯|塔吉克|达斡尔族|毛南族|仫佬族|京族|鄂温克族|鄂伦春)+$/u;

/** 恩施土家族苗族自治州 → 恩施; 上海市 → 上海. */
export const shortPlace = (name: string): string => {
  const cut = name.replace(SUFFIX, '');
  const core = cut === name ? name : cut.replace(PEOPLES, '');
  return core.length >= 2 ? core : cut.length >= 2 ? cut : name;
};

const table = new Map<string, NamedPlace>();
const put = (name: string, place: Omit<NamedPlace, 'full'>): void => {
  for (const [written, full] of [
    [name, true],
    [shortPlace(name), false],
  ] as const) {
    const known = table.get(written);
    if (known === undefined) table.set(written, { ...place, full });
    else if (known.level === 3 && known.city !== place.city) table.set(written, { ...known, shared: true });
  }
};

/** Zones are no divisions of their own, whatever the code list counts: 烟台经济技术开发区 is in Yantai. */
const ZONE = /(?:开发区|产业园区|示范区|管理区|园区|实验区|试验区|工业区|度假区)$/u;
const MADE_UP = /辖|直辖/u;
const cityName = (province: string, city: string): string => (MADE_UP.test(city) ? province : city);

for (const province of divisions.provinces)
  put(province.name, { province: province.name, city: null, level: 1 });
for (const province of divisions.provinces)
  for (const city of province.cities)
    if (!MADE_UP.test(city.name)) put(city.name, { province: province.name, city: city.name, level: 2 });
for (const province of divisions.provinces)
  for (const city of province.cities)
    for (const area of city.areas) {
      const owner = city.name.includes('直辖县') ? String(area[1]) : cityName(province.name, city.name);
      if (!ZONE.test(String(area[1])))
        put(String(area[1]), { province: province.name, city: owner, level: 3 });
    }

const alias = (name: string, official: string): void => {
  const place = table.get(official);
  if (place !== undefined && table.get(name)?.full !== true)
    table.set(name, { ...place, full: /[市州县旗区]$/u.test(name), means: official });
};

const former = (name: string, present: string, city: string | null): void => {
  const place = table.get(present);
  if (place === undefined || table.has(name) || name.length < 2) return;
  const found =
    city === null ? place : { ...place, province: table.get(city)?.province ?? place.province, city };
  table.set(name, { ...found, full: true, now: present });
};

for (const { short, official } of placeShortForms) alias(short, official);
for (const { was, is, city } of formerPlaces) former(was, is, city ?? null);
const today = [...table].filter(
  ([, { level, full, means, now }]) => full && level !== 1 && means === undefined && now === undefined,
);
// Short spellings of places that are there today (本溪县 of 本溪满族自治县) go before what a place may have been called once.
for (const [name] of today) {
  if (!/自治[州县旗]$/u.test(name)) continue;
  const [short, kind] = [shortPlace(name), name.slice(-1)];
  for (const spelled of [short + kind, `${short}自治${kind}`, name.replace('族自治', '自治')])
    alias(spelled, name);
}
for (const [name, { level }] of today) {
  const short = shortPlace(name);
  if (short === name || /[县市区]$/u.test(short)) continue;
  for (const end of level === 2 ? ['地区', '专区', '盟', '县'] : ['县', '市', '区'])
    former(short + end, name, null);
}

const LONGEST = 15;

/** Lengths of the places that begin with the same two characters, longest first: most texts begin with none. */
const lengths = new Map<string, number[]>();
for (const name of table.keys()) {
  if (name.length < 2 || name.length > LONGEST) continue;
  const begin = name.slice(0, 2);
  const known = lengths.get(begin) ?? [];
  if (!known.includes(name.length)) known.push(name.length);
  lengths.set(
    begin,
    known.sort((a, b) => b - a),
  );
}

/** The longest place a Chinese text begins with, and its length; null when it begins with none. */
export const leadingPlace = (text: string): { place: NamedPlace; length: number } | null => {
  for (const length of lengths.get(text.slice(0, 2)) ?? []) {
    const place = length > text.length ? undefined : table.get(text.slice(0, length));
    if (place) return { place, length };
  }
  return null;
};

/** The place of this exact Chinese name (上海, 上海市), or null. */
export const placeNamed = (text: string): NamedPlace | null => table.get(text) ?? null;

const englishSeen = new Map<string, readonly string[]>();

/** Official Chinese names of the provinces or prefectures an English word can stand for (Suzhou is two). */
export const englishPlace = (word: string): readonly string[] => {
  const known = englishSeen.get(word);
  if (known !== undefined) return known;
  const named = englishPlaces(word, 'province');
  const found = named.length > 0 ? named : englishPlaces(word, 'city');
  if (englishSeen.size < 50_000) englishSeen.set(word, found);
  return found;
};
