import { LONGEST_NAME } from '../../../schema/record.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { remembered } from '../../text/remembered.ts';

/** Units and forms of a company behind a hospital's name; the hospital is meant. */
const UNIT =
  /(?:(?:国家)?(?:药物|药品)?临床试验(?:管理)?机构|（?(?:集团|股份)?有限(?:责任)?公司）?|（?集团）?公司|[总本]部|（[总本]部）|（总院）)$/u;
const INTERNET = /(?<=医院)互联网医院$/u;
/** 天津天津环湖医院: a place written twice. */
const TWICE = /^(\p{Script=Han}{2,4})\1(?=\p{Script=Han}{2})/u;
/** 大庆市三医院 and 第三医院; 心血管疾病医院, 心血管医院 and 心血管病医院; 中医蒙医医院 and 蒙医中医医院; 广西区, 广西壮族自治区; 濮阳市安阳地区医院,
 * whose prefecture lies in no city; and the army's centres, which each belong to its university of that arm (陆军军医大学特色医学中心). */
/** Before each pattern stands a part of every text it can match, '' where there is none: most names hold none of them. */
const SPELLINGS: readonly (readonly [string, RegExp, string])[] = [
  ['疾病', /(?<=血管|精神|皮肤|传染|职业)疾病(?!预防)/u, '病'],
  ['心血管', /(?<=心血管)(?=医院)/gu, '病'],
  ['中医', /中医([蒙藏维傣壮]医)(?=医院|院)/gu, '$1中医'],
  ['院', /(?<=[市县区]|附属)(?=[一二三四五六七八九十]{1,2}(?:人民|中)?医院$)/u, '第'],
  ['红', /红十字会|红会(?=医院)/gu, '红十字'],
  ['地区', /^\p{Script=Han}{2,3}市(?=\p{Script=Han}{2,3}地区)/u, ''],
  ['特色医学中心', /(?<=^(?:中国人民解放军|解放军)?[陆海空]军)军医大学(?=特色医学中心$)/u, ''],
  ['区', /^(广西|新疆|宁夏|西藏|内蒙古)(?:壮族|维吾尔|回族)?(?:自治)?区(?=\p{Script=Han}{4})/u, '$1'],
];
/** A bracket behind the name that only repeats it shorter: （北大人民医）, （仁济医院东部）. */
const REPEATED = /(?<=\p{Script=Han}{6,})（([^（）]{3,12})）$/u;
const withoutRepetition = (name: string): string => {
  if (!name.endsWith('）')) return name;
  return name.replace(REPEATED, (bracket, inside: string) => {
    const before = name.slice(0, -bracket.length);
    return [...inside].filter((one) => before.includes(one)).length * 2 >= inside.length &&
      !/[区院]$/u.test(inside)
      ? ''
      : bracket;
  });
};

/** 天津市医科大学, 哈尔滨市医科大学: universities are no city's. */
const CITY_UNIVERSITY = /(?<=^\p{Script=Han}{2,3})[省市](?=(?:医科|中医药)大学|中?医学院)/u;

/** A name in one width, without spaces. */
const inOneWidth = (value: string): string =>
  value
    .slice(0, LONGEST_NAME)
    .normalize('NFKC')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/\s+/gu, '');

/** How every unit and company ends: no other name is looked through for one. */
const UNIT_ENDS = /[构司部）]$/u;

/** A Chinese name without what lists put around it. */
const plainName = (name: string): string => {
  const own = UNIT_ENDS.test(name) ? name.replace(UNIT, '') : name;
  const once = (own.includes('互联网') ? own.replace(INTERNET, '') : own).replace(TWICE, '$1');
  return once.includes('学') ? once.replace(CITY_UNIVERSITY, '') : once;
};

/** Every pattern above asks for Chinese characters. */
const respelled = (name: string): string => {
  const plain = inOneWidth(name);
  return hasHan(plain)
    ? SPELLINGS.reduce(
        (text, [part, pattern, put]) => (text.includes(part) ? text.replace(pattern, put) : text),
        withoutRepetition(plainName(plain)),
      )
    : plain;
};

/** Names kept as made: one row's name is asked for several times while it is placed and compared. */
const KEPT = 128;

/** A name in the one spelling in which linking compares it. */
export const oneSpelling = remembered(KEPT, respelled);

/** 湖州市第三人民医院湖州市精神病院: two names without a mark between them. */
const RUN_TOGETHER = /(?<=(?:医院|保健院))(?=\p{Script=Han}{2,}院$)/u;

/** The names that one printed name holds: nearly always itself. */
export const separateNames = (value: string): readonly string[] => {
  const plain = oneSpelling(value).replace(/（([^（）]*)(?:共同体|医共体|集团)）$/u, '');
  const [first = '', second, more] = plain.split(RUN_TOGETHER);
  if (second === undefined || more !== undefined) return [plain];
  const place = leadingPlace(second);
  const own = place !== null && (place.place.full || first.startsWith(second.slice(0, place.length)));
  return own || /大学|学院/u.test(second) ? [first, second] : [plain];
};
