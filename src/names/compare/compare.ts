import { shortName } from '../../places/short-name.ts';
import type { NameParts } from '../parse/parts.ts';
import { compareCore } from './compare-core.ts';
import { compareDistricts } from './compare-district.ts';
import { compareKinds, compareSpecialties } from './compare-kind.ts';
import { compareParents } from './compare-parent.ts';
import { comparePlaces } from './compare-place.ts';
import { compareSound, compareText } from './compare-text.ts';
import {
  type ComparedPart,
  comparedPart,
  type NameComparison,
  type RowPlace,
  withDetail,
} from './comparison.ts';

/** Cities and universities count so far; a higher number is an army hospital's own, and tells it from all others. */
const HIGHEST_COUNT = 20;

const compareOrdinal = (q: NameParts, c: NameParts): ComparedPart => {
  const words = [String(q.ordinal ?? ''), String(c.ordinal ?? '')] as const;
  if (q.ordinal === c.ordinal) {
    const part = comparedPart('ordinal.equal', false, ...words);
    return (q.ordinal ?? 0) > HIGHEST_COUNT ? withDetail(part, 'code') : part;
  }
  if (q.ordinal !== null && c.ordinal !== null) return comparedPart('ordinal.differs', true, ...words);
  return withDetail(comparedPart('ordinal.missing', true, ...words), q.ordinal === null ? 'asked' : 'known');
};

const TOWN_HOUSE = /^(?:community|healthcentre)$/u;
const LIKE_HOSPITAL = /^(?:hospital|station|healthstation|institute|medicalcentre)$/u;

/** How far apart two sorts of house are: a town's health centre became a community centre; a station is often called a hospital. */
const bodyDetail = (a: string | null, b: string | null): string => {
  const both = [a ?? '', b ?? ''];
  if (a === null || b === null) return a === null ? 'asked' : 'known';
  return [TOWN_HOUSE, LIKE_HOSPITAL].some((sort) => both.every((one) => sort.test(one))) ? 'kin' : 'other';
};

const compareBody = (q: NameParts, c: NameParts): ComparedPart => {
  const words = [q.body ?? '', c.body ?? ''] as const;
  if (q.body === c.body) return comparedPart('body.equal', false);
  return withDetail(comparedPart('body.differs', true, ...words), bodyDetail(q.body, c.body));
};

/** 海南医院 and 海南分院 behind a hospital's name, and "Hainan Branch", are one part of it: the word that tells it from others. */
const branchWord = (branch: string): string => shortName(branch.replace(/(?:分院|医院|院区|分部)$/u, ''));

const compareBranch = (q: NameParts, c: NameParts): ComparedPart => {
  const word = branchWord(q.branch);
  const sameWord = word.length > 1 && word === branchWord(c.branch);
  if (sameWord || q.branch === c.branch || (q.branch === '集团' && c.branch.includes(q.branch))) {
    // A numbered part with a record of its own: it, or the hospital it is a part of, may be meant.
    const part = q.script === 'latin' && q.branch.endsWith('医学中心');
    return comparedPart('branch.equal', part, q.branch, c.branch);
  }
  const detail = q.branch === '' ? 'known' : c.branch === '' ? 'asked' : 'other';
  return withDetail(comparedPart('branch.differs', true, q.branch, c.branch), detail);
};

/** Compares a name asked for with a name on record, part by part. Pure; every observation is kept. */
export const compareNames = (q: NameParts, c: NameParts, row: RowPlace): NameComparison => {
  const spoken = q.script === 'latin' && q.sound.length > 0 && c.sound.length > 0 ? compareSound(q, c) : null;
  if (spoken?.conflicts === 0) return spoken;
  const parts = compareParts(q, c, row);
  const all = spoken === null ? parts : [...parts, ...spoken.parts];
  return { parts: all, conflicts: all.filter((one) => one.conflicts).length };
};

/** 岳阳中西医结合医院 of Shanghai: a place where it does not stand is its distinctive word. */
const calledByPlace = (core: ComparedPart, place: ComparedPart): ComparedPart =>
  core.code === 'core.none' && place.detail === 'called'
    ? comparedPart('core.equal', false, place.asked, place.asked)
    : core;

const compareParts = (q: NameParts, c: NameParts, row: RowPlace): readonly ComparedPart[] => {
  const place = comparePlaces(q, c, row);
  return [calledByPlace(compareCore(q, c), place), ...otherParts(q, c, row, place)];
};

const otherParts = (
  q: NameParts,
  c: NameParts,
  row: RowPlace,
  place: ComparedPart,
): readonly ComparedPart[] => [
  compareOrdinal(q, c),
  ...compareKinds(q, c),
  compareSpecialties(q, c),
  place,
  compareDistricts(q, c, row),
  compareParents(q, c, row),
  compareBody(q, c),
  compareBranch(q, c),
  ...compareText(q, c),
];
