/**
 * Observations have names ("core.equal", "place.equal:both"), and weights are kept by name. A question makes some thousand observations; so each
 * name is given a number once in a process, and sets and weights go by that. The numbers are never stored and never leave the process.
 */
const numbers = new Map<string, number>();
const names: string[] = [];

/** The number of an observation. The names come from the code alone (some hundreds), so that the list stays small. */
export const observationNumber = (name: string): number => {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, names.length);
  return names.push(name) - 1;
};

export const observationName = (number: number): string => names[number] ?? '';

/** Where an institution stands, as the registry has it. */
export type RowPlace = Readonly<{ province: string | null; city: string | null; district: string | null }>;

/**
 * One observation of a comparison: its code, whether it leaves a doubt (`conflicts`), and the words compared. `detail` tells apart
 * cases of one code that weigh differently. What an observation weighs is fitted: `identify/model`.
 */
export type ComparedPart = Readonly<{
  code: string;
  conflicts: boolean;
  asked: string;
  found: string;
  detail?: string;
  /** The number of the observation it is: its code with its detail. */
  observation: number;
}>;

/** All observations, and how many of them leave a doubt. */
export type NameComparison = Readonly<{ parts: readonly ComparedPart[]; conflicts: number }>;

/** Observations of one code by their detail, so that their names are put together once. */
const detailed = new Map<string, Map<string, number>>();

const detailedNumber = (code: string, detail: string): number => {
  const under = detailed.get(code) ?? new Map<string, number>();
  if (under.size === 0) detailed.set(code, under);
  const number = under.get(detail) ?? observationNumber(`${code}:${detail}`);
  under.set(detail, number);
  return number;
};

/** The words of the question and of the record that are compared. */
type Words = readonly [string, string];
const NO_WORDS: Words = ['', ''];

export const comparedPart = (
  code: string,
  conflicts: boolean,
  [asked, found]: Words = NO_WORDS,
  detail: string | false = false,
): ComparedPart =>
  detail === false
    ? { code, conflicts, asked, found, observation: observationNumber(code) }
    : { code, conflicts, asked, found, detail, observation: detailedNumber(code, detail) };

/** Words with this between them; most parts of a name have one word or none. */
export const joined = (words: readonly string[], between = ''): string =>
  words.length > 1 ? words.join(between) : (words[0] ?? '');

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

export const jaccard = (a: readonly string[], b: readonly string[]): number => {
  const both = a.filter((one) => b.includes(one)).length;
  return both / Math.max(1, a.length + b.length - both);
};
