import { type Ground, groundOf, grounds } from '../../src/identify/model/ground.ts';
import type { FitData } from './fit-data.ts';
import { probabilities, type Weights } from './probabilities.ts';

/** Most answers that may be settled wrongly, and settled though the hospital is not on record, of those asked. */
const MOST_WRONG = 0.002;
const MOST_HIDDEN = 0.005;
/** Most made-up names of nobody that may be settled: another district, level, number or kind is another hospital. */
const MOST_NOBODY = 0.001;
/** Of few made-up names (in Latin letters) so many still may be. */
const FEW = 2;
/**
 * Probabilities that are tried. The least is set by hand: on a ground where hardly anything errs among the fitted questions, others
 * still will.
 */
const STEPS = [0.7, 0.75, 0.8, 0.84, 0.87, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999];

/** Probabilities of the first candidates on one ground, by what settling on them would be. */
type Firsts = Readonly<Record<'right' | 'wrong' | 'hidden' | 'nobody', number[]>>;

const none = (): Firsts => ({ right: [], wrong: [], hidden: [], nobody: [] });

/** How many of these would be settled at each step. */
const settledAt = (probabilities: readonly number[]): readonly number[] =>
  STEPS.map((step) => probabilities.filter((one) => one >= step).length);

type Counted = Readonly<Record<keyof Firsts, readonly number[]>>;
const counted = (firsts: Firsts): Counted => ({
  right: settledAt(firsts.right),
  wrong: settledAt(firsts.wrong),
  hidden: settledAt(firsts.hidden),
  nobody: settledAt(firsts.nobody),
});

/** The questions of which the first candidate decides, by ground, and how many were asked: of all, and of hospitals not on record. */
const gather = (data: FitData, weights: Weights) => {
  const work = new Float64Array(64);
  const firsts = Object.fromEntries(grounds.map((ground) => [ground, none()])) as Record<Ground, Firsts>;
  const asked = { alone: { all: 0, hidden: 0, nobody: 0 }, placed: { all: 0, hidden: 0, nobody: 0 } };
  for (const [question, one] of data.questions.entries()) {
    if (one.heldOut) continue;
    const from = data.firstRow[question] ?? 0;
    const rows = (data.firstRow[question + 1] ?? 0) - from;
    const count = asked[data.placed[question] === true ? 'placed' : 'alone'];
    // Whole registered names without their hospital are many and easy: they would hide what becomes of the others.
    const hidden = one.hidden === 'hospital';
    if (hidden && one.set.startsWith('official')) continue;
    const sort = hidden ? 'hidden' : one.target === '' ? 'nobody' : 'all';
    count[sort] += 1;
    if (rows === 0) continue;
    probabilities(data, weights, question, work);
    let best = 0;
    for (let row = 1; row < rows; row += 1) if ((work[row] ?? 0) > (work[best] ?? 0)) best = row;
    const observed = data.feature
      .slice(data.first[from + best], data.first[from + best + 1])
      .map((feature) => data.features[feature] ?? '');
    const ground = groundOf(data.placed[question] === true, (feature) => observed.includes(feature));
    const outcome = sort !== 'all' ? sort : from + best === data.right[question] ? 'right' : 'wrong';
    firsts[ground][outcome].push(work[best] ?? 0);
  }
  return { firsts, asked };
};

type Asked = Readonly<{ all: number; hidden: number; nobody: number }>;

/** The steps, one a ground, at which most is settled rightly while both errors, added up, stay below their limits. */
const bestSteps = (of: readonly Counted[], asked: Asked): readonly number[] => {
  let best: Readonly<{ right: number; at: readonly number[] }> = {
    right: -1,
    at: of.map(() => STEPS.length - 1),
  };
  const walk = (
    at: readonly number[],
    right: number,
    wrong: number,
    hidden: number,
    nobody: number,
  ): void => {
    if (wrong > MOST_WRONG * asked.all || hidden > MOST_HIDDEN * asked.hidden) return;
    if (nobody > Math.max(FEW, MOST_NOBODY * asked.nobody)) return;
    const next = of[at.length];
    if (next === undefined) {
      if (right > best.right) best = { right, at };
      return;
    }
    // From the surest on, so that of equally good points the surest stays.
    for (let step = STEPS.length - 1; step >= 0; step -= 1)
      walk(
        [...at, step],
        right + (next.right[step] ?? 0),
        wrong + (next.wrong[step] ?? 0),
        hidden + (next.hidden[step] ?? 0),
        nobody + (next.nobody[step] ?? 0),
      );
  };
  walk([], 0, 0, 0, 0);
  return best.at.map((at) => STEPS[at] ?? 1);
};

/**
 * The least probability at which a name is settled on each ground: where most of the fitted questions are settled rightly, while at
 * most 0.2 % are settled wrongly, and at most 0.5 % of those whose hospital is not on record and 0.1 % of made-up names are settled at all.
 */
export const operatingPoints = (data: FitData, weights: Weights): Readonly<Record<Ground, number>> => {
  const { firsts, asked } = gather(data, weights);
  const found = (['alone', 'placed'] as const).flatMap((how) => {
    const own = grounds.filter((ground) => ground.startsWith('placed') === (how === 'placed'));
    const steps = bestSteps(
      own.map((ground) => counted(firsts[ground])),
      asked[how],
    );
    return own.map((ground, at) => [ground, steps[at] ?? 1] as const);
  });
  return Object.fromEntries(found) as Record<Ground, number>;
};
