import { type Ground, grounds } from '../../schema/lexicon/name-model.ts';
import { groundOf, type Observed } from '../../src/identify/model/ground.ts';
import { isNeverSettled } from '../../src/identify/model/never-settled.ts';
import type { FitData } from './fit-data.ts';
import { isAskedAsListed, isMeasuredOnly, type NameQuestion } from './name-question.ts';
import { probabilities, type Weights } from './probabilities.ts';

/**
 * Most answers that may be settled wrongly, and settled though the hospital is not on record, of those asked. Of questions that the weights have not
 * seen more err than of those they were fitted on (0.9 % where 0.3 %, compared on thirds of the seen part), so that the limit is below the 0.5 % that is meant.
 */
const MOST_WRONG = 0.002;
const MOST_HIDDEN = 0.003;
/** Most made-up names of nobody that may be settled: another district, level, number or kind is another hospital. */
const MOST_NOBODY = 0.001;
/**
 * Most of either kind on one ground, as a part of what it settles rightly: the limits above are of all grounds together, and one that settles little
 * could spend them (initials: 36 rightly, and 4 for hospitals that are not on record).
 */
const MOST_OF_GROUND = 0.03;
/** Of few made-up names (in Latin letters) so many still may be. */
const FEW = 2;
/**
 * Probabilities that are tried. The least is set by hand: on a ground where hardly anything errs among the fitted questions, others still will.
 * `LOWER` are tried on a ground where so many would be settled rightly below the least, and none otherwise.
 */
const LOWER = [0.6, 0.68];
const ENOUGH = 20;
const STEPS = [0.75, 0.8, 0.84, 0.87, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999];

const SUREST = STEPS.at(-1);

/** What settling on a first candidate would be: right, or one of the errors, each with a limit of its own. */
const errors = ['wrong', 'hidden', 'official', 'nobody'] as const;
type Outcome = 'right' | (typeof errors)[number];
const outcomes: readonly Outcome[] = ['right', ...errors];

/** How many were asked of each, right ones and wrong ones together. */
type Counts = Record<Outcome, number>;
const noCounts = (): Counts => ({ right: 0, wrong: 0, hidden: 0, official: 0, nobody: 0 });

type First = Readonly<{ ground: Ground; outcome: Outcome; probability: number }>;

/** What a question counts for; null for one whose listed name is asked: those are many and easy, and would hide what becomes of others. */
const outcomeOf = (one: NameQuestion): Outcome | null => {
  const { set, hidden, target } = one;
  if (isAskedAsListed(one)) return null;
  if (hidden === 'hospital') return set.startsWith('official') ? 'official' : 'hidden';
  return target === '' ? 'nobody' : 'right';
};

/** The observations of one candidate. */
const observedOf = (data: FitData, row: number): Observed => {
  const seen = new Map<string, number>();
  for (let at = data.first[row] ?? 0; at < (data.first[row + 1] ?? 0); at += 1)
    seen.set(data.features[data.feature[at] ?? 0] ?? '', data.value[at] ?? 0);
  return (feature) => seen.get(feature);
};

/**
 * Who would be settled on, as the service decides it: the likeliest of those an authority lists, among themselves and nobody; and whoever only
 * directories name, where that one is likelier than all.
 */
const firstsOf = (seen: readonly Observed[], all: Float64Array, none: number) => {
  const rows = seen.map((observed, row) => ({
    row,
    probability: all[row] ?? 0,
    listed: observed('directory-only') === undefined,
  }));
  const listed = rows.filter((one) => one.listed);
  const sum = listed.reduce((total, one) => total + one.probability, none);
  const likeliest = (of: typeof rows) => of.toSorted((a, b) => b.probability - a.probability)[0];
  const [first, any] = [likeliest(listed), likeliest(rows)];
  return [
    ...(first === undefined ? [] : [{ ...first, probability: first.probability / sum }]),
    ...(any === undefined || any.listed ? [] : [any]),
  ];
};

/** The first candidates of the questions that are fitted on, asked alone or with a place, and how many were asked. */
const gather = (data: FitData, weights: Weights, placed: boolean) => {
  const work = new Float64Array(64);
  const firsts: First[] = [];
  const asked = noCounts();
  for (const [question, one] of data.questions.entries()) {
    const sort = outcomeOf(one);
    if (one.heldOut || isMeasuredOnly(one) || sort === null || data.placed[question] !== placed) continue;
    asked[sort] += 1;
    const from = data.firstRow[question] ?? 0;
    const rows = (data.firstRow[question + 1] ?? 0) - from;
    if (rows === 0 || data.mayBeSettled[question] !== true) continue;
    const none = probabilities(data, weights, question, work);
    const seen = Array.from({ length: rows }, (_, row) => observedOf(data, from + row));
    for (const { row, probability } of firstsOf(seen, work, none)) {
      const observed = seen[row] ?? (() => undefined);
      if (isNeverSettled(observed)) continue;
      const outcome = sort === 'right' && from + row !== data.right[question] ? 'wrong' : sort;
      firsts.push({ ground: groundOf(placed, observed), outcome, probability });
    }
  }
  return { firsts, asked };
};

/** How many of each would be settled on one ground from this probability on. */
const settledFrom = (firsts: readonly First[], ground: Ground, step: number): Counts => {
  const counts = noCounts();
  for (const one of firsts) if (one.ground === ground && one.probability >= step) counts[one.outcome] += 1;
  return counts;
};

const sum = (a: Counts, b: Counts): Counts => {
  const out = noCounts();
  for (const one of outcomes) out[one] = a[one] + b[one];
  return out;
};

/** Points that are kept as they are, by ground. */
export type KeptPoints = Readonly<Partial<Record<Ground, number>>>;

/** The steps that are tried on one ground: its own point alone where that is kept. */
const stepsOn = (firsts: readonly First[], ground: Ground, kept: KeptPoints): readonly number[] => {
  const own = kept[ground];
  if (own !== undefined) return [own];
  const [least = 0, usual = 0] = [LOWER[0], STEPS[0]];
  const below = firsts.filter(
    (one) => one.ground === ground && one.probability >= least && one.probability < usual,
  );
  const areRight = below.length >= ENOUGH && below.every(({ outcome }) => outcome === 'right');
  return areRight ? [...LOWER, ...STEPS] : STEPS;
};

const isWithinGround = ({ right, hidden, official, nobody }: Counts): boolean =>
  hidden + official + nobody <= MOST_OF_GROUND * right;

type Choice = Readonly<{ counts: Counts; points: readonly (readonly [Ground, number])[] }>;

/**
 * The steps, one a ground, at which most is settled rightly while every error, added up over the grounds, stays below its limit. Of choices
 * that err alike only the best is carried on from ground to ground.
 */
const bestPoints = (
  firsts: readonly First[],
  of: readonly Ground[],
  most: Counts,
  kept: KeptPoints,
): Choice['points'] => {
  let choices: readonly Choice[] = [{ counts: noCounts(), points: [] }];
  for (const ground of of) {
    // From the surest on, so that of equally good points the surest stays.
    const steps = stepsOn(firsts, ground, kept)
      .toReversed()
      .map((step) => [step, settledFrom(firsts, ground, step)] as const)
      .filter(([step, counts]) => kept[ground] !== undefined || step === SUREST || isWithinGround(counts));
    const next = new Map<string, Choice>();
    for (const choice of choices)
      for (const [step, more] of steps) {
        const counts = sum(choice.counts, more);
        if (errors.some((one) => counts[one] > most[one])) continue;
        const key = errors.map((one) => counts[one]).join();
        if (counts.right > (next.get(key)?.counts.right ?? -1))
          next.set(key, { counts, points: [...choice.points, [ground, step]] });
      }
    choices = [...next.values()];
  }
  return choices.reduce((a, b) => (b.counts.right > a.counts.right ? b : a)).points;
};

/**
 * The least probability at which a name is settled on each ground: where most of the fitted questions are settled rightly, while at
 * most 0.2 % are settled wrongly, at most 0.3 % of those whose hospital is not on record (asked by an official name, or by another) and 0.1 % of
 * made-up names are settled at all. `kept`: points of grounds that stay.
 */
export const operatingPoints = (
  data: FitData,
  weights: Weights,
  kept: KeptPoints = {},
): Readonly<Record<Ground, number>> => {
  const found = [false, true].flatMap((placed) => {
    const { firsts, asked } = gather(data, weights, placed);
    const own = grounds.filter((ground) => ground.startsWith('placed') === placed);
    const most = {
      right: 0,
      wrong: MOST_WRONG * asked.right,
      hidden: MOST_HIDDEN * asked.hidden,
      official: MOST_HIDDEN * asked.official,
      nobody: Math.max(FEW, MOST_NOBODY * asked.nobody),
    };
    return bestPoints(firsts, own, most, kept);
  });
  return Object.fromEntries(found) as Record<Ground, number>;
};
