import type { NameComparison } from '../../names/compare/comparison.ts';
import { initialsKey } from '../../names/index/blocking-keys.ts';
import { generateCandidates, namesUnder } from '../../names/index/candidate-generation.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { wordRarity } from '../../names/index/word-bearers.ts';
import { placeFit } from '../asked-place.ts';
import { type AskedName, readingsToSearch } from './asked-name.ts';
import { STATED } from './ground.ts';
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

/** The distinctive word that was asked is in the name on record. */
const SAME_WORD = ['core.equal', 'core.part', 'core.similar', 'core.homophone'];

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
  const keys = [asked.full, asked.short, asked.house, asked.english, initials].filter((key) => key !== 0);
  const exact = namesUnder(index, keys);
  const best = new Map<number, Candidate & { score: number }>();
  const partOfAnother = new Set<number>();
  const situated = readingsToSearch(asked);
  const agreeing = new Map<number, Set<number>>();
  for (const [reading, parts] of asked.readings.entries()) {
    const rarity = wordRarity(index, parts, without);
    for (const one of generateCandidates(index, parts, situated[reading], exact)) {
      if (without(one.name)) continue;
      const features = nameFeatures(index, asked, reading, one);
      if (rarity > 0 && SAME_WORD.some((code) => features.has(code))) features.set('core.rare', rarity);
      if (one.comparison.conflicts === 0)
        agreeing.set(
          one.institution,
          (agreeing.get(one.institution) ?? new Set()).add(index.fullKey[one.name] ?? 0),
        );
      if (features.has('branch.differs:known')) partOfAnother.add(one.institution);
      const score = weighFeatures(features, weigh);
      const before = best.get(one.institution);
      if (before === undefined || score > before.score)
        best.set(one.institution, { ...one, key: keyMatch(index, asked, one.name), features, score });
    }
  }
  for (const [institution, names] of agreeing)
    if (names.size > 1) best.get(institution)?.features.set('names.agree', Math.min(3, names.size) - 1);
  // 深圳阜外医院 is also 中国医学科学院阜外医院深圳医院: it is called like the hospital in Beijing, but is another's branch.
  for (const one of best.values())
    if (partOfAnother.has(one.institution) && !one.features.has('branch.differs:known'))
      one.features.set('branch.other-name', 1);
  return [...best.values()].sort((a, b) => b.score - a.score || a.institution - b.institution);
};

const placeFeatures = (index: NameIndex, { place }: AskedName, { institution }: Candidate): string | null => {
  if (place.province === null && place.city === null) return null;
  const fit = placeFit(place, index.places.at(institution));
  return `beside.${place.city === null && fit === 'agrees' ? 'province' : fit}`;
};

/** Lists beside the basic one on which stands who is well known. */
const WELL_KNOWN = 3;

/** As good by name as a rival must be to count: the same exact key, or nothing that speaks against it. */
const fits = (one: Candidate): boolean =>
  (one.key !== null && one.key !== 'longer') || one.comparison.conflicts === 0;

const known = (index: NameIndex, one: Candidate): number => Math.log1p(index.standing[one.institution] ?? 0);

const PLACED = ['place.equal:both', 'district.equal'];
const PARENTED = [
  'parent.equal',
  'parent.short:beginning',
  'parent.short:inner',
  'parent.renamed',
  'parent.renamed:known',
  'parent.word',
];
const SITUATED = ['place.equal:both', 'place.equal:called', 'district.equal', 'beside.agrees', ...PARENTED];
const NUMBERED = ['ordinal.equal', 'ordinal.equal:code'];
const REST = ['text.rest-equal', 'text.rest-near'];

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
    ...(has(REST) && has(PLACED) ? ['rest.place'] : []),
    ...(has(REST) && has(PARENTED) ? ['rest.parent'] : []),
    ...(clean && has(PARENTED) && has(NUMBERED) ? ['clean.numbered'] : []),
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
    // Its name states a town and the question does not: it may be a namesake in that town, or the one hospital that everybody means.
    if (one.features.has(STATED)) put(unplaced ? 'unplaced.stated' : 'parented.stated');
    if (one.features.has(STATED)) put('stated.standing', known(index, one));
    if (one.features.has(STATED) && (index.standing[one.institution] ?? 0) < WELL_KNOWN)
      put('stated.obscure');
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
