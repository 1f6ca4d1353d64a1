import { townOfUniversity } from '../../names/compare/compare-place.ts';
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
const HELD = ['contained', 'covered', 'covers'] as const;

const conflictsOf = ({ comparison }: Candidate): number => comparison.conflicts;
/** Least lead of a Chinese name over the next in how alike both are written. */
const MORE_ALIKE = 0.15;
const alikeOf = ({ features }: Candidate): number => features.get('text.alike') ?? 0;

/** Whether a measure is less for one than for each of the others. */
const leadsBy =
  (all: readonly Candidate[], of: (one: Candidate) => number, by: number) =>
  (one: Candidate): boolean =>
    all.length > 1 && all.every((other) => other === one || of(other) >= of(one) + by);

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
  const fitting = all.filter(fits).map((one) => known(index, one));
  const best = Math.max(...fitting, Number.NEGATIVE_INFINITY);
  return {
    whole: all.filter(({ key }) => key === 'whole').length,
    near: all.filter(({ key }) => key !== null && key !== 'longer').length,
    clean: all.filter(({ comparison }) => comparison.conflicts === 0).length,
    fewest: leadsBy(all, conflictsOf, 1),
    fewestByFar: leadsBy(all, conflictsOf, 2),
    mostAlike: leadsBy(all, (one) => -alikeOf(one), MORE_ALIKE),
    soles: HELD.filter((feature) => all.filter(({ features }) => features.get(feature) === 1).length === 1),
    /** How well known the best known of the others that fit is; null where there is none. */
    rival: (one: Candidate): number | null => {
      const own = known(index, one);
      if (fitting.length < 2) return null;
      return own < best ? best : Math.max(...fitting.filter((_, at) => at !== fitting.indexOf(own)));
    },
  };
};

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
    const put = (feature: string, value = 1): unknown => features.set(feature, value);
    const beside = placeFeatures(index, asked, one);
    if (beside !== null) put(beside);
    if (one.key === 'whole' && around.whole === 1) put('whole.sole');
    if (one.key !== 'whole' && around.whole > 0) put('whole.rival');
    if (one.key !== null && one.key !== 'longer' && around.near === 1) put('key.sole');
    if (one.comparison.conflicts === 0 && around.clean === 1) put('clean.sole');
    if (one.comparison.conflicts > 0 && around.fewest(one)) put('fewest');
    if (one.comparison.conflicts > 0 && around.fewestByFar(one)) put('fewest.by-far');
    if (alikeOf(one) > 0 && around.mostAlike(one)) put('text.most-alike');
    for (const feature of around.soles) if (features.get(feature) === 1) put(`${feature}.sole`);
    put('standing', known(index, one));
    if (one.key === 'initials') put('initials.more', asked.initials.length - FEWEST_INITIALS);
    if (asked.name.length <= FEW_CHARACTERS) put('few-characters');
    if (unplaced) put('unplaced');
    if (unplaced) put('unplaced.standing', known(index, one));
    // Its name states a town and the question does not: it may be a namesake in that town, or the one hospital that everybody means.
    if (one.features.has(STATED)) put(unplaced ? 'unplaced.stated' : 'parented.stated');
    if (one.features.has(STATED)) put('stated.standing', known(index, one));
    if (one.features.has(STATED) && (index.standing[one.institution] ?? 0) < WELL_KNOWN)
      put('stated.obscure');
    if (one.features.has(STATED) && isAtSeat(index, asked, one)) put('stated.seat');
    for (const doubt of doubtsOf(index, one)) put(doubt);
    if (isDirectoryOnly(index, one)) put('directory-only');
    const rival = fits(one) ? around.rival(one) : null;
    if (rival !== null) put('margin', Math.max(-2, Math.min(2, known(index, one) - rival)));
    for (const number of together(features)) features.put(number, 1);
    return { ...one, features };
  });
};
