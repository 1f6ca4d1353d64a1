import type { NameComparison } from '../../names/compare/comparison.ts';
import { observationNumber } from '../../names/compare/comparison.ts';
import { initialsKey } from '../../names/index/blocking-keys.ts';
import { generateCandidates, namesUnder } from '../../names/index/candidate-generation.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { wordRarity } from '../../names/index/word-bearers.ts';
import { isTownReading } from '../../names/parse/parse-latin.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { placeFit } from '../asked-place.ts';
import { type AskedName, readingsToSearch } from './asked-name.ts';
import { houseOf, isTownship } from './house-of.ts';
import { type KeyMatch, keyMatch, nameObserver } from './name-features.ts';
import { isNamedThere, NAMED_THERE } from './named-there.ts';
import type { Observations, Weigh } from './observations.ts';
import { byOtherNames } from './other-names.ts';

/** An institution that could be meant: its name that fits best, and what speaks for and against it. */
export type Candidate = Readonly<{
  institution: number;
  name: number;
  key: KeyMatch;
  comparison: NameComparison;
  features: Observations;
}>;

/** Institutions whose other names are looked at. */
const LOOKED_INTO = 8;

/** The distinctive word that was asked is in the name on record. */
const SAME_WORD = ['core.equal', 'core.part', 'core.similar', 'core.homophone'].map(observationNumber);
const RARE = observationNumber('core.rare');
const PART_OF_ANOTHER = observationNumber('branch.differs:known');
/** 山东省立医院东院 stands on the record of 山东省立医院: a campus has no licence of its own. */
const CAMPUS = /(?:院区|^[东南西北中新老本总]院)$/u;

/**
 * A community or township centre is meant only by names that say so or that it bears whole, whatever its other names are, and a chain's
 * group only by its own name.
 */
const isOutOfPlace = (index: NameIndex, asked: AskedName, name: number): boolean => {
  if (index.fullKey[name] === asked.full || index.translationKey[name] === asked.full) return false;
  const house = houseOf(index, name);
  return house === 'group' || (house === 'township' && !asked.readings.some(({ body }) => isTownship(body)));
};

/** A line in Latin letters that names more than one house: a hospital and its part elsewhere, or two hospitals. */
const namesSeveralHouses = ({ script, readings }: AskedName): boolean =>
  script === 'latin' && readings.length > 1 && !readings.some(isTownReading);

type Scored = Readonly<{ key: KeyMatch; score: number }>;

/** Whether a name speaks more for its institution than another of it: the whole name before all that is only like it. */
const speaksMore = (one: Scored, before: Scored): boolean =>
  (one.key === 'whole') === (before.key === 'whole') ? one.score > before.score : one.key === 'whole';

/** Says of each institution how many of its names agree, and which ways to read the question do. */
const markAgreement = (
  asked: AskedName,
  best: ReadonlyMap<number, Candidate>,
  agreeing: ReadonlyMap<number, ReadonlySet<number>>,
  readAs: ReadonlyMap<number, ReadonlySet<number>>,
): void => {
  for (const [institution, names] of agreeing)
    if (names.size > 1) best.get(institution)?.features.set('names.agree', Math.min(3, names.size) - 1);
  if (asked.readings.length > 1)
    for (const [institution, readings] of readAs)
      best
        .get(institution)
        ?.features.set(readings.size === asked.readings.length ? 'readings.all' : 'readings.some', 1);
  if (namesSeveralHouses(asked))
    for (const [institution, one] of best)
      if (readAs.get(institution)?.size !== asked.readings.length && !one.features.has('branch.equal'))
        one.features.set('house.unmet', 1);
};

const addTo = (sets: Map<number, Set<number>>, of: number, value: number): void => {
  const known = sets.get(of);
  if (known === undefined) sets.set(of, new Set([value]));
  else known.add(value);
};

/**
 * Everyone who could be meant by a name: for each institution the name that speaks most for it, likeliest by name first. `without`:
 * names left out (the bench hides names to measure).
 */
export const bestNames = (
  index: NameIndex,
  asked: AskedName,
  weigh: Weigh,
  without: (name: number) => boolean = () => false,
): Candidate[] => {
  const initials = asked.initials === '' ? 0 : initialsKey(asked.initials);
  const keys = [
    asked.full,
    asked.short,
    asked.house,
    asked.english,
    initials,
    ...asked.there.map((one) => one.key),
  ].filter((key) => key !== 0);
  const exact = namesUnder(index, keys);
  const best = new Map<number, Candidate & { score: number; reading: NameParts }>();
  const partOfAnother = new Set<number>();
  const namedThere = new Set<number>();
  const situated = readingsToSearch(asked);
  const agreeing = new Map<number, Set<number>>();
  const readAs = new Map<number, Set<number>>();
  for (const [reading, parts] of asked.readings.entries()) {
    const rarity = wordRarity(index, parts, without);
    const observe = nameObserver(index, parts, reading);
    const seen: boolean[] = [];
    for (const one of generateCandidates(index, parts, situated[reading], exact, undefined, without)) {
      if (without(one.name) || isOutOfPlace(index, asked, one.name)) continue;
      const key = keyMatch(index, asked, one.name);
      if (isNamedThere(index, asked, one.name)) namedThere.add(one.institution);
      // The same name once more says the same again; only of the whole name does its kind count.
      if (key !== 'whole' && seen[one.turn] === true) continue;
      seen[one.turn] = true;
      const features = observe(one, key);
      if (rarity > 0 && features.holdsAny(SAME_WORD)) features.put(RARE, rarity);
      if (one.comparison.conflicts === 0) {
        addTo(readAs, one.institution, reading);
        addTo(agreeing, one.institution, index.fullKey[one.name] ?? 0);
      }
      if (features.holds(PART_OF_ANOTHER) && !CAMPUS.test(index.partsAt(one.name).branch))
        partOfAnother.add(one.institution);
      const score = features.weighed(weigh);
      const before = best.get(one.institution);
      if (before === undefined || speaksMore({ key, score }, before))
        best.set(one.institution, {
          institution: one.institution,
          name: one.name,
          key,
          comparison: one.comparison,
          features,
          score,
          reading: parts,
        });
    }
  }
  markAgreement(asked, best, agreeing, readAs);
  for (const institution of namedThere) best.get(institution)?.features.set(NAMED_THERE, 1);
  // 深圳阜外医院 is also 中国医学科学院阜外医院深圳医院: it is called like the hospital in Beijing, but is another's branch.
  for (const one of best.values())
    if (partOfAnother.has(one.institution) && !one.features.holds(PART_OF_ANOTHER))
      one.features.set('branch.other-name', 1);
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || a.institution - b.institution);
  for (const one of sorted.slice(0, LOOKED_INTO)) {
    for (const [code, isSo] of byOtherNames)
      if (isSo(index, one.reading, one, without)) one.features.set(code, 1);
  }
  return sorted;
};

/**
 * The candidates that may be meant where a place is stated beside the name: those that stand there, or whose place is not known. A
 * hospital elsewhere is another, however well its name fits.
 */
export const standingThere = (
  index: NameIndex,
  { place }: AskedName,
  all: readonly Candidate[],
): readonly Candidate[] =>
  all.filter(({ institution }) => placeFit(place, index.places.at(institution)) !== 'differs');

/** Whether no authority's list names it. */
export const isDirectoryOnly = (index: NameIndex, { institution }: Pick<Candidate, 'institution'>): boolean =>
  (index.standing[institution] ?? 0) === 0;
