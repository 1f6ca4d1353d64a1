import type { NameIndex } from '../../names/index/name-index.ts';
import { isFormerPlace, KEPT } from '../../names/parse/latin-words.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { cities, provinces } from '../../places/divisions.ts';
import { citiesWithCounty } from '../../places/english-names.ts';
import { shortName } from '../../places/short-name.ts';
import { latinWords } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import type { AskedName } from './asked-name.ts';
import {
  doubtOfInstitute,
  doubtOfKindOfBody,
  doubtOfPassedOver,
  doubtOfTown,
  doubtOfTownThere,
  doubtOfWorkBehind,
} from './asked-otherwise.ts';
import type { Candidate } from './candidates.ts';
import { partsOfBearer } from './house-of.ts';
import { doubtOfTownUnsaid } from './named-there.ts';
import { type Doubt, doubtOfPutIn, PUT_IN } from './put-in.ts';

/** Prefectures that have a town of their own name: 恩施州 and 恩施市, 和田地区 and 和田市; by their short name. */
const twoLevels = late(
  (): ReadonlyMap<string, string> =>
    new Map(
      cities()
        .filter(({ name, districts }) => !name.endsWith('市') && districts.has(`${shortName(name)}市`))
        .map(({ name }) => [name, shortName(name)]),
    ),
);

type Level = 'prefecture' | 'town';

const PREFECTURE = /\b(?:prefecture|[a-z]{5,}zhou)\b/u;
const TOWN = /\b(?:city|municipal|county)\b/u;
const NEXT = '(?:\\p{Script=Han}{1,12}自治)?';

/** Of which level a name says the place is; null where it leaves that open ("Enshi Central Hospital", 恩施中心医院). */
const levelSaid = ({ name, script }: AskedName, { text }: NameParts, short: string): Level | null => {
  if (script === 'latin') {
    const words = name.toLowerCase();
    return PREFECTURE.test(words) ? 'prefecture' : TOWN.test(words) ? 'town' : null;
  }
  return new RegExp(`${short}${NEXT}(?:州|地区|盟)`, 'u').test(text) ? 'prefecture' : null;
};

/** The prefecture asked for, by its short name, where a name of general words states no more than a place and the place is two. */
const prefectureOf = ({ places, core, parent, districts }: NameParts): string | null =>
  core.length + parent.length + districts.length > 0
    ? null
    : (places.flatMap((one) => one.split('|')).map((one) => twoLevels().get(one))[0] ?? null);

const levelOnRecord = ({ places, districts }: NameParts, short: string): Level | null => {
  if (districts.some((one) => one.endsWith(`:s:${short}`))) return 'town';
  return places.some((one) => twoLevels().get(one) === short) ? 'prefecture' : null;
};

/** A people's, Chinese-medicine, maternal or numbered hospital is called by its county. */
const PLACED = ['people', 'tcm', 'central'];
const isCalledByCounty = ({ ordinal, kinds, specialties }: NameParts): boolean =>
  ordinal !== null || kinds.some((one) => PLACED.includes(one)) || specialties.includes('mch');

/** What every town has: its people's, Chinese-medicine, maternal and central hospital, its first and its second; by no word but the town's. */
const isOfEachTown: (parts: NameParts) => boolean = (parts) =>
  isCalledByCounty(parts) &&
  (parts.core.length === 0 || parts.districts.length + parts.places.length === 0) &&
  (parts.ordinal === null || IN_EACH_TOWN.includes(parts.ordinal)) &&
  parts.specialties.every((one) => one === 'mch');
const IN_EACH_TOWN: readonly number[] = [1, 2];
const doubtOfEachTown = (_: AskedName, parts: NameParts): Doubt | null =>
  isOfEachTown(parts) ? () => true : null;

const isUnplaced = ({ places, parent }: NameParts): boolean => places.length + parent.length === 0;

/** The cities with a county, district or town that is spelled or written so. `level`: as the parts of names have it. */
const citiesOf = ({ script }: AskedName, letters: string, written: string, level = ''): readonly string[] =>
  citiesWithCounty(letters, script === 'han' ? written : null, ENDS[level]);
const ENDS: Readonly<Record<string, string>> = { x: '县旗', q: '区', s: '市' };

const wordOf = (parts: NameParts): string => parts.core.join('');

const doubtOfLevel = (asked: AskedName, parts: NameParts): Doubt | null => {
  const short = prefectureOf(parts);
  if (short === null) return null;
  const said = levelSaid(asked, parts, short);
  return (index, { name }) => {
    const known = levelOnRecord(index.partsAt(name), short);
    return said === null || (known !== null && said !== known);
  };
};

/** Whether several cities have the district asked for, and nothing says which is meant: 普陀区 is in Shanghai and in Zhoushan. */
const doubtOfDistrict = (asked: AskedName, parts: NameParts): Doubt | null => {
  if (!isUnplaced(parts)) return null;
  const shared = parts.districts.some((district) => {
    const [sound = '', level = '', han = ''] = district.split(':');
    return level !== 'o' && citiesOf(asked, sound, han, level).length > 1;
  });
  return shared ? () => true : null;
};

/** 桂东人民医院 of Wuzhou, and 桂东县: what one hospital is called is the name of a county elsewhere. */
const doubtOfCounty = (asked: AskedName, parts: NameParts): Doubt | null => {
  if (!isUnplaced(parts) || parts.core.length === 0 || !isCalledByCounty(parts)) return null;
  // 中山 and 朝阳 are hospitals' names more often than a county's.
  if (parts.core.some((one) => KEPT.has(one))) return null;
  const there = citiesOf(asked, wordOf(parts), parts.coreText);
  if (there.length === 0) return null;
  return (index, { institution }) => there.some((city) => city !== index.places.at(institution).city);
};

/** 长岛县 and 蓬莱市 are one district today: two bygone ones may be two hospitals. */
const doubtOfBygone = (_: AskedName, { districts }: NameParts): Doubt | null =>
  districts.some((one) => one.split(':')[1] === 'o')
    ? (index, { name }) => index.partsAt(name).districts.some((one) => one.split(':')[1] === 'o')
    : null;

/** "Xiangfan Central Hospital", "Hechi Prefecture People's Hospital": what bore that name may be another than what bears today's. */
const doubtOfFormer = ({ name, script }: AskedName, { places, core, parent }: NameParts): Doubt | null => {
  if (script !== 'latin' || places.length === 0 || core.length + parent.length > 0) return null;
  if (latinWords(name).some(isFormerPlace)) return () => true;
  const bygone = /(?<!\bautonomous )\bprefecture\b/iu.test(name);
  return bygone
    ? (index, { institution }) => index.places.at(institution).city?.endsWith('市') === true
    : null;
};

/**
 * "Taizhou Hospital of Traditional Chinese Medicine": of 泰州 or of 台州, which both have one; 吉林第三人民医院, "Jilin Third People's Hospital": the province's, or
 * its city's. Typed with tones it is one of them.
 */
const doubtOfSpelling = (
  { name, script }: AskedName,
  { places, districts, core, parent, sound }: NameParts,
): Doubt | null => {
  const worded = districts.length + core.length + parent.length > 0;
  if (worded || (script === 'latin' && sound().length > 0)) return null;
  const open = places.some((one) => one.includes('|') && !(one === PROVINCE_OR_CITY && SAYS_RANK.test(name)));
  return open ? () => true : null;
};
const PROVINCE_OR_CITY = '吉林省|吉林市';
const SAYS_RANK = /\b(?:provinc|city\b|municipal)/iu;

/**
 * 清县人民医院, 江省人民医院: one character and the word for a level is a place's whole name, which no list of places knows; whoever is the only one on record whose place ends so
 * (德清县) is another town's, and so are those of the places that it may be a slip for. A province's (江苏, 江西, 浙江) is that of the only one with that character (肃省).
 */
const doubtOfNoPlace = ({ script }: AskedName, { coreText, text }: NameParts): Doubt | null => {
  const [start, word = ''] = (script === 'han' && NO_PLACE.exec(text)) || [];
  if (start === undefined || ![start, word].includes(coreText)) return null;
  const [only, ...more] = provinces().filter((one) => !one.endsWith('市') && one.includes(word));
  return start.endsWith('省')
    ? (index, { institution }) => more.length > 0 || index.places.at(institution).province !== only
    : (index, { name }) => !partsOfBearer(index, name).some(({ text }) => text.startsWith(start));
};
const NO_PLACE = /^(\p{Script=Han})[县市区旗省](?!立)/u;

/** Doubts that no likeness of the rest takes away, and those that a city beside the name does. */
const DOUBTS = [
  ['town.two-levels', doubtOfLevel],
  ['district.bygone', doubtOfBygone],
  ['place.former', doubtOfFormer],
  ['place.unknown', doubtOfNoPlace],
  ['town.unsaid', doubtOfTownUnsaid],
  ['district.shared', doubtOfSpelling],
  ['district.shared', doubtOfDistrict],
  ['core.county', doubtOfCounty],
  ['town.each-has', doubtOfEachTown],
  ['house.passed-over', doubtOfPassedOver],
  ['house.other-body', doubtOfKindOfBody],
  ['house.towns', doubtOfTown],
  ['house.work-behind', doubtOfWorkBehind],
  ['house.institute', doubtOfInstitute],
  ['house.town-there', doubtOfTownThere],
  [PUT_IN, doubtOfPutIn],
] as const;

/**
 * What the place a question states leaves open, looked up once for all candidates: the observations that are made of one of them. Most
 * questions leave nothing open.
 */
export const placeDoubts = (asked: AskedName): ((index: NameIndex, one: Candidate) => readonly string[]) => {
  const [parts] = asked.readings;
  const doubts =
    parts === undefined
      ? []
      : DOUBTS.flatMap(([code, of]) => {
          const doubt = of(asked, parts);
          return doubt === null ? [] : [{ code, doubt }];
        });
  return (index, one) => doubts.filter(({ doubt }) => doubt(index, one)).map(({ code }) => code);
};
