import { shortName } from '../../places/short-name.ts';
import type { NameParts } from '../parse/parts.ts';
import { compareCore } from './compare-core.ts';
import { compareKinds, compareSpecialties } from './compare-kind.ts';
import { compareParents } from './compare-parent.ts';
import { compareDistricts, comparePlaces } from './compare-place.ts';
import { compareSound, compareText } from './compare-text.ts';
import { type ComparedPart, comparedPart, type NameComparison, type RowPlace } from './comparison.ts';

const compareOrdinal = (q: NameParts, c: NameParts): ComparedPart => {
  const words = [String(q.ordinal ?? ''), String(c.ordinal ?? '')] as const;
  if (q.ordinal === c.ordinal)
    return comparedPart('ordinal.equal', q.ordinal === null ? 0.5 : 2.5, false, ...words);
  if (q.ordinal !== null && c.ordinal !== null) return comparedPart('ordinal.differs', -7, true, ...words);
  return comparedPart('ordinal.missing', -2.5, true, ...words);
};

/** How far apart two sorts of house are: a town's health centre became a community centre; a station is often called a hospital. */
const bodyWeight = (a: string, b: string | null): number => {
  const both = [a, b ?? ''];
  if (both.every((one) => /^(?:community|healthcentre)$/u.test(one))) return -0.4;
  if (both.every((one) => /^(?:hospital|station|healthstation|institute)$/u.test(one))) return -0.7;
  return both.includes('hospital') && both.some((one) => /^(?:community|healthcentre)$/u.test(one))
    ? -1
    : -1.5;
};

const compareBody = (q: NameParts, c: NameParts): ComparedPart => {
  const words = [q.body ?? '', c.body ?? ''] as const;
  if (q.body === c.body) return comparedPart('body.equal', 0, false, ...words);
  return comparedPart('body.differs', q.body === null ? -0.5 : bodyWeight(q.body, c.body), true, ...words);
};

const compareBranch = (q: NameParts, c: NameParts): ComparedPart => {
  if (q.branch === c.branch || (q.branch === '集团' && c.branch.includes(q.branch))) {
    // A numbered part with a record of its own: it, or the hospital it is a part of, may be meant.
    const part = q.script === 'latin' && q.branch.endsWith('医学中心');
    return comparedPart('branch.equal', q.branch === '' ? 0 : 2, part, q.branch, c.branch);
  }
  return comparedPart('branch.differs', c.branch === '' ? -1.2 : -2.5, true, q.branch, c.branch);
};

/**
 * Least score of a name that differs by a typing error, whatever its broken words were parsed as. Enough for a candidate, not for
 * a match.
 */
const FLOOR: Readonly<Record<string, number>> = {
  'text.reordered': 6.5,
  'text.slip': 5.2,
  // A character too many is rarer than one that was lost or mistaken.
  'text.added': 4.4,
  // Without its place a name is one of many that are written alike.
  'text.inside': 3.4,
};
const NO_SLIP = /^(?:(?:ordinal|place|district|parent)\.differs|parent\.part)$/u;
const OTHER_KIND = /^(?:kind|specialty)\.differs$/u;
const BROKEN = /^core\.(?:extra|differs|part)$/u;

/** What a place said beside the name adds to every name that stands there, slips of the pen among them. */
const placeBesideName = (q: NameParts, parts: readonly ComparedPart[]): number => {
  if (q.places.some((one) => q.text.includes(shortName(one.split('|')[0] ?? '')))) return 0;
  return Math.max(0, parts.find((one) => one.code.startsWith('place.'))?.weight ?? 0);
};

const slipFloor = (q: NameParts, parts: readonly ComparedPart[]): number => {
  const has = (pattern: RegExp): boolean => parts.some((one) => pattern.test(one.code));
  const slip = parts.find((one) => one.code in FLOOR);
  if (slip === undefined) return Number.NEGATIVE_INFINITY;
  // 西医结合医院 lost a character of 中西医结合医院: what is left reads as a name of its own.
  // All that was asked reads well, and the name on record has a word of its own: another name rather than a slip.
  const floor = has(/^core\.missing$/u) && slip.code !== 'text.reordered' ? 3.4 : (FLOOR[slip.code] ?? 0);
  const other = has(NO_SLIP) || (has(OTHER_KIND) && !has(BROKEN));
  return other && slip.code !== 'text.reordered'
    ? Number.NEGATIVE_INFINITY
    : floor + slip.weight + placeBesideName(q, parts);
};

/** Highest score of a name that agrees in pinyin by its parts only: below that of a name whose whole sound agrees. */
const SPOKEN_PART = 7.5;

/** Compares a name asked for with a name on record, part by part. Pure; every observation is kept. */
export const compareNames = (q: NameParts, c: NameParts, row: RowPlace): NameComparison => {
  const spoken = q.script === 'latin' && q.sound.length > 0 && c.sound.length > 0 ? compareSound(q, c) : null;
  if (spoken?.conflicts === 0) return spoken;
  const parts = compareParts(q, c, row);
  if (spoken === null) return parts;
  // Pinyin of a part of the name ("rui jin yi yuan") is told by its parts, but never without doubt.
  const score = Math.min(parts.score, SPOKEN_PART);
  return spoken.score >= score ? spoken : { ...parts, score, conflicts: parts.conflicts + 1 };
};

const compareParts = (q: NameParts, c: NameParts, row: RowPlace): NameComparison => {
  const parts = [
    compareCore(q, c),
    compareOrdinal(q, c),
    ...compareKinds(q, c),
    compareSpecialties(q, c),
    comparePlaces(q, c, row),
    compareDistricts(q, c, row),
    compareParents(q, c, row),
    compareBody(q, c),
    compareBranch(q, c),
    ...compareText(q, c),
  ];
  let score = 0;
  let conflicts = 0;
  for (const one of parts) {
    score += one.weight;
    if (one.conflicts) conflicts += 1;
  }
  return { score: Math.max(score, slipFloor(q, parts)), parts: parts, conflicts: conflicts };
};
