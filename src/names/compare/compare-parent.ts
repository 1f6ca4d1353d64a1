import { isUniversity, presentUniversity } from '../../name-keys/universities.ts';
import { placeNamed } from '../../places/place-names.ts';
import { shortLevenshtein } from '../../text/edit-distance.ts';
import { numeralsIn } from '../../text/han.ts';
import { onceInARow } from '../../text/remembered.ts';
import type { NameParts } from '../parse/parts.ts';
import { latinPlace } from '../parse/sound.ts';
import { type ComparedPart, comparedPart, jaccard, type RowPlace, sameSet } from './comparison.ts';
import { lostMedicine, shortAs, shortBeforeWord, shortFor } from './short-parent.ts';

const LIGHT = new Set(['school', 'medicalcollege', 'china', 'academy', 'college', 'affiliated']);

const ACADEMY = ['china', 'academy'];

/** The words that tell bodies apart; the army's own name only where nothing else is said. */
export const distinguishingWords = (parent: readonly string[]): readonly string[] => {
  const own = parent.filter((one) => !LIGHT.has(one));
  const region = own.filter((one) => one !== 'pla');
  if (region.length > 0) return region;
  // 中国科学院 is a body as well, though each of its words is light beside others.
  return own.length > 0 || !ACADEMY.every((one) => parent.includes(one)) ? own : ACADEMY;
};

const plainParent = (text: string): string =>
  text
    .replace(/^(?:中国|\p{Script=Han}{2,3}省(?=\p{Script=Han}{2,}大学))/u, '')
    // 解放军沈阳军区 is 沈阳军区, which is nobody else's.
    .replace(/^(?:人民)?解放军(?=\p{Script=Han}{2,})/u, '')
    .replace(/医学院$/u, '');

/** 医学院 that became 医科大学: written alike, so that the older name is still recognised as near. */
const collegeAsUniversity = (parent: readonly string[]): string[] =>
  [
    ...new Set(parent.flatMap((one) => (one === 'medicalcollege' ? ['medical', 'university'] : [one]))),
  ].sort();
const askedAsUniversity = onceInARow(collegeAsUniversity);
const askedWords = onceInARow(distinguishingWords);

/** "Huashan Hospital Fudan", "Fudan Children's Hospital": words of an English name that are the parent's of the other. */
export const parentInCore = (q: NameParts, c: NameParts): readonly string[] =>
  q.script === 'latin' && q.parent.length === 0
    ? q.core.filter((word) => c.parent.includes(word) && !c.core.includes(word) && !LIGHT.has(word))
    : [];

const COMPANY = new Set(['group', 'company']);

/** What sort of body a record's name states that the question does not: the town's own university, a company, another. */
const unsaidParent = (q: NameParts, theirs: readonly string[]): string => {
  if (theirs.some((one) => COMPANY.has(one))) return 'company';
  const places = q.places.map((one) => latinPlace(one.split('|')[0] ?? ''));
  if (places.some((one) => theirs.includes(one))) return 'of-the-place';
  return q.core.length > 0 ? 'core' : 'other';
};

/** Whether both are one university under an older and a newer name: 第四军医大学 and 空军军医大学, "Wenzhou Medical University" and 温州医学院. */
const renamed = (q: NameParts, c: NameParts): boolean =>
  q.script === 'latin'
    ? c.parentNow !== undefined && sameSet(q.parent, c.parentNow)
    : q.parentText !== '' &&
      q.parentText !== c.parentText &&
      presentUniversity(q.parentText) === presentUniversity(c.parentText);

const sounds = (row: RowPlace): string[] =>
  [row.city, row.province].flatMap((one) => (one === null ? [] : [latinPlace(one)]));

/** "Peking University Cancer Hospital" where only 北京肿瘤医院 is on record: the university's town, the same specialty. */
const inItsTown = (q: NameParts, c: NameParts, row: RowPlace): boolean =>
  q.script === 'latin' &&
  q.specialties.length > 0 &&
  sameSet(q.specialties, c.specialties) &&
  sounds(row).some((one) => q.parent.includes(one));

/** 上海交大医学院 is 上海交大, as 上海交通大学医学院 is 上海交通大学. */
const withoutSchool = (parentText: string): string => parentText.replace(/(?<=大)医学[院部]$/u, '');

/** Words that make a university another one: 南京大学, 南京医科大学. */
const OF_MEDICINE = ['medical', 'tcm'];

/** 科大 is read as a department's word and a university's. */
const GENERAL = new Set([...LIGHT, ...OF_MEDICINE, 'university', 'department']);

/** Whether the words of a body are more than what many are called: 医大 has none of its own. */
export const hasOwnWord = (parent: readonly string[]): boolean => parent.some((one) => !GENERAL.has(one));

/** Whether one body is the other with further words (复旦大学上海医学院): in Chinese as written, in Latin letters by its words. */
const isTheSameInPart = (
  q: NameParts,
  c: NameParts,
  mine: readonly string[],
  theirs: readonly string[],
): boolean => {
  // 医大二院 is of no university in particular.
  if (![mine, theirs].every(hasOwnWord)) return false;
  const [one, other] = [q.parentText, c.parentText];
  if (one !== '' && other !== '') return one.includes(other) || other.includes(one);
  const apart = [...mine, ...theirs].filter((word) => !mine.includes(word) || !theirs.includes(word));
  const held = apart.every((word) => mine.includes(word)) || apart.every((word) => theirs.includes(word));
  return held && !apart.some((word) => OF_MEDICINE.includes(word));
};

/** Whether nothing of the other's body was asked but the town that its name begins with. */
const isOnlyItsTown = ({ parentText }: NameParts, c: NameParts): boolean =>
  parentText.length > 1 &&
  parentText.length < c.parentText.length &&
  c.parentText.startsWith(parentText) &&
  placeNamed(parentText) !== null;

/** Whether the body asked for is the beginning of the other's name, a word that is its own: 华西, 湘雅, 同济. */
const beginsAs = ({ parentText, parent }: NameParts, c: NameParts): boolean =>
  parentText.length > 1 &&
  parentText.length < c.parentText.length &&
  c.parentText.startsWith(parentText) &&
  hasOwnWord(parent) &&
  !/(?:大学|学院|解放军|军区|集团|公司)$/u.test(parentText) &&
  placeNamed(parentText) === null;

/** 济南大学, 暨南大学: two universities whose own words sound alike, and no college that became a university. */
const soundsAlike = ({ parentText: one }: NameParts, { parentText: other }: NameParts): boolean =>
  one !== '' && other !== '' && ownWord(one) !== ownWord(other);
const ownWord = (body: string): string => plainParent(body).replace(/医科大学|医学院|大学|学院/gu, '');

/** How the body that a question states stands to the one in a name on record. `other-word`: 西安交通大学, 上海交通大学. */
export const compareParents = (q: NameParts, c: NameParts, row: RowPlace): ComparedPart => {
  const mine = askedWords(q.parent);
  const theirs = distinguishingWords(c.parent);
  const words = [q.parentText || mine.join(' '), c.parentText || theirs.join(' ')] as const;
  if (mine.length === 0 && theirs.length === 0) return comparedPart('parent.none', false);
  const before = mine.length === 0 ? shortBeforeWord(q, c) : '';
  if (before !== '')
    return comparedPart('parent.short', false, [before, words[1]], shortAs(before, c.parentText));
  if (mine.length === 0 && parentInCore(q, c).length > 0)
    return comparedPart('parent.word', false, [parentInCore(q, c).join(' '), words[1]]);
  if (mine.length === 0)
    return comparedPart('parent.not-said', q.core.length === 0, words, unsaidParent(q, theirs));
  if (theirs.length === 0)
    return comparedPart('parent.unsettled', true, words, inItsTown(q, c, row) ? 'in-its-town' : 'other');
  if (renamed(q, c)) return comparedPart('parent.renamed', false, words, 'known');
  // 中国第三冶金建设公司 is not 中国第十三冶金建设公司.
  if (q.parentText !== '' && c.parentText !== '' && numeralsIn(q.parentText) !== numeralsIn(c.parentText))
    return comparedPart('parent.differs', true, words);
  // 南昌一附院 is of 南昌大学 or of 南昌医学院: a town is not the name of one of its universities.
  if (isOnlyItsTown(q, c)) return comparedPart('parent.short', false, words, 'town');
  const part = jaccard(mine, theirs);
  const textsDiffer =
    q.parentText !== '' && c.parentText !== '' && plainParent(q.parentText) !== plainParent(c.parentText);
  if (!textsDiffer && (part >= 0.99 || mine.join('') === theirs.join('')))
    return comparedPart('parent.equal', false, words);
  // 华西 is how 华西医科大学 begins, and no place.
  if (beginsAs(q, c)) return comparedPart('parent.short', false, words, 'beginning');
  const short = withoutSchool(q.parentText);
  const as = short === '' ? null : shortFor(short, c.parentText);
  if (as !== null) return comparedPart('parent.short', as === 'inner', words, as);
  if (sameSet(askedAsUniversity(q.parent), collegeAsUniversity(c.parent)) && !soundsAlike(q, c))
    return comparedPart('parent.renamed', true, words);
  // One character lost; one mistaken may be another university (广西医科大学, 山西医科大学).
  const longer = Math.abs(q.parentText.length - c.parentText.length);
  const medicine =
    q.parentText.includes('中医') === c.parentText.includes('中医') ||
    lostMedicine(q.parentText, c.parentText);
  if (
    medicine &&
    !isUniversity(q.parentText) &&
    q.parentText.length > 4 &&
    longer === 1 &&
    shortLevenshtein(q.parentText, c.parentText) === 1
  )
    return comparedPart('parent.slip', true, words);
  if (part > 0.45)
    return comparedPart('parent.part', true, words, !isTheSameInPart(q, c, mine, theirs) && 'other-word');
  return comparedPart('parent.differs', true, words);
};
