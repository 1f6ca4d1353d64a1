import { placeWords } from '../../schema/lexicon/places.ts';
import { late } from '../text/remembered.ts';
import { type City, cities, isZone, provinces } from './divisions.ts';
import { shortName } from './short-name.ts';

/** What is known of a place so far; official Chinese names. */
export type KnownPlace = Readonly<{ province?: string; city?: string; district?: string }>;

/** One way of writing one place. `full` forms carry their suffix (市, 区 …); short ones could also be part of a street name. */
type Form = Readonly<{ text: string; full: boolean; place: KnownPlace }>;

/** Districts whose name is also a plain word for a new or central part of any town. */
const generic = late((): ReadonlySet<string> => new Set(placeWords.genericDistricts));

const form = (text: string, full: boolean, place: KnownPlace): Form => ({ text, full, place });

const provinceForms = (province: string): Form[] => [
  form(province, true, { province }),
  form(shortName(province), false, { province }),
];

const cityForms = ({ name, province, districts }: City): Form[] => {
  const place = { province, city: name };
  const short = shortName(name);
  const around = name.endsWith('自治州') ? [form(`${short}州`, true, place)] : [];
  const inside = [...districts].map((district) => form(district, true, { ...place, district }));
  // A county city is also called by its bare name, but only a whole text may rely on that.
  const bare = [...districts]
    .filter((district) => /[市县]$/.test(district) && district.length > 2)
    .map((district) => form(shortName(district), false, { ...place, district }));
  return [form(name, true, place), form(short, false, place), ...around, ...inside, ...bare];
};

/** All forms by their first two characters, the longest first. */
const forms = late((): ReadonlyMap<string, readonly Form[]> => {
  const index = new Map<string, Form[]>();
  for (const one of [...provinces().flatMap(provinceForms), ...cities().flatMap(cityForms)]) {
    const key = one.text.slice(0, 2);
    const list = index.get(key);
    if (list === undefined) index.set(key, [one]);
    else list.push(one);
  }
  for (const list of index.values()) list.sort((a, b) => b.text.length - a.text.length);
  return index;
});

const agrees = (place: KnownPlace, known: KnownPlace): boolean =>
  (known.province === undefined || place.province === known.province) &&
  (known.city === undefined || place.city === undefined || place.city === known.city) &&
  (known.district === undefined || place.district === undefined || place.district === known.district);

/** Towns and zones are listed for a few cities only, and their names come back all over the country. */
const standsAlone = (one: Form, known: KnownPlace): boolean => {
  if (one.place.district === undefined || known.city !== undefined) return true;
  if (!/[区县市旗]$/.test(one.place.district) || isZone(one.place.district)) return false;
  return known.province !== undefined || !generic().has(one.text);
};

const same = (a: KnownPlace, b: KnownPlace): boolean =>
  a.province === b.province && a.city === b.city && a.district === b.district;

const onlyOne = (found: readonly KnownPlace[]): KnownPlace | null => {
  const [first, ...others] = found;
  return first !== undefined && others.every((other) => same(other, first)) ? first : null;
};

/** What a short form begins that is called after the city, and stands wherever: 南京西路, 杭州湾, 中山大学. */
const CALLED_AFTER =
  /^(?:[东西南北中前后新老大小一二三四五六七八九十环]{0,3}[路街道巷弄]|湾|大学|学院|大厦|大酒店)/u;

/** How far a text was read, and whether it is an address. */
type Reading = Readonly<{ depth: number; address: boolean }>;

/** 湖南省长沙洪山桥1号: in an address the city directly behind its own province, though its level is left out. */
const behindProvince = ({ place }: Form, rest: string, known: KnownPlace, { depth, address }: Reading) =>
  address &&
  depth > 0 &&
  place.city !== undefined &&
  place.district === undefined &&
  known.city === undefined &&
  !CALLED_AFTER.test(rest);

/** Reads on behind a form the text begins with; null when a short form turns out to be no place (南京西路). */
const readForm = (one: Form, text: string, known: KnownPlace, at: Reading): KnownPlace | null => {
  const rest = text.slice(one.text.length);
  const now = { ...known, ...one.place };
  const more = at.depth > 3 ? null : read(rest, now, { ...at, depth: at.depth + 1 });
  if (more !== null) return more;
  return one.full || rest === '' || behindProvince(one, rest, known, at) ? now : null;
};

/** Tries the forms the text begins with, the longest first; of one length all must agree. */
const read = (text: string, known: KnownPlace, at: Reading): KnownPlace | null => {
  const fits = (forms().get(text.slice(0, 2)) ?? []).filter(
    (one) => text.startsWith(one.text) && agrees(one.place, known) && standsAlone(one, known),
  );
  let from = 0;
  while (from < fits.length) {
    const length = fits[from]?.text.length;
    const group = fits.filter((one) => one.text.length === length);
    const found = group.flatMap((one) => readForm(one, text, known, at) ?? []);
    if (found.length > 0) return onlyOne(found);
    from += group.length;
  }
  return null;
};

/**
 * The place at the beginning of a text (an address), as far as it is printed and unmistakable.
 * Only places that agree with `known` are read. A street named after a city (南京西路) and a district that several
 * cities have (鼓楼区) give nothing. In an `address` a city may stand without its level directly behind its province.
 */
export const scanPlace = (text: string, known: KnownPlace = {}, address = false): KnownPlace | null =>
  read(text.replace(/[\s,，]+/g, '').replace(/^(中华人民共和国|中国)/, ''), known, { depth: 0, address });

/** True when the text names a city or province anywhere, in any form: a sign that a name speaks of two places. */
export const mentionsOther = (text: string, place: KnownPlace): boolean => {
  for (let at = 0; at < text.length - 1; at += 1) {
    const hits = forms().get(text.slice(at, at + 2)) ?? [];
    const other = hits.some(
      (one) => one.place.district === undefined && text.startsWith(one.text, at) && !agrees(one.place, place),
    );
    if (other) return true;
  }
  return false;
};
