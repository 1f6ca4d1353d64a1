import { ordinalOf } from '../../name-keys/generic-words.ts';
import { canonicalZh, nameKeys } from '../../name-keys/keys.ts';
import { exactKey } from '../../names/index/blocking-keys.ts';
import { initialsAsked } from '../../names/index/initials.ts';
import { isDepartmentWord, isHanDepartment, isUnit } from '../../names/parse/departments.ts';
import { parseReadings } from '../../names/parse/parse-name.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { inFull } from '../../names/parse/spelled-out.ts';
import { translateName } from '../../names/translate/translate-name.ts';
import { hasHan, latinWords } from '../../text/han.ts';
import type { AskedPlace } from '../asked-place.ts';
import { type NamedAt, namesAt } from './named-there.ts';

/** A name asked for, taken apart in each way it can be read, with its exact keys and the place stated beside it. */
export type AskedName = Readonly<{
  name: string;
  /** A department set aside, '' for none. */
  department: string;
  script: 'han' | 'latin';
  readings: readonly NameParts[];
  /** Hashes of the whole name and of its short form (0 where it has none of its own). */
  full: number;
  short: number;
  /** Hash of the whole name with the word for hospital added (瑞金) or left out (阜外心血管病医院), or with its end written out (浙江省人医); 0 for none. */
  house: number;
  /** Hash of a Chinese name in our English words, for those known by an English name; 0 for none. */
  english: number;
  /** The whole name as it is printed with its place, where that stands beside it or is written in short. */
  there: readonly NamedAt[];
  /** A name that is one word of capitals, or could be: SMHC. '' for none. */
  initials: string;
  place: AskedPlace;
}>;

const withPlace = (parts: NameParts, place: AskedPlace): NameParts => {
  const more = [place.province, place.city].filter((one) => one !== null);
  if (more.length === 0) return parts;
  const own = parts.places.flatMap((one) => one.split('|'));
  return { ...parts, places: [...parts.places, ...more.filter((one) => !own.includes(one))] };
};

/** Departments are parts of the institution; branches and campuses may be institutions of their own. */
const DEPARTMENT = /^\p{Script=Han}{1,14}$/u;
const DEPARTMENT_END = /(?:科|科室|门诊|病区|病房|实验室|教研室)$/u;
/** 北医三院生殖中心: the hospital's own, which works by the hospital's approval; no list has one apart from its hospital. */
const OWN_CENTRE = /(?<=院)生殖(?:医学|遗传)?中心$/u;
const INSTITUTION_OF_ITS_OWN = /分院|院区|医院|分部|分中心|门诊部|诊所/u;
const HOUSES = ['医院', '保健院', '中心'];

/** 北医三院骨科: a house by its number, and its department. */
const NUMBERED_HOUSE = /[一二三四五六七八九十]院(?=\p{Script=Han}{1,12}$)/gu;

/** What follows the last word for a kind of institution (医院, Hospital) in a name. */
const afterHouse = (text: string): string => {
  const ends = HOUSES.map((house) => text.lastIndexOf(house) + house.length).filter(
    (end, at) => end >= (HOUSES[at]?.length ?? 0),
  );
  const numbered = [...text.matchAll(NUMBERED_HOUSE)].map(({ index }) => index + 2);
  return ends.length + numbered.length === 0 ? '' : text.slice(Math.max(...ends, ...numbered));
};

type WithoutDepartment = Readonly<{ own: string; department: string }>;

/** Units that are never a house with a licence of its own. */
const PLAIN_UNIT = /\b(?:departments?|dept|division|center|centre|unit|ward)\b/iu;
const JOINING = new Set(['of', 'the', 'and', 'for', 'in']);

const FORCES: ReadonlySet<string> = new Set(['pla', 'military']);
const CENTRE = /\bcent(?:er|re)\b/iu;

/** "Heart Center", "Department of Cardiology": words for a unit and for its work, and no others. A center with a number is a part with a name of its own ("Second Medical Center"), and one of a force is a house of its own ("PLA International Medical Center"). */
const isDepartment = (clause: string): boolean => {
  const words = latinWords(clause).filter((word) => !JOINING.has(word));
  const isNamed = CENTRE.test(clause) && words.some((word) => ordinalOf(word) !== null || FORCES.has(word));
  return (
    PLAIN_UNIT.test(clause) &&
    !isNamed &&
    words.every(isDepartmentWord) &&
    words.some((word) => !isUnit(word))
  );
};

/** The country behind a line, which says nothing more of a hospital of China. */
const COUNTRY = /^(?:(?:the )?p\.? ?r\.? ?(?:of )?)?china\.?$|^(?:the )?people['’]?s republic of china\.?$/iu;

/** "Heart Center, Fuwai Hospital", "Department of Urology, Xuzhou Central Hospital, China": a line of departments and one clause besides. */
const withoutLatinDepartment = (name: string): WithoutDepartment => {
  const said = name.split(',').map((clause) => clause.trim());
  const clauses = said.filter((clause, at) => at < said.length - 1 || at === 0 || !COUNTRY.test(clause));
  const own = clauses.filter((clause) => !isDepartment(clause));
  const [only = '', ...more] = own;
  return more.length > 0 || clauses.length < 2 || only === ''
    ? { own: name, department: '' }
    : { own: only, department: clauses.filter((clause) => clause !== only).join(', ') };
};

/** 肝外科 华西医院: a department apart before the hospital. */
const DEPARTMENT_BEFORE = /^(\p{Script=Han}{1,9}(?:科室?|门诊))[\s,，、·]{1,4}(\S.{2,60})$/u;

/** The name without a department of the hospital at its end (瑞金医院心内科), before it, apart, or beside it ("Heart Center, Fuwai Hospital"), and that department. */
export const withoutDepartment = (name: string): WithoutDepartment => {
  if (!hasHan(name)) return withoutLatinDepartment(name);
  const [, before = '', behind = ''] = DEPARTMENT_BEFORE.exec(name.trim()) ?? [];
  if (before !== '' && isHanDepartment(before)) return { own: behind, department: before };
  const text = canonicalZh(name);
  const after = afterHouse(text);
  const named =
    DEPARTMENT.test(after) &&
    DEPARTMENT_END.test(after) &&
    !INSTITUTION_OF_ITS_OWN.test(after) &&
    isHanDepartment(after);
  const department = OWN_CENTRE.exec(text)?.[0] ?? (named ? after : '');
  return { own: department === '' ? name : text.slice(0, -department.length), department };
};

const HOUSE = /(?:医院|醫院|hospital)$/iu;
/** Fewest characters that count as a name once the word for the kind of institution is left out. */
const SHORTEST = { han: 2, latin: 4 };

const houseKey = (name: string, body: string | null): number => {
  const han = hasHan(name);
  const whole = han ? inFull(name) : null;
  if (whole !== null) return exactKey(nameKeys(whole).full);
  const bare = name.trim().replace(HOUSE, '').trim();
  if (bare === name.trim())
    return body === null ? exactKey(nameKeys(`${bare}${han ? '医院' : ' Hospital'}`).full) : 0;
  return bare.length < SHORTEST[han ? 'han' : 'latin'] ? 0 : exactKey(nameKeys(bare).full);
};

/**
 * Only of names that are told by their university's number or kind and have no distinctive word: a word is its sound in English, which others
 * share (西囡, 西南: Xinan), and so is a town's hospital of its kind (口腔, 牙科: Dental).
 */
const englishKey = (name: string, readings: readonly NameParts[]): number => {
  const own = readings.every(({ core, parent }) => core.length === 0 && parent.length > 0);
  const english = own && hasHan(name) ? translateName(name) : null;
  return english === null ? 0 : exactKey(nameKeys(english).full);
};

/** Takes a question's name apart. The place beside it is looked for among candidates; it never becomes a part of the name. */
export const askedName = (name: string, place: AskedPlace): AskedName => {
  const { own, department } = withoutDepartment(name);
  const { full, short } = nameKeys(own);
  const readings = parseReadings(own);
  return {
    name,
    department,
    script: readings[0]?.script ?? 'han',
    readings,
    full: exactKey(full),
    short: short === null || short === full ? 0 : exactKey(short),
    house: houseKey(own, readings[0]?.body ?? null),
    english: englishKey(own, readings),
    there: namesAt(own, place),
    initials: initialsAsked(own),
    place,
  };
};

/** The readings with the place beside the name among their places, for finding candidates by it. */
export const readingsToSearch = ({ readings, place }: AskedName): readonly NameParts[] =>
  readings.map((parts) => withPlace(parts, place));
