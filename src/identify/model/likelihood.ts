import { nameModel } from '../../../schema/lexicon/name-model.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { late } from '../../text/remembered.ts';
import type { AskedName } from './asked-name.ts';
import { bestNames, type Candidate, isDirectoryOnly, standingThere } from './candidates.ts';
import { withContext } from './context.ts';
import { groundOf } from './ground.ts';
import { NAMED_THERE } from './named-there.ts';
import { isOfOneOfSeveralTowns } from './never-settled.ts';
import { weighing } from './observations.ts';

/** A candidate with the probability that it is the one meant. */
export type Likely = Candidate & Readonly<{ id: string; probability: number }>;

/** Everyone who could be meant, likeliest first. */
export type Likelihoods = Readonly<{
  likely: readonly Likely[];
  /**
   * Those whose name fits and who stand elsewhere than the place stated beside it: they may be shown, never settled on. Ranked when first asked for,
   * since who bears a name there is settled on without them.
   */
  elsewhere: () => readonly Likely[];
  /** The probability from which the first of them is settled on. */
  settledAt: number;
}>;

type Model = (typeof nameModel)['han'];

const weighers = { han: weighing(nameModel.han.weights), latin: weighing(nameModel.latin.weights) };

/** Softmax over the candidates and nobody. */
const rank = (
  index: NameIndex,
  script: keyof typeof weighers,
  candidates: readonly Candidate[],
): readonly Likely[] => {
  const model: Model = nameModel[script];
  const odds = candidates.map((one) => one.features.weighed(weighers[script]));
  const most = Math.max(model.nobody, ...odds);
  const sum = odds.reduce((all, value) => all + Math.exp(value - most), Math.exp(model.nobody - most));
  return candidates
    .map((one, at) => ({
      ...one,
      id: index.institutions.at(one.institution),
      probability: Math.exp((odds[at] ?? 0) - most) / sum,
    }))
    .sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
};

/** Whether the whole name asked is on record, alone or with the city beside it. */
const bearsWhole = ({ key, features }: Candidate): boolean => key === 'whole' || features.has(NAMED_THERE);

/** Of all candidates, ranked together, those that do not stand `there`. */
const standingElsewhere = (
  index: NameIndex,
  asked: AskedName,
  all: readonly Candidate[],
  there: readonly Candidate[],
): readonly Likely[] => {
  const here = new Set(there.map(({ institution }) => institution));
  return rank(index, asked.script, withContext(index, asked, all)).filter(
    ({ institution }) => !here.has(institution),
  );
};

/**
 * The probability of each institution of an index that a name means it, against all others and against nobody on record: a softmax
 * over fitted log-odds (schema/lexicon/name-model.json). What no authority's list names is no rival to what one does, unless it alone
 * bears the whole name: loading a directory takes no settled answer away (verdict.md §5, rule 13). Bounded work on any text.
 */
export const likelihoods = (
  index: NameIndex,
  asked: AskedName,
  without?: (name: number) => boolean,
): Likelihoods => {
  const model = nameModel[asked.script];
  const all = bestNames(index, asked, weighers[asked.script], without);
  const there = standingThere(index, asked, all);
  const listed = there.filter((one) => !isDirectoryOnly(index, one));
  const official = rank(index, asked.script, withContext(index, asked, listed));
  const [best] = official;
  const placed = asked.place.province !== null || asked.place.city !== null;
  const pointOf = (one: Likely | undefined): number =>
    model.settled[groundOf(placed, (feature) => one?.features.get(feature))];
  const bearsIt = (best !== undefined && bearsWhole(best)) || !there.some(bearsWhole);
  // Whom a directory names in the other town of that name is one more to choose from.
  const open = best !== undefined && isOfOneOfSeveralTowns((code) => best.features.has(code));
  const sure = best !== undefined && best.probability >= pointOf(best) && bearsIt && !open;
  // Where nobody is left out, ranking anew would give the same again.
  const ranked =
    listed.length === there.length || sure
      ? official
      : rank(index, asked.script, withContext(index, asked, there));
  const elsewhere = late(() =>
    there.length === all.length ? [] : standingElsewhere(index, asked, all, there),
  );
  return { likely: ranked, elsewhere, settledAt: pointOf(ranked[0]) };
};
