import type { NameComparison } from '../../names/compare/comparison.ts';
import { generateCandidates, namesUnder } from '../../names/index/candidate-generation.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { placeFit } from '../asked-place.ts';
import { type AskedName, readingsToSearch } from './asked-name.ts';
import { type Features, type KeyMatch, keyMatch, nameFeatures } from './name-features.ts';

/** An institution that could be meant: its name that fits best, and what speaks for and against it. */
export type Candidate = Readonly<{
  institution: number;
  name: number;
  key: KeyMatch;
  comparison: NameComparison;
  features: Features;
}>;

/** Gives the weight of a feature. */
export type Weigh = (feature: string) => number;

export const weighFeatures = (features: Features, weigh: Weigh): number => {
  let sum = 0;
  for (const [feature, value] of features) sum += weigh(feature) * value;
  return sum;
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
  const exact = namesUnder(index, asked.short === 0 ? [asked.full] : [asked.full, asked.short]);
  const best = new Map<number, Candidate & { score: number }>();
  const situated = readingsToSearch(asked);
  for (const [reading, parts] of asked.readings.entries())
    for (const one of generateCandidates(index, parts, situated[reading], exact)) {
      if (without(one.name)) continue;
      const features = nameFeatures(index, asked, reading, one);
      const score = weighFeatures(features, weigh);
      const before = best.get(one.institution);
      if (before === undefined || score > before.score)
        best.set(one.institution, { ...one, key: keyMatch(index, asked, one.name), features, score });
    }
  return [...best.values()].sort((a, b) => b.score - a.score || a.institution - b.institution);
};

const placeFeatures = (index: NameIndex, { place }: AskedName, { institution }: Candidate): string | null => {
  if (place.province === null && place.city === null) return null;
  const fit = placeFit(place, index.places.at(institution));
  return `beside.${place.city === null && fit === 'agrees' ? 'province' : fit}`;
};

/** As good by name as a rival must be to count: the same exact key, or nothing that speaks against it. */
const fits = (one: Candidate): boolean =>
  (one.key !== null && one.key !== 'longer') || one.comparison.conflicts === 0;

const known = (index: NameIndex, one: Candidate): number => Math.log1p(index.standing[one.institution] ?? 0);

const PLACED = ['place.equal:both', 'district.equal'];
const PARENTED = ['parent.equal', 'parent.short', 'parent.renamed'];
const SITUATED = ['place.equal:both', 'district.equal', 'parent.equal', 'parent.short', 'beside.agrees'];

/** Whether the question says nothing of where the hospital stands or whose it is. */
const isUnplaced = ({ place, readings }: AskedName): boolean =>
  place.province === null &&
  place.city === null &&
  readings.every((parts) => parts.places.length + parts.districts.length + parts.parent.length === 0);

/** What the whole set of candidates says of each. */
const surroundings = (index: NameIndex, all: readonly Candidate[]) => {
  const fitting = all.filter(fits).map((one) => known(index, one));
  const best = Math.max(...fitting, Number.NEGATIVE_INFINITY);
  return {
    whole: all.filter(({ key }) => key === 'whole').length,
    near: all.filter(({ key }) => key !== null && key !== 'longer').length,
    clean: all.filter(({ comparison }) => comparison.conflicts === 0).length,
    /** How well known the best known of the others that fit is; null where there is none. */
    rival: (one: Candidate): number | null => {
      const own = known(index, one);
      if (fitting.length < 2) return null;
      return own < best ? best : Math.max(...fitting.filter((_, at) => at !== fitting.indexOf(own)));
    },
  };
};

/** Observations that only make sense together: what is named agrees, and where it stands or whose it is agrees too. */
const together = ({ features, comparison }: Candidate): readonly string[] => {
  const has = (codes: readonly string[]): boolean => codes.some((code) => features.has(code));
  const clean = comparison.conflicts === 0;
  return [
    ...(clean && has(SITUATED) ? ['clean.situated'] : []),
    ...(clean && features.has('covered.both') ? ['clean.covered'] : []),
    ...(features.has('text.rest-equal') && has(PLACED) ? ['rest.place'] : []),
    ...(features.has('text.rest-equal') && has(PARENTED) ? ['rest.parent'] : []),
  ];
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
  const around = surroundings(index, all);
  const unplaced = isUnplaced(asked);
  return all.map((one) => {
    const features: Features = new Map(one.features);
    const put = (feature: string, value = 1): unknown => features.set(feature, value);
    const beside = placeFeatures(index, asked, one);
    if (beside !== null) put(beside);
    if (one.key === 'whole' && around.whole === 1) put('whole.sole');
    if (one.key !== null && one.key !== 'longer' && around.near === 1) put('key.sole');
    if (one.comparison.conflicts === 0 && around.clean === 1) put('clean.sole');
    for (const feature of together(one)) put(feature);
    put('standing', known(index, one));
    if (unplaced) put('unplaced');
    if (unplaced) put('unplaced.standing', known(index, one));
    if (isDirectoryOnly(index, one)) put('directory-only');
    const rival = fits(one) ? around.rival(one) : null;
    if (rival !== null) put('margin', Math.max(-2, Math.min(2, known(index, one) - rival)));
    return { ...one, features };
  });
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
