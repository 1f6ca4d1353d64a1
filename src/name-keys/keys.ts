import { LONGEST_NAME } from '../../schema/record.ts';
import { leadingPlace, type NamedPlace } from '../places/place-names.ts';
import { shortName } from '../places/short-name.ts';
import { codeDigits, foldText, hasHan, simplify, toNumeral } from '../text/han.ts';
import { remembered } from '../text/remembered.ts';
import { englishKey, englishKeys } from './english-keys.ts';
import { isGenericZh } from './generic-words.ts';

/** Keys under which a name is found exactly: the whole name, and its short form without parent and place. */
type NameKeys = Readonly<{ full: string; short: string | null }>;

/** A short form this long is a sentence, not a name. */
const LONGEST_SHORT = 30;

/** 四六O: the letter typed for the digit. */
const LETTER_O = /(?<=[\d一二三四五六七八九〇])o(?=\d|\p{Script=Han})/gu;

type Put = string | ((all: string, ...parts: string[]) => string);
const ordinal: Put = (_, digits = '') => `第${toNumeral(Number(digits))}`;
const tens: Put = (_, ten = '', one = '') => `第${ten === '一' ? '' : ten}十${one}`;

/** In their order. Before each pattern stands a part of every text it can match, '' where there is none: most names hold none of them. */
const SPELLINGS: readonly (readonly [string, RegExp, Put])[] = [
  ['邱', /(?<=[灵封章任内沈商霍虞])邱(?=[县市区])/gu, '丘'],
  ['满州里', /满州里/gu, '满洲里'],
  ['第', /第(?=\d{3})/gu, ''],
  ['第', /第(\d{1,2})(?!\d)/gu, ordinal],
  ['医院', /(?<!\d)(\d{2})(?=(?:中心)?医院)/gu, ordinal],
  ['第', /第([一二三四五六七八九])([一二三四五六七八九])(?=(?:中心)?医院)/gu, tens],
  ['市市', /市市(?=立)/gu, '市'],
  ['', /([区县])\1(?!级)/gu, '$1'],
  ['附', /附设|附屬/gu, '附属'],
  ['附院', /(?<!第)([一二三四五六七八九十])附院$/u, '附属第$1医院'],
  ['附', /附([一二三四五六七八九十])院$/u, '附属第$1医院'],
  ['附院', /附院$/u, '附属医院'],
  ['中医医院', /中医医院/gu, '中医院'],
  ['红会', /红会(?=医院|$)/gu, '红十字会'],
  ['保健医院', /保健医院$/u, '保健院'],
  ['病院', /(传染|精神)病院$/u, '$1病医院'],
  ['中国人民解放军', /中国人民解放军/gu, '解放军'],
  ['医大', /(?<!中|^.)医大(?!学)/gu, '医科大学'],
  ['大', /(医科|中医药|药科)大(?!学)/gu, '$1大学'],
  ['大学医学院', /大学医学院(?=附属|第[一二三四五六七八九十]+(?:附属)?医院)/gu, '大学'],
  ['附属', /(第[一二三四五六七八九十]+)附属/gu, '附属$1'],
  ['院', /(?<=\p{Script=Han}[一二三四五六七八九十])院$/u, '医院'],
];

const respelled = (text: string, part: string, pattern: RegExp, put: Put): string =>
  // Either form of `replace` takes a text or a function; the compiler wants to know which.
  text.includes(part)
    ? typeof put === 'string'
      ? text.replace(pattern, put)
      : text.replace(pattern, put)
    : text;

const inOneSpelling = (value: string): string => {
  const plain = simplify(foldText(value.slice(0, LONGEST_NAME).replace(/[○◯Ｏ]/gu, '〇')));
  let text = codeDigits(plain.includes('o') ? plain.replace(LETTER_O, '〇') : plain);
  for (const [part, pattern, put] of SPELLINGS) text = respelled(text, part, pattern, put);
  return text;
};

/** Names kept as respelled: a question asks for its own, with and without what stands around it, several times. */
const RESPELLED = 256;

/**
 * A Chinese name in one spelling: simplified, no punctuation, 第1 → 第一, 第一附属 → 附属第一, 医大 → 医科大学,
 * 大学医学院附属 → 大学附属 (one hospital, both written), 中国人民解放军 → 解放军.
 */
export const canonicalZh = remembered(RESPELLED, inOneSpelling);

const PARENT = /^.*(?:大学|学院(?!路|街|区)|科学院|研究院|集团|公司|解放军|武警|部队)/u;
/** What a hospital's own name ends with. */
const HOUSE = /(?:院|中心|所|部)$/u;

/** The name without the body it belongs to: what follows 附属, or the last university, academy, company or army. */
export const withoutParent = (text: string): string => {
  const at = text.lastIndexOf('附属');
  if (at >= 0 && at + 2 < text.length) return text.slice(at + 2);
  const house = HOUSE.exec(text);
  const parent = house && PARENT.exec(text.slice(0, house.index));
  return parent ? text.slice(parent[0].length) : text;
};

const KIND_NEXT = /^(?:医院|诊所|门诊部|医疗中心)/u;
/** One character before the house: 朝阳门医院 and 三门湾医院 begin with no place, since 门 and 湾 name no hospital. */
const HALF_A_WORD = /^\p{Script=Han}(?:医院|中医院|诊所|门诊部|医疗中心|卫生院)/u;
const ONE_CHARACTER_KINDS = /^[市县区旗州省总中西]/u;

/** The name without the places it begins with, unless only the word for hospital would remain (瑞金医院 keeps 瑞金). */
export const withoutPlace = (text: string): string => {
  let rest = text;
  for (let turn = 0; turn < 4; turn += 1) {
    const found = leadingPlace(rest);
    if (!found) return rest;
    const after = rest.slice(found.length);
    if (
      !found.place.full &&
      (KIND_NEXT.test(after) || (HALF_A_WORD.test(after) && !ONE_CHARACTER_KINDS.test(after)))
    )
      return rest;
    rest = after;
  }
  return rest;
};

/** Provinces and prefectures followed by 医院 only; 中山 and 朝阳 are also names of a person and of many districts. */
const isPlaceHospital = (text: string): boolean => {
  const found = leadingPlace(text);
  if (!found || found.place.level === 3 || /^(?:中山|朝阳)/u.test(text)) return false;
  return KIND_NEXT.test(text.slice(found.length));
};

const shortZh = (full: string): string | null => {
  const short = withoutPlace(withoutParent(full));
  if (short.length > LONGEST_SHORT || isGenericZh(short) || isPlaceHospital(short)) return null;
  return short;
};

/** One spelling of a place: 五峰土家族自治县 is called 五峰县 as well, 阿坝藏族羌族自治州 阿坝州, and 呼市 is 呼和浩特市. */
const inOneForm = (text: string, place: NamedPlace): string => {
  const official = place.means ?? text;
  const kind = /自治([州县旗])$/u.exec(official)?.[1];
  return kind === undefined ? official : shortName(official) + kind;
};

/** Whether the second place lies in the first, or is the first once more (铜梁县铜梁县). */
const within = (first: NamedPlace, next: NamedPlace): boolean =>
  next.full &&
  // Of a district that several cities have, only the municipalities' own leave their city out: lists of Beijing write 朝阳区.
  (next.shared !== true || first.province.endsWith('市')) &&
  next.level > first.level &&
  next.province === first.province &&
  (first.city === null || next.city === first.city);

/**
 * The same place written shorter: 上海市徐汇区中心医院 → 徐汇区中心医院 (a district says its city), and before a distinctive name
 * 无锡市虹桥医院 → 无锡虹桥医院. Before generic words 市 stays: 吉林市人民医院 is not 吉林人民医院.
 */
const lessPlace = (text: string, distinctive: boolean): string => {
  const first = leadingPlace(text);
  if (!first) return text;
  const written = text.slice(0, first.length);
  const rest = text.slice(first.length);
  const next = leadingPlace(rest);
  const again = first.place.full && rest.startsWith(written) && rest.length > written.length;
  if (again || (next !== null && within(first.place, next.place))) return lessPlace(rest, distinctive);
  const place = inOneForm(written, first.place);
  return distinctive && first.place.full && first.place.level < 3 && rest.length > 2 && place.endsWith('市')
    ? shortName(place) + rest
    : place + rest;
};

const keysOf = (text: string): NameKeys => {
  if (!hasHan(text)) return englishKeys(text);
  const full = canonicalZh(text);
  const short = shortZh(full);
  // 中南大学附属湘雅二医院 and 中南大学湘雅二医院 are one name; 大学第二医院 and 大学附属第二医院 may be two.
  return {
    full: lessPlace(short === null ? full : full.replace(/(?<=大学)附属/u, ''), short !== null),
    short,
  };
};

/** Keys kept as made: answering one question asks for those of the same name several times. */
const KEPT = 256;
const keptKeys = remembered(KEPT, keysOf);

/**
 * The keys of one name in any script. Pure, bounded (300 characters are read) and safe on any string.
 * `short` is null when nothing but generic words would remain.
 */
export const nameKeys = (value: string): NameKeys => keptKeys(value.slice(0, LONGEST_NAME));

/** The key of a whole name alone, which costs half of both where a name holds no Chinese. */
export const fullKey = (value: string): string =>
  hasHan(value) ? nameKeys(value).full : englishKey(value.slice(0, LONGEST_NAME));
