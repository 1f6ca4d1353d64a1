import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import { compareNames } from '../names/compare/compare.ts';
import type { ComparedPart } from '../names/compare/comparison.ts';
import type { Candidate } from '../names/index/candidate-generation.ts';
import { candidatesByReading } from '../names/index/candidates-by-reading.ts';
import type { NameIndex } from '../names/index/name-index.ts';
import { type Suggestion, suggestIn } from '../names/index/suggest.ts';
import { parseReadings } from '../names/parse/parse-name.ts';
import type { NameParts } from '../names/parse/parts.ts';
import type { AskedPlace } from './asked-place.ts';
import { MAX_CANDIDATES, noMatch } from './results.ts';

/** Finds institutions by any form of their names; built once a generation. */
export type NameFinder = Readonly<{
  index: NameIndex;
  find(name: string, place: AskedPlace): Identification;
  /** Institutions with a name that has no conflict with the name asked. */
  fitting(name: string, place: AskedPlace): readonly string[];
  /** Institutions whose name begins with, or is abbreviated by, what was typed; at most ten. */
  suggest(typed: string): readonly Suggestion[];
}>;

/**
 * Operating points, chosen by hand and checked by bench/names: below POSSIBLE nothing is claimed; STRONG also forbids any part
 * that differs.
 */
const POSSIBLE = 2.2;
const STRONG = 4.5;
/** A second candidate whose score is this close makes the match ambiguous. */
const CLOSE = 0.6;
const DECIDED_BY_DIFFERENCE = /^(?:ordinal|kind|specialty|place|parent)\.differs$/u;

/**
 * Chance that the best candidate is the one meant: a logistic curve over score and lead, fitted on half A of the questions of
 * bench/names (both lists; made-up names counted a seventh each, as nobody's) and checked on half B.
 */
const chance = (score: number, lead: number): number => {
  const value = 0.35 * score + 0.53 * Math.max(0, Math.min(lead, 3)) - 0.88;
  return Math.round((1 / (1 + Math.exp(-value))) * 1000) / 1000;
};

const isWorthSaying = (one: ComparedPart): boolean =>
  one.weight !== 0 && (one.asked !== '' || one.found !== '');

const reasonsOf = (index: NameIndex, found: Candidate): Reason[] => [
  reason('name.similar', { name: index.names.at(found.name) }),
  ...found.comparison.parts
    .filter((one) => isWorthSaying(one) && one.code !== 'text.alike')
    .map((one) => reason(`part.${one.code}`, { asked: one.asked || '–', found: one.found || '–' })),
];

const withPlace = (parts: NameParts, place: AskedPlace): NameParts => {
  const more = [place.province, place.city].filter((one) => one !== null);
  const own = parts.places.flatMap((one) => one.split('|'));
  return { ...parts, places: [...parts.places, ...more.filter((one) => !own.includes(one))] };
};

const readingsAt = (name: string, place: AskedPlace): NameParts[] =>
  parseReadings(name).map((parts) => withPlace(parts, place));

const rivalOf = (best: Candidate, others: readonly Candidate[]): boolean =>
  others.some(
    (other) =>
      other.comparison.score > best.comparison.score - CLOSE &&
      !other.comparison.parts.some((one) => DECIDED_BY_DIFFERENCE.test(one.code)),
  );

/** A strong match needs a place or a parent that is stated and agrees: many towns have a hospital of the same distinctive word. */
const SITUATED =
  /^(?:place\.equal|place\.province|district\.equal|parent\.equal|parent\.short|sound\.equal)$/u;

const placeOrParentAgrees = (one: Candidate): boolean =>
  one.comparison.parts.some((part) => SITUATED.test(part.code));

const certainCandidate = (found: readonly Candidate[]): Candidate | null => {
  const [best, ...others] = found.filter((one) => one.comparison.conflicts === 0);
  if (best === undefined || others.length > 0 || best.comparison.score < STRONG || !placeOrParentAgrees(best))
    return null;
  return rivalOf(
    best,
    found.filter((one) => one !== best),
  )
    ? null
    : best;
};

/**
 * Least score, and least lead, of the only candidate below `POSSIBLE` that is still shown: one that differs by kind only
 * (威海市中西医结合医院, 威海市中医院).
 */
const ALONE = 1;
const ANOTHER =
  /^(?:core\.(?:extra|differs|missing|part|similar)|(?:ordinal|place|parent|district)\.(?:differs|missing))$/u;

const possibleCandidates = (found: readonly Candidate[]): readonly Candidate[] => {
  const possible = found.filter((one) => one.comparison.score >= POSSIBLE);
  const [first, second] = found;
  if (possible.length > 0 || first === undefined) return possible;
  const { score, parts } = first.comparison;
  const apart = score - (second?.comparison.score ?? 0) >= ALONE;
  return score >= ALONE && apart && placeOrParentAgrees(first) && !parts.some((one) => ANOTHER.test(one.code))
    ? [first]
    : [];
};

const candidates = (index: NameIndex, found: readonly Candidate[]): Identification['candidates'] => {
  const second = found[1]?.comparison.score ?? 0;
  return found.slice(0, MAX_CANDIDATES).map((one, at) => ({
    id: index.institutions.at(one.institution),
    score: chance(one.comparison.score, at === 0 ? one.comparison.score - second : 0) * (at === 0 ? 1 : 0.5),
    why: reasonsOf(index, one),
  }));
};

/** What a place beside the name may fill in. Beyond that the name itself must agree: 广西红十字会医院 with 南宁 beside it is not 南宁市红十字会医院. */
const FILLED = /^(?:place|parent)\.not-said$/u;

const agreesWithoutContext = (index: NameIndex, name: string, sure: Candidate): boolean => {
  const [known, place] = [index.partsAt(sure.name), index.places.at(sure.institution)];
  return parseReadings(name).some((own) =>
    compareNames(own, known, place).parts.every((one) => !one.conflicts || FILLED.test(one.code)),
  );
};

const decideMatch = (index: NameIndex, name: string, found: readonly Candidate[]): Identification => {
  const sure = certainCandidate(found);
  if (sure !== null && agreesWithoutContext(index, name, sure)) {
    const lead = sure.comparison.score - (found.find((one) => one !== sure)?.comparison.score ?? 0);
    const score = Math.max(0.985, chance(sure.comparison.score, lead));
    const id = index.institutions.at(sure.institution);
    return { match: 'strong', score, why: reasonsOf(index, sure), id, candidates: [] };
  }
  const possible = possibleCandidates(found);
  if (possible.length === 0) return noMatch([reason('name.not-found', { name })]);
  const list = candidates(index, possible);
  const why = [reason('name.similar-only', { name, count: possible.length })];
  return { match: 'ambiguous', score: list[0]?.score ?? 0, why, id: null, candidates: list };
};

/** A finder over one generation's index. Deterministic; bounded work on any text. */
export const nameFinder = (index: NameIndex): NameFinder => ({
  index,
  find: (name, place) => decideMatch(index, name, candidatesByReading(index, readingsAt(name, place))),
  fitting: (name, place) =>
    candidatesByReading(index, readingsAt(name, place))
      .filter((one) => one.comparison.conflicts === 0)
      .map((one) => index.institutions.at(one.institution)),
  suggest: (typed) => suggestIn(index, typed),
});
