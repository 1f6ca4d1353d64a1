import { observationName, observationNumber } from '../../names/compare/comparison.ts';

/**
 * What was observed of a candidate: observations with their values (1 for one that is made, a number for a measure), in the order in which they
 * were made. A map by name for whoever reads it; kept as two short lists by number, since a question makes, copies and weighs a hundred of them.
 */
export class Observations {
  readonly #numbers: number[];
  readonly #values: number[];

  constructor(before?: Observations) {
    this.#numbers = before === undefined ? [] : before.#numbers.slice();
    this.#values = before === undefined ? [] : before.#values.slice();
  }

  /** Sets by number, as a compared part has it. */
  put(number: number, value: number): void {
    const at = this.#numbers.indexOf(number);
    if (at >= 0) this.#values[at] = value;
    else {
      this.#numbers.push(number);
      this.#values.push(value);
    }
  }

  set(name: string, value: number): this {
    this.put(observationNumber(name), value);
    return this;
  }

  has(name: string): boolean {
    return this.#numbers.includes(observationNumber(name));
  }

  /** The same by number. */
  holds(number: number): boolean {
    return this.#numbers.includes(number);
  }

  /** Whether any of these was made. */
  holdsAny(numbers: readonly number[]): boolean {
    for (const number of numbers) if (this.#numbers.includes(number)) return true;
    return false;
  }

  get(name: string): number | undefined {
    return this.valueOf(observationNumber(name));
  }

  *[Symbol.iterator](): Generator<readonly [string, number]> {
    for (const [at, number] of this.#numbers.entries())
      yield [observationName(number), this.#values[at] ?? 0];
  }

  /** The numbers of the observations that were made. */
  numbers(): readonly number[] {
    return this.#numbers;
  }

  /** The value of an observation by its number; undefined for one that was not made. */
  valueOf(number: number): number | undefined {
    const at = this.#numbers.indexOf(number);
    return at < 0 ? undefined : this.#values[at];
  }

  /** The sum of the values, each times its weight, in the order of the observations. */
  weighed(weigh: Weigh): number {
    let sum = 0;
    for (let at = 0; at < this.#numbers.length; at += 1)
      sum += weigh(this.#numbers[at] ?? 0) * (this.#values[at] ?? 0);
    return sum;
  }
}

/** Gives the weight of an observation by its number. */
export type Weigh = (number: number) => number;

/** Weights by name as weights by number: each name is looked up once. */
export const weighing = (weights: Readonly<Record<string, number>>): Weigh => {
  const known: number[] = [];
  return (number) => {
    const weight = known[number];
    if (weight !== undefined) return weight;
    for (let next = known.length; next <= number; next += 1) known.push(weights[observationName(next)] ?? 0);
    return known[number] ?? 0;
  };
};
