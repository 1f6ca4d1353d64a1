import type { Dossier } from '../../../schema/institution.ts';
import { countryWords } from '../../../schema/lexicon/address-words.ts';
import { aroundDistrict } from '../../places/around-district.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan, simplify } from '../../text/han.ts';
import type { AskedPlace } from '../asked-place.ts';

/** The name of a road with a house's number, without the word for what kind of road it is: 国学 of 国学巷37号. */
const ROAD_BEHIND = /^(\p{Script=Han}{2,12}?)(?:大道|大街|胡同|路|街|道|巷|弄|里)\d/u;
/** 中山东一路, 北京西路: a side or a number alone is no road's name, so the place before it is. */
const SIDE = /^(?:大|[东西南北中内外上下前后环一二三四五六七八九十])+$/u;
/** 长春桥路, 西安门大街, 杭州湾路, 北京站东街: what is built there belongs to the place before it. */
const BUILT = /^[门桥湾站港江河湖海山岛]/u;
/** Whether a road with a name of its own, and a house in it, stands behind a place. */
const isFollowed = (rest: string): boolean => {
  const road = ROAD_BEHIND.exec(rest)?.[1];
  if (road === undefined) return false;
  return (
    !SIDE.test(road) && !BUILT.test(road) && !countryWords.noAddress.some((word) => rest.startsWith(word))
  );
};

const NOTHING_BETWEEN = /[\s,，、;；()（）|/。·]+/u;

/** A part of an address behind the house's number that is the one place it names, and nothing else: 仁济街7号 香港荃湾. */
const placeAlone = (parts: readonly string[]): AskedPlace | null => {
  const house = parts.findLastIndex((part) => /\d/.test(part));
  for (const part of house < 0 ? [] : parts.slice(house + 1).filter(hasHan)) {
    const { places, unread } = statedPlaces({ city: part });
    const [only, ...more] = places;
    if (only !== undefined && more.length === 0 && unread === null) return only;
  }
  return null;
};

/**
 * The province or city that a Chinese address says by its short name: before a road that has a name of its own (成都国学巷37号, 香港荃湾仁济街7号), or apart from
 * it. Null where the road may be called after it (成都路37号, 中山东一路18号), or the city on record has a district of that name.
 */
export const shortPlaceOf = (address: string, dossier: Dossier): AskedPlace | null => {
  if (!hasHan(address)) return null;
  const parts = simplify(address.normalize('NFKC'))
    .split(NOTHING_BETWEEN)
    .filter((part) => part !== '');
  const text = parts.join('').replace(/^(?:中华人民共和国|中国)/u, '');
  const head = leadingPlace(text);
  if (head === null || head.place.full || head.place.level > 2) return placeAlone(parts);
  const { province, city } = head.place;
  const mine = dossier.place.city ?? dossier.place.province;
  if (aroundDistrict(text.slice(0, head.length), null).some((one) => one.city === mine)) return null;
  const rest = text.slice(head.length);
  const inside = head.place.level === 1 ? leadingPlace(rest) : null;
  if (inside !== null && inside.place.province === province && isFollowed(rest.slice(inside.length)))
    return { province, city: inside.place.city };
  return isFollowed(rest) ? { province, city } : placeAlone(parts);
};
