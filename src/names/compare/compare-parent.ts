import { presentUniversity } from '../../name-keys/universities.ts';
import { shortLevenshtein } from '../../text/edit-distance.ts';
import { numeralsIn } from '../../text/han.ts';
import { latinPlace } from '../parse/latin.ts';
import type { NameParts } from '../parse/parts.ts';
import { type ComparedPart, comparedPart, jaccard, type RowPlace, sameSet } from './comparison.ts';

/** Whether one parent may be the other shortened: 浙大 and 浙江大学, 安医大 and 安徽医科大学. */
const shortens = (written: string, long: string): boolean => {
  const short = written.replace(/^(.)医科大学$/u, '$1医大');
  if (short.length < 2 || /(?:大学|学院)$/u.test(short)) return false;
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

const LIGHT = new Set(['school', 'medicalcollege', 'china', 'academy', 'college', 'affiliated']);

/** The words that tell bodies apart; the army's own name only where nothing else is said. */
const distinguishingWords = (parent: readonly string[]): string[] => {
  const own = parent.filter((one) => !LIGHT.has(one));
  const region = own.filter((one) => one !== 'pla');
  return region.length > 0 ? region : own;
};

const plainParent = (text: string): string =>
  text.replace(/^(?:中国|\p{Script=Han}{2,3}省(?=\p{Script=Han}{2,}大学))/u, '').replace(/医学院$/u, '');

/** 医学院 that became 医科大学: written alike, so that the older name is still recognised as near. */
const collegeAsUniversity = (parent: readonly string[]): string[] =>
  [
    ...new Set(parent.flatMap((one) => (one === 'medicalcollege' ? ['medical', 'university'] : [one]))),
  ].sort();

const COMPANY = new Set(['group', 'company']);
const NATIONWIDE = new Set(['university', 'tcmacademy', 'medicalacademy']);

const sounds = (row: RowPlace): string[] =>
  [row.city, row.province].flatMap((one) => (one === null ? [] : [latinPlace(one)]));

/**
 * A question that names no body: nationwide a bare "Renji Hospital" is a university's, and a city's name is often its
 * university's.
 */
const unstatedParentWeight = (q: NameParts, c: NameParts, theirs: readonly string[]): number => {
  const known = q.script === 'latin' && theirs.some((one) => NATIONWIDE.has(one));
  if (known && q.core.length > 0 && q.places.length === 0) return 0.2;
  if (
    q.script === 'latin' &&
    q.places.some((one) => one.split('|').some((place) => c.places.includes(place)))
  )
    return -0.05;
  // A company's hospital is called by its company.
  if (q.script === 'latin' && q.core.length === 0 && theirs.some((one) => COMPANY.has(one))) return -1.5;
  const places = q.places.map((one) => latinPlace(one.split('|')[0] ?? ''));
  return known && places.some((one) => c.parent.includes(one)) ? -0.1 : -0.4;
};

/** "Peking University Cancer Hospital" where only 北京肿瘤医院 is on record: the university's town, the same specialty. */
const inItsTown = (q: NameParts, c: NameParts, row: RowPlace): boolean =>
  q.script === 'latin' &&
  q.specialties.length > 0 &&
  sameSet(q.specialties, c.specialties) &&
  sounds(row).some((one) => q.parent.includes(one));

/** "Affiliated Hangzhou First People's Hospital, Zhejiang University": the city's own hospital, whose affiliation no list prints. */
const unregisteredParentWeight = (q: NameParts, c: NameParts, row: RowPlace): number => {
  if (inItsTown(q, c, row)) return 1;
  const head = (q.head ?? []).flatMap((one) => one.split('|'));
  return q.kinds.includes('affiliated') && head.some((one) => c.places.includes(one)) ? 0.4 : -0.8;
};

export const compareParents = (q: NameParts, c: NameParts, row: RowPlace): ComparedPart => {
  const mine = distinguishingWords(q.parent);
  const theirs = distinguishingWords(c.parent);
  const words = [q.parentText || mine.join(' '), c.parentText || theirs.join(' ')] as const;
  if (mine.length === 0 && theirs.length === 0) return comparedPart('parent.none', 0, false);
  if (mine.length === 0)
    return comparedPart('parent.not-said', unstatedParentWeight(q, c, theirs), q.core.length === 0, ...words);
  if (theirs.length === 0)
    return comparedPart('parent.unsettled', unregisteredParentWeight(q, c, row), true, ...words);
  // 中国第三冶金建设公司 is not 中国第十三冶金建设公司.
  if (q.parentText !== '' && c.parentText !== '' && numeralsIn(q.parentText) !== numeralsIn(c.parentText))
    return comparedPart('parent.differs', -3, true, ...words);
  const part = jaccard(mine, theirs);
  const textsDiffer =
    q.parentText !== '' && c.parentText !== '' && plainParent(q.parentText) !== plainParent(c.parentText);
  if (!textsDiffer && (part >= 0.99 || mine.join('') === theirs.join('')))
    return comparedPart(
      'parent.equal',
      q.parent.includes('pla') === c.parent.includes('pla') ? 3 : 2.95,
      false,
      ...words,
    );
  if (q.parentText !== '' && shortens(q.parentText, c.parentText))
    return comparedPart('parent.short', 2.5, false, ...words);
  if (q.parentText !== '' && presentUniversity(q.parentText) === presentUniversity(c.parentText))
    return comparedPart('parent.renamed', 2.2, true, ...words);
  if (sameSet(collegeAsUniversity(q.parent), collegeAsUniversity(c.parent)))
    return comparedPart('parent.renamed', 2, true, ...words);
  // One character lost; one mistaken may be another university (广西医科大学, 山西医科大学).
  const longer = Math.abs(q.parentText.length - c.parentText.length);
  if (q.parentText.length > 4 && longer === 1 && shortLevenshtein(q.parentText, c.parentText) === 1)
    return comparedPart('parent.slip', 1.5, true, ...words);
  if (part > 0.45) return comparedPart('parent.part', 0.5, true, ...words);
  return comparedPart('parent.differs', -3, true, ...words);
};
