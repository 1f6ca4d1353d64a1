import { universities } from '../../../schema/lexicon/universities.ts';
import { isUniversity, presentUniversity } from '../../name-keys/universities.ts';
import { placeNamed } from '../../places/place-names.ts';
import { remembered } from '../../text/remembered.ts';
import type { NameParts } from '../parse/parts.ts';

/**
 * A university of medicine keeps 医 or 药 in its short form, and one of Chinese medicine 中: 南大 is no 南京医科大学, 中国科大 no 中国医科大学,
 * 浙医 no 浙江中医药大学, and 广医 no 广中医.
 */
const losesMedicine = (short: string, long: string): boolean => {
  const university = /^.*?(?:大学|学院)/u.exec(long)?.[0] ?? long;
  const tcm = university.includes('中医') && !/中/u.test(short.slice(1));
  // A college of three years is no university of medicine: 重医 is no 重庆医药高等专科学校.
  const college = long.includes('高等专科') && !short.includes('专');
  return tcm || college || (/[医药]/u.test(university) && !/[医药]/u.test(short));
};

/** Words that tell a university from the one of its place alone: 安大 is 安徽大学, and no 安徽理工大学. */
const WORK = /理工|科技|师范|工业|农林|农垦|民族|交通|北方|石油|工程|职业|护理|科学技术/u;
const losesWork = (short: string, long: string): boolean => {
  const [work] = WORK.exec(/^.*?(?:大学|学院)/u.exec(long)?.[0] ?? '') ?? [];
  return work !== undefined && ![...work].some((char) => short.includes(char));
};

/** A university with a word of its own that is said whole: 复旦 is 复旦大学, and 复大 is no short form of it. */
const cutsItsWord = (short: string, long: string): boolean =>
  universities.saidWhole.some((word) => long.startsWith(word) && !short.includes(word));

/** Whether one parent may be the other shortened: 浙大 and 浙江大学, 安医大 and 安徽医科大学. */
export const shortens = (written: string, long: string): boolean => {
  const short = written.endsWith('医科大学') ? written.replace(/^(.)医科大学$/u, '$1医大') : written;
  if (short.length < 2 || short.endsWith('大学') || short.endsWith('学院')) return false;
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return !losesMedicine(short, long) && !cutsItsWord(short, long) && !losesWork(short, long);
};

/** The colleges of medicine that became a part of a university, by its present name: 青岛医学院 of 青岛大学. */
const colleges = Map.groupBy(Object.entries(universities.renamed), ([, now]) => now);

/** The names that a university with hospitals had before. */
export const formerNames = (university: string): readonly string[] =>
  (colleges.get(university) ?? []).map(([was]) => was);

const called = (short: string, names: (university: string) => readonly string[]): readonly string[] =>
  universities.withHospitals.filter((one) =>
    names(one).some((name) => name.startsWith(short.charAt(0)) && shortens(short, name)),
  );

/** 武汉大学, 河南大学: a place's own university, which is 武大 or 河南大, while the others of its place keep a word (武科大). */
const isPlacesOwn = (short: string, one: string): boolean => {
  const place = one.replace(/大学$/u, '');
  const kept = short.slice(0, -1);
  return short.endsWith('大') && place !== one && placeNamed(place) !== null
    ? kept === place || (kept.length === 1 && place.length === 2)
    : false;
};

/**
 * The universities with hospitals that may be called so in short, by their present names: 广医 is 广州医科大学, 广西医科大学 or 广东医科大学. A place's own
 * is meant where it is the only one. Where none is by its own name, by that of a college of medicine which it took in: 青医 is 青岛医学院 or 青海医学院.
 */
export const universitiesCalled = remembered(5_000, (short): readonly string[] => {
  const own = called(short, (one) => [one]);
  const ofPlaces = own.filter((one) => isPlacesOwn(short, one));
  if (own.length > 1 && ofPlaces.length === 1) return ofPlaces;
  return own.length > 0 ? own : called(short, formerNames);
});

/** Whether a text is the name of a university without one of its characters or without its beginning: 西医科大学 (广西, 山西), 科技大学 (河南). */
const isCutFrom = (written: string, long: string): boolean =>
  long.endsWith(written) ||
  (long.length === written.length + 1 &&
    [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === written));

/** All names of each university, the present one first. */
const allNames = universities.withHospitals.map((one) => [one, ...formerNames(one)]);

/** The universities one of whose names, present or former, is such that `isIt` holds. */
const anyNamed = (isIt: (name: string) => boolean): readonly string[] =>
  universities.withHospitals.filter((_, at) => allNames[at]?.some(isIt));

/** Every character of a name of a university with hospitals. */
const characters: ReadonlySet<string> = new Set(allNames.flatMap((names) => [...names.join('')]));

const WHOLE_WORDS = new RegExp(`中医|${WORK.source}`, 'gu');
/** Whether words stand in a university's name and part none of its own: 北京中 parts the word 中医 of 北京中医药大学. */
const standsWhole = (words: string, long: string): boolean => {
  const [from, to] = [long.indexOf(words), long.indexOf(words) + words.length];
  const isParted = (at: number, length: number) => [from, to].some((end) => at < end && end < at + length);
  return (
    from >= 0 && [...long.matchAll(WHOLE_WORDS)].every(({ 0: { length }, index }) => !isParted(index, length))
  );
};

/**
 * All universities with hospitals that the words for one may mean, by their present names: those called so in short by a name that they have or had (新医: 新疆医科大学,
 * 新乡医学院), or whose name begins so (大连); else those in the middle of whose name it stands (交大, 理工), or from whose name it is cut. None for a name in full.
 */
export const universitiesMeant = remembered(5_000, (words): readonly string[] => {
  // Each of the ways below keeps the characters of the words: most beginnings of names need no look.
  if (![...words].every((char) => characters.has(char))) return [];
  if (/(?:大学|学院)$/u.test(words))
    return isUniversity(words) ? [] : anyNamed((name) => isCutFrom(words, name));
  const begin = new Set([
    ...universitiesCalled(words),
    ...called(words, formerNames),
    ...universities.withHospitals.filter((one) => one.startsWith(words) && standsWhole(words, one)),
  ]);
  return begin.size > 0 ? [...begin] : anyNamed((name) => shortens(words, name) || standsWhole(words, name));
});

/** Whether several universities may be called so in short. */
export const isSharedShort = (short: string): boolean => universitiesCalled(short).length > 1;

/** 北医 begins as 北京医科大学 does; of 河北医科大学 it would be the middle; and 广医 is what several universities are called. */
export const shortAs = (short: string, long: string): string =>
  !long.startsWith(short.charAt(0)) ? 'inner' : isSharedShort(short) ? 'shared' : 'beginning';

/** A school behind a university's name: 复旦大学上海医学院. */
const SCHOOL = /^(?:\p{Script=Han}{0,6}(?:学院|学部))?$/u;

const IN_FULL = /大学|学院|研究院/u;

/** 天中医附属医院 is not 天津市中医药研究院附属医院: of a short form that universities have, the body on record is one of those. */
const isOfUniversityMeant = (short: string, long: string): boolean => {
  const meant = universitiesMeant(short);
  return (
    !IN_FULL.test(long) ||
    meant.length === 0 ||
    meant.includes(presentUniversity(long)) ||
    meant
      .flatMap((one) => [one, ...formerNames(one)])
      .some((one) => long.startsWith(one) && SCHOOL.test(long.slice(one.length)))
  );
};

/** How a body in short is the one on record; null where it is not. */
export const shortFor = (short: string, long: string): string | null => {
  if (!shortens(short, long)) return null;
  const as = shortAs(short, long);
  return as === 'inner' || isOfUniversityMeant(short, long) ? as : null;
};

/** A university in short, before a word that is its hospital's: 武大中南医院, 吉大白求恩第一医院, 浙大邵逸夫. */
const SHORT_UNIVERSITY = /^\p{Script=Han}{1,3}[大医]$/u;

/**
 * The university in short with which the distinctive word asked begins, where what follows is the word on record, and the record's university is called so; '' where
 * none is. Which of its characters are a university's is seen only beside a record: 光大 and 恒大 are words.
 */
export const shortBeforeWord = (q: NameParts, c: NameParts): string => {
  if (q.script !== 'han' || q.parent.length > 0 || c.coreText === '' || c.parentText === '') return '';
  if (q.coreText === c.coreText || !q.coreText.endsWith(c.coreText)) return '';
  const short = q.coreText.slice(0, -c.coreText.length);
  return SHORT_UNIVERSITY.test(short) &&
    c.parentText.startsWith(short.charAt(0)) &&
    shortens(short, c.parentText)
    ? short
    : '';
};

/** 天津中药大学, 贵阳中学院: 医 was lost behind 中, for no body is called so without it. */
export const lostMedicine = (written: string, long: string): boolean =>
  long.includes('中医') && !written.includes('中医') && long.replace('中医', '中') === written;
