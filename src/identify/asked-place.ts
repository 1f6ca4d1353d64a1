import type { InstitutionQuestion } from '../../schema/question.ts';
import { canonicalZh, withoutParent, withoutPlace } from '../name-keys/keys.ts';
import { provincesOrCitiesSpelled } from '../places/english-names.ts';
import { leadingPlace } from '../places/place-names.ts';
import { placeOf } from '../places/place-of.ts';
import { type StatedPlaces, statedPlaces } from '../places/stated-places.ts';
import { hasHan, latinWords } from '../text/han.ts';

/** Most words of a town, and most parts of an address, that are read from its end. */
const MOST = { words: 3, parts: 4 };

/** Whether all of it is read as one or more places of China. */
const isRead = ({ places, unread, apart, mistyped }: StatedPlaces): boolean =>
  places.length > 0 && unread === null && apart === null && mistyped === null;

/** The last words of the part with the road, where no sign parts the town from it: Shanghai of "Xincun Road 389 Shanghai". */
const lastWords = (part: string): StatedPlaces | null => {
  const words = part.split(/\s+/u);
  for (let count = Math.min(MOST.words, words.length - 2); count > 0; count -= 1) {
    const read = statedPlaces({ city: words.slice(-count).join(' ') });
    if (isRead(read)) return read;
  }
  return null;
};

/**
 * The places at the end of an address in Latin letters: Wuhan of "1277 Jiefang Avenue, Wuhan 430022, China". Null where its end names none of China, or the
 * address is in Chinese.
 */
export const placesOfLatin = (address: string): StatedPlaces | null => {
  if (hasHan(address)) return null;
  const parts = address.split(/[,;，；]/u).flatMap((part) => part.trim() || []);
  let found: StatedPlaces | null = null;
  for (let count = 1; count <= Math.min(MOST.parts, parts.length); count += 1) {
    const read = statedPlaces({ city: parts.slice(-count).join(', ') });
    if (read.unread !== null || read.apart !== null || read.mistyped !== null) break;
    if (read.places.length > 0) found = read;
  }
  return found ?? lastWords(parts.at(-1) ?? '');
};

/** Where the asker says, or the name says, the institution stands. Official Chinese names; null = not said. */
export type AskedPlace = Readonly<{ province: string | null; city: string | null }>;

/** How a hit's place compares with the place asked for. */
type PlaceFit = 'not-asked' | 'agrees' | 'unknown' | 'differs';

/** No place is said. */
export const ANYWHERE: AskedPlace = { province: null, city: null };

/** The places that the question states beside the name; with an address, the one place that all of it gives. */
export const placesAsked = ({ province, city, address }: InstitutionQuestion): StatedPlaces => {
  const stated = statedPlaces({ province, city });
  if (address === undefined) return stated;
  const [only, ...more] = stated.places;
  const known = more.length > 0 ? undefined : only;
  const read = placeOf({ province: known?.province ?? province, city: known?.city ?? city, address });
  const place = { province: read.province ?? null, city: read.city ?? null };
  if (place.province !== null || place.city !== null) return { ...stated, places: [place] };
  return (province === undefined && city === undefined ? placesOfLatin(address) : null) ?? stated;
};

/** The one place stated beside the name; nowhere where none is, or several could be meant. */
export const statedPlace = (question: InstitutionQuestion): AskedPlace => {
  const [only, ...more] = placesAsked(question).places;
  return only === undefined || more.length > 0 ? ANYWHERE : only;
};

const fromOfficial = (name: string): AskedPlace => {
  const found = leadingPlace(name);
  if (!found || found.place.shared) return ANYWHERE;
  const { province, city } = found.place;
  return { province, city: city ?? null };
};

/** The hospital's own place, not that of the university it belongs to (北京大学深圳医院 stands in Shenzhen). */
const inHan = (name: string): AskedPlace => {
  const own = withoutParent(canonicalZh(name));
  return withoutPlace(own) === own ? ANYWHERE : fromOfficial(own);
};

const ENGLISH_PARENT = /(?<![a-z])[a-z]+(?: [a-z]+){0,2} (?:university|college)/gu;

/** The place an English name states in a word of its own; words that can be several places state none. */
const inEnglish = (name: string): AskedPlace => {
  const words = latinWords(name.toLowerCase().replace(ENGLISH_PARENT, ' '));
  const places = words.flatMap((word) => {
    const found = provincesOrCitiesSpelled(word);
    return found.length === 1 && found[0] !== undefined ? [fromOfficial(found[0])] : [];
  });
  const cities = new Set(places.map((place) => place.city).filter((city) => city !== null));
  const provinces = new Set(places.map((place) => place.province));
  if (provinces.size !== 1) return ANYWHERE;
  const [province = null] = provinces;
  const [city = null] = cities;
  return { province, city: cities.size === 1 ? city : null };
};

/** The place a name itself states (厦门市…, "… Hospital, Xiamen"). */
export const placeInName = (name: string): AskedPlace => (hasHan(name) ? inHan(name) : inEnglish(name));

/** Compares a hit's place with what was asked. A municipality is its own city. */
export const placeFit = (asked: AskedPlace, hit: AskedPlace): PlaceFit => {
  if (asked.province === null && asked.city === null) return 'not-asked';
  if (asked.province !== null && hit.province !== null && asked.province !== hit.province) return 'differs';
  if (asked.city === null) return hit.province === null ? 'unknown' : 'agrees';
  if (hit.city === null) return 'unknown';
  return asked.city === hit.city ? 'agrees' : 'differs';
};

/** The place in words, for reasons. */
export const placeText = (place: AskedPlace): string =>
  [place.province, place.city === place.province ? null : place.city]
    .filter((part) => part !== null)
    .join(' ');
