import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { canonicalZh, nameKeys } from '../name-keys/keys.ts';
import { parseReadings } from '../names/parse/parse-name.ts';
import { saysNone } from '../names/parse/parts.ts';
import { type Cut, calledAfter } from '../names/parse/respelled.ts';
import { isCityAndDistrict } from '../places/around-district.ts';
import { placeNamed } from '../places/place-names.ts';
import { hasHan, simplify } from '../text/han.ts';
import { syllables } from '../text/pinyin.ts';
import { standsIn } from '../text/stands-in.ts';
import { surest } from './famous/against.ts';
import { isOfFirm } from './famous/firm.ts';
import { nearestOf } from './famous/lookalike.ts';
import { isGeneric, saysTooLittle } from './generic-name.ts';
import { isTownship, textsOfBearer } from './model/house-of.ts';
import type { Likely } from './model/likelihood.ts';
import { behindHouses, trailingBracket } from './name-cuts.ts';
import { unmatched } from './results.ts';
import { asCandidates, type Search, type Step } from './search.ts';
import { isWellKnown } from './several-bearers.ts';

const DIRECTIONS = { north: '北', south: '南', east: '东', west: '西' } as const;
const PART_WORDS = /\b(?:branch|campus|site|district|division|hospital|the)\b/giu;
/** What a part is called besides its own word: 北院, 卢湾分院. */
const ENDING = /(?:院区|分院|医院|院|区|部)$/u;
/** Fewest letters of a place that are looked for by their sound. */
const FEWEST_LETTERS = 4;
/** More names of one institution, and more parts of it, are not looked at. */
const MOST = 20;

/** Whether what stands behind a hospital's name in that of its part is what was asked for: 北院 or "North Branch", 卢湾分院 or "Luwan Branch". */
const isCalled = (rest: string, words: string): boolean => {
  const own = rest.replace(ENDING, '');
  if (own === '') return false;
  if (hasHan(words)) return own === simplify(words).replace(ENDING, '');
  const letters = words.toLowerCase().replace(PART_WORDS, '').trim();
  const direction = Object.entries(DIRECTIONS).find(([word]) => word === letters)?.[1];
  const sound = letters.replace(/[^a-z]/gu, '');
  return direction === undefined
    ? sound.length >= FEWEST_LETTERS && standsIn(syllables(own), sound)
    : own === direction;
};

/**
 * A part of an institution that is on record by itself, under a name of the institution with the words for the part behind it: 上海交通大学医学院附属仁济医院南院 for 仁济南院 or
 * "Renji Hospital South Campus". Null for none, and where two are called so.
 */
const partOnRecord = ({ index, likelyFor }: Search, of: Likely, words: string): Likely | null => {
  const names = textsOfBearer(index, of.name).slice(0, MOST).filter(hasHan);
  const parts = names
    .filter((name, at) => names.lastIndexOf(name) === at)
    .flatMap((name) => likelyFor(`${name}${wordsInChinese(words)}`))
    .filter(({ institution, name }) => {
      const whole = index.names.at(name);
      const own = names.find((one) => whole.startsWith(one) && whole.length > one.length);
      return institution !== of.institution && own !== undefined && isCalled(whole.slice(own.length), words);
    });
  const [only, ...more] = new Map(parts.map((one) => [one.id, one])).values();
  return only === undefined || more.length > 0 ? null : only;
};

/** The words for a part in Chinese, as far as they are known: by them and the hospital's name its parts are found. */
const wordsInChinese = (words: string): string => {
  if (hasHan(words)) return words;
  const direction = Object.entries(DIRECTIONS).find(([word]) => words.toLowerCase().includes(word));
  return direction === undefined ? '分院' : `${direction[1]}院`;
};

/** How many places to cut are tried; real names have two or three. */
const MOST_CUTS = 4;

const bracketCut = (name: string): Cut[] => {
  const apart = trailingBracket(name);
  return apart === null ? [] : [{ parent: apart.before, words: apart.inside }];
};

/** 仁济南院: a hospital's word alone, and a side of it; 红会南院 says of no hospital which. */
const shortCut = (text: string): Cut[] => {
  const [, own, words] = /^(.{2,4})([东南西北]院区?)$/u.exec(text) ?? [];
  return own === undefined || words === undefined || isGeneric(`${own}医院`)
    ? []
    : [{ parent: `${own}医院`, words }];
};

/** 浙大二院（滨江）, 华山医院虹桥院区: what stands before a bracket at the end, and before what follows a house. */
const hanCuts = (name: string): Cut[] => {
  const text = canonicalZh(name);
  return [
    ...bracketCut(name),
    ...shortCut(text),
    ...behindHouses(text)
      .map(({ house, behind }) => ({ parent: house, words: behind }))
      .reverse(),
  ];
};

const PART =
  '(?:branch|campus|district|center|centre|department|clinic|services?|division|wing|hospital|section|site|institute|society|program|affiliate[ds]?|affiliated clinic|partner|excellence|group|agency|office|alliance|international)';
/** "Putuo Branch of Ruijin Hospital", "Huashan Hospital West Campus", "Huashan Hospital (Pudong)". */
const ENGLISH_CUTS: readonly (readonly [RegExp, number, number])[] = [
  // "Affiliate of Shengjing Hospital of China Medical University" is the hospital's; "Center of Excellence of Ruijin Hospital" is one whole part.
  [new RegExp(`^((?:\\S+ ){0,4}?${PART}) (?:of|at) (.+)$`, 'iu'), 2, 1],
  [new RegExp(`^((?:\\S+ ){0,4}${PART}) (?:of|at) (.+)$`, 'iu'), 2, 1],
  [new RegExp(`^(.+?\\bhospital)[\\s,–-]+((?:\\S+ ){0,8}${PART})$`, 'iu'), 1, 2],
  // "Maternity and Child-care Hospital" is one name.
  [new RegExp(`^(.+?)(?:[,–]|-(?!care\\b))\\s*((?:\\S+ ){0,3}${PART})$`, 'iu'), 1, 2],
];

/** "Second Ruijin Hospital": a number before a hospital's whole name makes it another. */
const HOSPITAL = /\bhospital\b/iu;
const NUMBERED = /^(?:the )?(first|second|third|fourth|fifth|2nd|3rd|4th|no\.? ?\d{1,2}) (\S.{0,200})$/iu;

/** "PUMCH International Medical Services", "FUSCC Pudong Campus": a hospital by its initials, and a part of it. */
const INITIALS = /^\p{Lu}{4,8}$/u;
const IS_PART = new RegExp(`^(?:\\S+ ){0,4}${PART}$`, 'iu');
const initialsCut = (name: string): Cut[] => {
  const at = Math.max(name.search(/[\s,]/u), 0);
  const [parent, words] = [name.slice(0, at), name.slice(at + 1).trim()];
  return INITIALS.test(parent) && IS_PART.test(words) ? [{ parent, words }] : [];
};

const PART_BEFORE = /\b(?:branch|campus|division|wing|site|(?:poly)?clinics?)$/iu;
/** "South Campus, Renji Hospital": a part as the clause before its hospital. */
const clauseCut = (name: string): Cut[] => {
  const at = name.indexOf(',');
  const [words, parent] = [name.slice(0, Math.max(at, 0)).trim(), name.slice(at + 1).trim()];
  return PART_BEFORE.test(words) && HOSPITAL.test(parent) && !HOSPITAL.test(words) ? [{ parent, words }] : [];
};

const latinCuts = (name: string): Cut[] => [
  ...bracketCut(name),
  ...clauseCut(name),
  ...initialsCut(name.trim()),
  ...[NUMBERED.exec(name.trim())].flatMap((hit) =>
    hit === null || !HOSPITAL.test(hit[2] ?? '') ? [] : [{ parent: hit[2] ?? '', words: hit[1] ?? '' }],
  ),
  ...ENGLISH_CUTS.flatMap(([pattern, parent, words]) => {
    const hit = pattern.exec(name.trim());
    return hit === null ? [] : [{ parent: hit[parent] ?? '', words: hit[words] ?? '' }];
  }),
];

/** 铁路总医院 哈尔滨, 武警总医院 成都: each town has such a one, and the town behind says which. */
const isAnotherTowns = (parent: string, words: string): boolean =>
  placeNamed(words) !== null &&
  parseReadings(parent).every((parts) => saysNone(parts, 'core', 'parent', 'places', 'districts'));

/** The first few ways to cut a name, each once: what two patterns find takes no other's place. */
const cutsOf = (name: string): readonly Cut[] => {
  const all = hasHan(name) ? hanCuts(name) : latinCuts(name);
  return [...new Map(all.map((cut) => [`${cut.parent}\n${cut.words}`, cut])).values()].slice(0, MOST_CUTS);
};

const partOf = (search: Search, best: Likely, words: string): Identification =>
  unmatched(
    'branch-not-on-record',
    [reason('name.branch', { known: search.index.names.at(best.name), words })],
    asCandidates(search, [best]),
  );

/**
 * A known institution's name with further words: a campus, branch, centre or department that no list holds. Says which
 * institution, with the words left over; null where what stands before them is nobody's name, and where that branch may be on record.
 */
export const branchNotOnRecord: Step = (search) => {
  const { name } = search;
  for (const { parent, words } of cutsOf(name)) {
    if (nameKeys(parent).full === '' || isAnotherTowns(parent, words)) continue;
    const best = surest(search, parent);
    if (best === null) continue;
    const onRecord = partOnRecord(search, best, words);
    if (onRecord !== null) return nearestOf(search, onRecord);
    return partOf(search, best, words);
  }
  return null;
};

/** "Ruijin Stem Cell Center", 瑞金干细胞中心: a center, a clinic or an institute that is called after a well-known hospital may be a part of it, and nothing is known of that part. One of a county's or district's word is not, and none that serves a quarter. */
export const calledAfterHospital: Step = async (search) => {
  const isOfQuarter = search.readings.every(
    ({ body, districts }) => districts.length > 0 || isTownship(body),
  );
  for (const { own, parent, words } of search.again || isOfQuarter ? [] : calledAfter(search.name)) {
    if (isCityAndDistrict(own) || isOfFirm(words)) continue;
    // Of most words nobody well known has a name that is near.
    const known = search.likelyFor(parent).filter((one) => isWellKnown(search, one));
    if (known.length === 0 || saysTooLittle(search.other(own))) continue;
    const { id } = await search.ask(parent, search.place, true);
    const best = known.find((one) => one.id === id);
    if (best !== undefined) return partOf(search, best, words);
  }
  return null;
};
