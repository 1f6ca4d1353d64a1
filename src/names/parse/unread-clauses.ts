import { englishStopWords } from '../../../schema/lexicon/generic-words.ts';
import { placeWords } from '../../../schema/lexicon/places.ts';
import { streetWords } from '../../../schema/lexicon/words-beside.ts';
import { ordinalOf } from '../../name-keys/generic-words.ts';
import { hasHan, latinWords } from '../../text/han.ts';
import { clausesBeside, withoutPersons } from './clauses-beside.ts';
import { isDepartmentWord, isUnit } from './departments.ts';
import { englishTokens } from './latin-words.ts';

const IN_ADDRESSES: ReadonlySet<string> = new Set([...englishStopWords.inAddresses, ...streetWords.markers]);
const IN_TITLES: ReadonlySet<string> = new Set(englishStopWords.inTitles);
/** Words of a title, of a street's side and of the country: they say nothing of a place or a body. */
const PASSED: ReadonlySet<string> = new Set([...IN_TITLES, ...streetWords.passed, ...placeWords.nowhere]);

/** What a part of a line or of an address says that no table reads; '' for nothing. */
export type Unread = Readonly<{
  /** Words by which a street, a building or a campus is called. */
  street: string;
  /** All other words. */
  words: string;
  /** Official names of the places that a department or a laboratory is said to be of; alternatives of one word joined by "|". */
  places: readonly string[];
}>;

/** What may follow words of a title: without it "Shanghai International" is a name of its own. */
const TITLED_ROLES = new Set(['body', 'kind', 'specialty', 'core', 'org', 'ordinal']);

/** The words of a title in a clause that names nothing they are a title of; '' where there are none. */
const bareTitle = (words: readonly string[]): string => {
  const titles = words.filter((word) => IN_TITLES.has(word));
  const rest = words.filter((word) => !IN_TITLES.has(word)).join(' ');
  return titles.length > 0 &&
    !titles.includes('mainland') &&
    !englishTokens(rest).some(({ role }) => TITLED_ROLES.has(role))
    ? titles.join(' ')
    : '';
};

const unknownIn = (words: readonly string[]): string =>
  englishTokens(words.join(' '))
    .flatMap(({ role, key }) => {
      const read =
        role !== 'core' ||
        /\d/u.test(key) ||
        /^[a-z]$/u.test(key) ||
        PASSED.has(key) ||
        IN_ADDRESSES.has(key);
      return read || isDepartmentWord(key) ? [] : [key];
    })
    .join(' ');

/**
 * A department's words without those of its subject that no table has: papers write what a laboratory studies, which no list holds in full
 * ("Center of Pituitary Tumor"). What stands before the word for the department, or behind all known words of its subject, is no subject.
 */
const withoutSubject = (all: readonly string[]): readonly string[] => {
  const unit = all.findIndex(isUnit);
  const last = all.findLastIndex((word) => isDepartmentWord(word) && !isUnit(word));
  return unit < 0 || last < unit ? all : [...all.slice(0, unit), ...all.slice(last)];
};

/** "5th Avenue", "Fifth Avenue": a street that is called by its number alone; '' for none. */
const numberedStreet = (words: readonly string[]): string => {
  const at = words.findIndex((word, number) => WAYS.has(words[number + 1] ?? '') && isOrdinal(word));
  return at < 0 ? '' : words.slice(at, at + 2).join(' ');
};
const WAYS: ReadonlySet<string> = new Set(streetWords.ways);
const ASIDE: ReadonlySet<string> = new Set(streetWords.passed);

/** "99 Nanjing Road", "Beijing West Road": a street that is called after a place; '' for none. */
const placeStreet = (words: readonly string[]): string => {
  const way = words.findIndex((word) => WAYS.has(word));
  const at = words.slice(0, Math.max(0, way)).findLastIndex((word) => !ASIDE.has(word) && !isOrdinal(word));
  const word = words[at] ?? '';
  return englishTokens(word).some(({ role }) => role === 'place') ? word : '';
};
const isOrdinal = (word: string): boolean => !/^\d+$/u.test(word) && ordinalOf(word) !== null;

const PARTS: ReadonlySet<string> = new Set(streetWords.parts);
/** Hospitals have few numbered parts; what is higher is a house's number in its street. */
const MOST_PARTS = 20;

const isPartNumber = (word: string): boolean => {
  // "Ruijin Hospital, B", "…, IV"
  if (/^(?:[a-h]|[ivx]{1,4})$/u.test(word)) return true;
  const number = /^\d{1,2}$/u.test(word) ? Number(word) : ordinalOf(word);
  return number !== null && number <= MOST_PARTS;
};

/**
 * "Ruijin Hospital, North", "…, II", "…, Site 2", "…, Ltd": a clause that says no place, street or work, and tells this house from another. The
 * words of it; '' for any other. A bare number is that of a street or a building where one is named in another clause (`streets`).
 */
const otherPart = (words: readonly string[], streets: readonly boolean[]): string => {
  const numbers = words.filter((word) => !PARTS.has(word));
  const said = numbers.length < words.length || !streets.includes(true);
  return numbers.every(isPartNumber) && said ? words.join(' ') : '';
};

/** Whether a clause may name a street or a building: by a word for one, or by a word that is no place's and no work's. */
const saysStreet = (text: string): boolean =>
  text.split(' ').some((word) => IN_ADDRESSES.has(word)) || unknownIn(text.split(' ')) !== '';

const streetIn = (words: readonly string[]): string =>
  unknownIn(words) || numberedStreet(words) || placeStreet(words);

const unreadOf = (text: string, ofPart: boolean, ofBody: boolean, part = ''): Unread => {
  const words = text.split(' ');
  const all = ofPart && ofBody ? withoutSubject(words) : words;
  const behind = all.findLastIndex((word) => IN_ADDRESSES.has(word)) + 1;
  const places = ofPart ? englishTokens(text).filter(({ role }) => role === 'place') : [];
  return {
    street: streetIn(all.slice(0, behind)),
    words: unknownIn(all.slice(behind)) || part || (ofPart ? '' : bareTitle(all.slice(behind))),
    places: places.map(({ key }) => key),
  };
};

/** The same of a part of an address in Latin letters, as it was typed. */
export const unreadInAddress = (part: string): Unread =>
  unreadOf(
    part
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
    false,
    false,
  );

/** What stands between the Chinese characters of a name, as clauses of a line in Latin letters. */
const withoutHan = (name: string): string => name.replace(/[\p{Script=Han}（）【】，、；：。]+/gu, ' , ');

/**
 * Of each clause beside a name, what no table reads: the Sydney of "Ruijin Hospital, Sydney", the Columbia of "Huashan Hospital, Columbia", the
 * Phuket of "Fuwai Hospital, Phuket Program", the Seoul of 瑞金医院 서울. Who compares names passes over such clauses, so who settles on one must
 * look at them. A place beside such words explains none of them ("Ruijin Hospital, Shanghai, USA").
 */
export const unreadClauses = (name: string): readonly Unread[] => {
  const mixed = hasHan(name);
  if (mixed && !/[^\p{Script=Han}\P{L}]/u.test(name)) return [];
  const clauses = clausesBeside(mixed ? withoutHan(name) : name, mixed);
  const streets = clauses.map(({ text }) => saysStreet(text));
  return clauses
    .map(({ text, ofPart, ofBody }, at) =>
      unreadOf(text, ofPart, ofBody, ofPart ? '' : otherPart(text.split(' '), streets.toSpliced(at, 1))),
    )
    .filter(({ street, words, places }) => street !== '' || words !== '' || places.length > 0);
};

/** The places that clauses beside a name say: official names, alternatives of one word joined by "|". */
export const placesBeside = (name: string): readonly string[] =>
  clausesBeside(withoutHan(name), hasHan(name)).flatMap(({ text, ofPart }) =>
    ofPart ? [] : englishTokens(text).flatMap(({ role, key }) => (role === 'place' ? [key] : [])),
  );

/** A line but for its persons and streets, which may be called after a town abroad: Jordan Smith, Sydney Road. */
export const withoutPersonsAndStreets = (name: string): string =>
  withoutPersons(name)
    .split(',')
    .filter((part) => !latinWords(part).some((word) => IN_ADDRESSES.has(word)))
    .join(',');
