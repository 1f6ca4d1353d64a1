import { townOfUniversity } from '../../names/compare/compare-place.ts';
import { observationNumber } from '../../names/compare/comparison.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { placeFit } from '../asked-place.ts';
import type { AskedName } from './asked-name.ts';
import { type Candidate, isDirectoryOnly } from './candidates.ts';
import { STATED } from './ground.ts';
import { together } from './joint-observations.ts';
import { Observations } from './observations.ts';
import { placeDoubts } from './place-doubts.ts';

const placeFeatures = (index: NameIndex, { place }: AskedName, { institution }: Candidate): string | null => {
  if (place.province === null && place.city === null) return null;
  const fit = placeFit(place, index.places.at(institution));
  return `beside.${place.city === null && fit === 'agrees' ? 'province' : fit}`;
};

/** Lists beside the basic one on which stands who is well known. */
const WELL_KNOWN = 3;

/** A name of so few characters is soon another's: 红兴医院, 红兴隆医院. */
const FEW_CHARACTERS = 6;
/** The more letters initials have, the fewer hospitals can be called by them. */
const FEWEST_INITIALS = 3;

/** As good by name as a rival must be to count: the same exact key, or nothing that speaks against it. */
const fits = (one: Candidate): boolean =>
  (one.key !== null && one.key !== 'longer') || one.comparison.conflicts === 0;

const known = (index: NameIndex, one: Candidate): number => Math.log1p(index.standing[one.institution] ?? 0);

/** Whether the question says nothing of where the hospital stands or whose it is. */
const isUnplaced = ({ place, readings }: AskedName): boolean =>
  place.province === null &&
  place.city === null &&
  readings.every((parts) => parts.places.length + parts.districts.length + parts.parent.length === 0);

/** All that was asked stands in the name on record, or all of the name on record in what was asked. */
const HELD = ['contained', 'covered', 'covers'].map((code) => ({
  feature: observationNumber(code),
  sole: observationNumber(`${code}.sole`),
}));

const conflictsOf = ({ comparison }: Candidate): number => comparison.conflicts;
/** Least lead of a Chinese name over the next in how alike both are written. */
const MORE_ALIKE = 0.15;
const alikeOf = ({ features }: Candidate): number => features.valueOf(ALIKE) ?? 0;
const ALIKE = observationNumber('text.alike');

/** The two least of some values; infinite where there are fewer. */
const twoLeast = (values: readonly number[]): readonly [number, number] => {
  let [least, next] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const value of values) {
    if (value < least) [least, next] = [value, least];
    else if (value < next) next = value;
  }
  return [least, next];
};

/** Whether a measure is less for one than for each of the others. */
const leadsBy = (all: readonly Candidate[], of: (one: Candidate) => number) => {
  const [least, next] = twoLeast(all.map(of));
  return (one: Candidate, by: number): boolean => {
    const own = of(one);
    return all.length > 1 && (own === least ? next : least) >= own + by;
  };
};

/** 首都医科大学附属妇产医院, 首都医科大学附属北京妇产医院: the town that only the record's name states is the university's own, and its work agrees. */
const isAtSeat = (index: NameIndex, { readings }: AskedName, { institution, features }: Candidate): boolean =>
  features.has('parent.equal') &&
  features.has('specialty.equal') &&
  readings.some(
    ({ parentText }) =>
      parentText !== '' && townOfUniversity(parentText) === index.places.at(institution).city,
  );

/** What the whole set of candidates says of each. */
const surroundings = (index: NameIndex, all: readonly Candidate[]) => {
  const fitting = all.filter(fits).map((one) => -known(index, one));
  const [best, next] = twoLeast(fitting);
  const byConflicts = leadsBy(all, conflictsOf);
  const byAlikeness = leadsBy(all, (one) => -alikeOf(one));
  return {
    whole: all.filter(({ key }) => key === 'whole').length,
    near: all.filter(({ key }) => key !== null && key !== 'longer').length,
    clean: all.filter(({ comparison }) => comparison.conflicts === 0).length,
    fewest: (one: Candidate) => byConflicts(one, 1),
    fewestByFar: (one: Candidate) => byConflicts(one, 2),
    mostAlike: (one: Candidate) => byAlikeness(one, MORE_ALIKE),
    soles: HELD.filter(
      ({ feature }) => all.filter(({ features }) => features.valueOf(feature) === 1).length === 1,
    ),
    /** How well known the best known of the others that fit is; null where there is none. */
    rival: (one: Candidate): number | null =>
      fitting.length < 2 ? null : known(index, one) < -best ? -best : -next,
  };
};

/** The observations made here, by number. */
const O = {
  wholeSole: observationNumber('whole.sole'),
  wholeRival: observationNumber('whole.rival'),
  keySole: observationNumber('key.sole'),
  cleanSole: observationNumber('clean.sole'),
  fewest: observationNumber('fewest'),
  fewestByFar: observationNumber('fewest.by-far'),
  textMostAlike: observationNumber('text.most-alike'),
  standing: observationNumber('standing'),
  initialsMore: observationNumber('initials.more'),
  fewCharacters: observationNumber('few-characters'),
  unplaced: observationNumber('unplaced'),
  unplacedStanding: observationNumber('unplaced.standing'),
  statedStanding: observationNumber('stated.standing'),
  statedObscure: observationNumber('stated.obscure'),
  statedSeat: observationNumber('stated.seat'),
  directoryOnly: observationNumber('directory-only'),
  margin: observationNumber('margin'),
  unplacedStated: observationNumber('unplaced.stated'),
  parentedStated: observationNumber('parented.stated'),
  stated: observationNumber(STATED),
} as const;

/**
 * Adds to each candidate what the others say of it: whether it alone bears the name, and how much better known it is than its rivals
 * among `all`.
 */
export const withContext = (
  index: NameIndex,
  asked: AskedName,
  all: readonly Candidate[],
): readonly Candidate[] => {
  // What only directories name takes nothing from what an authority lists: not even that it alone bears a name.
  const onLists = all.filter((one) => !isDirectoryOnly(index, one));
  const listed = surroundings(index, onLists);
  const among = onLists.length === all.length ? listed : surroundings(index, all);
  const unplaced = isUnplaced(asked);
  const doubtsOf = placeDoubts(asked);
  return all.map((one) => {
    const around = isDirectoryOnly(index, one) ? among : listed;
    const features = new Observations(one.features);
    const put = (feature: number, value = 1): void => features.put(feature, value);
    const beside = placeFeatures(index, asked, one);
    if (beside !== null) features.set(beside, 1);
    if (one.key === 'whole' && around.whole === 1) put(O.wholeSole);
    if (one.key !== 'whole' && around.whole > 0) put(O.wholeRival);
    if (one.key !== null && one.key !== 'longer' && around.near === 1) put(O.keySole);
    if (one.comparison.conflicts === 0 && around.clean === 1) put(O.cleanSole);
    if (one.comparison.conflicts > 0 && around.fewest(one)) put(O.fewest);
    if (one.comparison.conflicts > 0 && around.fewestByFar(one)) put(O.fewestByFar);
    if (alikeOf(one) > 0 && around.mostAlike(one)) put(O.textMostAlike);
    for (const { feature, sole } of around.soles) if (features.valueOf(feature) === 1) put(sole);
    put(O.standing, known(index, one));
    if (one.key === 'initials') put(O.initialsMore, asked.initials.length - FEWEST_INITIALS);
    if (asked.name.length <= FEW_CHARACTERS) put(O.fewCharacters);
    if (unplaced) put(O.unplaced);
    if (unplaced) put(O.unplacedStanding, known(index, one));
    // Its name states a town and the question does not: it may be a namesake in that town, or the one hospital that everybody means.
    const isStated = one.features.holds(O.stated);
    if (isStated) put(unplaced ? O.unplacedStated : O.parentedStated);
    if (isStated) put(O.statedStanding, known(index, one));
    if (isStated && (index.standing[one.institution] ?? 0) < WELL_KNOWN) put(O.statedObscure);
    if (isStated && isAtSeat(index, asked, one)) put(O.statedSeat);
    for (const doubt of doubtsOf(index, one)) features.set(doubt, 1);
    if (isDirectoryOnly(index, one)) put(O.directoryOnly);
    const rival = fits(one) ? around.rival(one) : null;
    if (rival !== null) put(O.margin, Math.max(-2, Math.min(2, known(index, one) - rival)));
    for (const number of together(features)) features.put(number, 1);
    return {
      institution: one.institution,
      name: one.name,
      key: one.key,
      comparison: one.comparison,
      features,
    };
  });
};
