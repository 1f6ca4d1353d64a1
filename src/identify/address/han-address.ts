import type { Dossier } from '../../../schema/institution.ts';
import { buildingWords, countryWords } from '../../../schema/lexicon/address-words.ts';
import { aroundDistrict } from '../../places/around-district.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { foldText, hasHan, simplify } from '../../text/han.ts';
import type { AskedPlace } from '../asked-place.ts';

const WORDS = new RegExp(`${buildingWords.join('|')}|[^\\p{L}]|[a-z]`, 'giu');
/** A building with a name of its own, and numbers in characters: 梅龙镇广场三楼. */
const NAMED = /\p{Script=Han}{2,8}(?:大厦|广场|大楼|商务楼|写字楼)/u;
const NUMERALS = /[一二三四五六七八九十百甲乙丙丁]/gu;

/** A part of a Chinese address without what says where in a house: '' where it says nothing else. */
export const withoutBuilding = (part: string): string => part.replace(WORDS, '');

/** Whether what stands behind a house's number says only where in it: 号3号楼2层, 号梅龙镇广场三楼, but not 号美容院3楼. */
export const isWithinHouse = (behind: string): boolean =>
  withoutBuilding(behind.replace(NAMED, '').replace(NUMERALS, '')) === '';

/** Road and number, the part of an address that tells buildings apart. */
export const roadOf = (address: string): string | null => {
  const text = simplify(foldText(address));
  return /([^省市区县镇乡]{1,12}(?:路|街|道|巷|胡同|大道)[^0-9]{0,2}\d+)/u.exec(text)?.[1] ?? null;
};

/** What stands behind a number: 197弄 is a lane, and not the house 197号. */
const isLane = (behind: string): boolean => /^[弄巷]/u.test(behind);

/** Whether a text holds a road and number, and not the beginning of a longer number; `lane`: the number of a lane. */
const holds = (text: string, roadAndNumber: string, lane: boolean): boolean => {
  const at = text.indexOf(roadAndNumber);
  const behind = text.slice(at + roadAndNumber.length);
  return at >= 0 && !/^\d/u.test(behind) && isLane(behind) === lane;
};

/** 197号对面, 197号的马路对面, 197号医院大门旁, 197号东侧, 197号往东50米: not that house, but one near it. */
const BESIDE =
  /^号?(?:[的之正斜]|马路|大街|医院|大?门口?){0,3}(?:对[面过]|旁|隔壁|附近|边上|后面|[东西南北左右][侧面边]|[往向以朝][东西南北左右前后]|约?\d{1,4}米|相邻|毗邻|不远)/u;

/** Whether one of some addresses has this road and number; `behind`: what the address asked has behind them. */
const isAmong = (road: string, behind: string, registered: readonly string[]): boolean => {
  const at = road.replace(/^.*?(?=.{2}(?:路|街|道|巷|胡同))/u, '');
  const lane = isLane(behind);
  return registered
    .map((text) => simplify(foldText(text)))
    .some((text) => (!lane && text.includes(`${at}号`)) || holds(text, road, lane));
};

const behindRoad = (asked: string, road: string): string => {
  const whole = simplify(foldText(asked));
  return whole.slice(whole.indexOf(road) + road.length);
};

/** Whether an address names a road and a number that one on record has, and not a house beside it; null where it names none, or none is on record. */
export const sameRoad = (asked: string, registered: readonly string[]): boolean | null => {
  const mine = roadOf(asked);
  if (mine === null || registered.length === 0) return null;
  const behind = behindRoad(asked, mine);
  return !BESIDE.test(behind) && isAmong(mine, behind, registered);
};

/** Whether a Chinese address is that of a house beside the one on record, or of a lane with its number: 瑞金二路197号对面, 瑞金二路197弄. */
export const isNextDoor = (asked: string, registered: readonly string[]): boolean => {
  const mine = roadOf(asked);
  if (mine === null) return false;
  const behind = behindRoad(asked, mine);
  return (BESIDE.test(behind) || isLane(behind)) && isAmong(mine, '', registered);
};

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
