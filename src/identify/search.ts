import type { Identification } from '../../schema/verdict.ts';
import type { Reader } from '../store/registry-reader.ts';
import { hasHan, latinWords } from '../text/han.ts';
import type { AskedPlace } from './asked-place.ts';
import { candidateReasons } from './candidate-reasons.ts';
import { protectedIn, protectedWords } from './famous/protected.ts';
import type { NameFinder } from './finder.ts';
import { namesOfBearer } from './model/house-of.ts';
import type { Likelihoods, Likely } from './model/likelihood.ts';
import { MAX_CANDIDATES, roundScore } from './results.ts';

/** One name being identified, and what the steps need for it. */
export type Search = Readonly<{
  name: string;
  /** Stated beside the name. */
  place: AskedPlace;
  reader: Reader;
  finder: NameFinder;
}>;

/** Below this an institution is not worth listing. */
export const WORTH_LISTING = 0.02;

/** The candidates that are worth listing, likeliest first. */
export const worthListing = ({ likely }: Likelihoods): readonly Likely[] =>
  likely.filter((one) => one.probability >= WORTH_LISTING);

/** Those who stand in the city stated beside the name before those of whom no list says where they are. */
const thereFirst = (likely: readonly Likely[]): readonly Likely[] => {
  const isThere = ({ features }: Likely): boolean => features.has('beside.agrees');
  return [...likely.filter(isThere), ...likely.filter((one) => !isThere(one))];
};

/** 协和医院, "Xiehe": among those who bear a protected word in their own right, the order in which it is known, whatever lists they stand on. */
const inKnownOrder = (
  { name, reader, finder: { index } }: Search,
  likely: readonly Likely[],
): readonly Likely[] => {
  const word = protectedIn(name, protectedWords(reader.reference))?.word;
  // "Union Hospital" is English of one of them first.
  const isSaid =
    hasHan(name) ||
    latinWords(name)
      .join('')
      .includes(word?.sound.join('') ?? ' ');
  const genuine = isSaid ? (word?.genuine ?? []) : [];
  const rankOf = (one: Likely): number => {
    const names = new Set(namesOfBearer(index, one.name).map((at) => index.names.at(at)));
    return genuine.findIndex((title) => names.has(title));
  };
  const ranks = new Map(likely.map((one) => [one, genuine.length < 2 ? -1 : rankOf(one)] as const));
  const ranked = (one: Likely): number => ranks.get(one) ?? -1;
  const holders = likely.filter((one) => ranked(one) >= 0).toSorted((a, b) => ranked(a) - ranked(b));
  // A whole name of one of them alone comes before.
  const bearing = holders.filter(({ key }) => WHOLE.has(key)).length;
  if (bearing > 0 && bearing < holders.length) return likely;
  const next = holders.values();
  return likely.map((one) => (ranked(one) < 0 ? one : (next.next().value ?? one)));
};
/** Keys that agree with a whole name, as it is on record or as it is said in English. */
const WHOLE: ReadonlySet<string | null> = new Set(['whole', 'translation']);

/** Candidates of an answer, with their probabilities and reasons. */
export const asCandidates = (search: Search, likely: readonly Likely[]): Identification['candidates'] =>
  thereFirst(inKnownOrder(search, likely))
    .slice(0, MAX_CANDIDATES)
    .map((one) => ({
      id: one.id,
      score: roundScore(one.probability),
      why: candidateReasons(search.finder.index, search.place, one),
    }));
