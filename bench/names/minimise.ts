/** A function of many variables to be minimised: its value, and its slope written into `slope`. */
export type Slope = (at: Float64Array, slope: Float64Array) => number;

/** Steps of which the curvature is remembered. */
const REMEMBERED = 10;
/** Of the decrease that the slope promises, the least that a step must bring (Armijo), and how often a step is halved for it. */
const LEAST_DECREASE = 1e-4;
const MOST_HALVINGS = 30;

type Step = Readonly<{ moved: Float64Array; turned: Float64Array; scale: number }>;

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);

const plus = (a: Float64Array, factor: number, b: Float64Array): Float64Array =>
  a.map((one, at) => one + factor * (b[at] ?? 0));

/** The slope bent by the remembered curvature (two-loop recursion): where to go down. */
const direction = (slope: Float64Array, steps: readonly Step[]): Float64Array => {
  let way: Float64Array = slope.map((one) => -one);
  const shares: number[] = [];
  for (const { moved, turned, scale } of steps.toReversed()) {
    const share = scale * dot(moved, way);
    shares.unshift(share);
    way = plus(way, -share, turned);
  }
  const last = steps.at(-1);
  if (last !== undefined) way = way.map((one) => one / (last.scale * dot(last.turned, last.turned)));
  for (const [at, { moved, turned, scale }] of steps.entries())
    way = plus(way, (shares[at] ?? 0) - scale * dot(turned, way), moved);
  return way;
};

/**
 * Where a smooth convex function is least, from zero, by L-BFGS (Nocedal and Wright, Numerical Optimization, 7.4): deterministic, so that the
 * same data give the same weights. Ends after `most` steps, or where no step goes down any more.
 */
export const minimise = (size: number, of: Slope, most: number): Float64Array => {
  let at: Float64Array = new Float64Array(size);
  let slope: Float64Array = new Float64Array(size);
  let value = of(at, slope);
  const steps: Step[] = [];
  for (let round = 0; round < most; round += 1) {
    const way = direction(slope, steps);
    const promised = dot(slope, way);
    let [length, next, steeper] = [1, at, slope];
    let after = Number.POSITIVE_INFINITY;
    for (let halved = 0; halved < MOST_HALVINGS; halved += 1, length /= 2) {
      next = plus(at, length, way);
      steeper = new Float64Array(size);
      after = of(next, steeper);
      if (after <= value + LEAST_DECREASE * length * promised) break;
    }
    if (!(after < value)) break;
    const [moved, turned] = [plus(next, -1, at), plus(steeper, -1, slope)];
    const curvature = dot(moved, turned);
    if (curvature > 1e-12) steps.push({ moved, turned, scale: 1 / curvature });
    if (steps.length > REMEMBERED) steps.shift();
    [at, slope, value] = [next, steeper, after];
  }
  return at;
};
