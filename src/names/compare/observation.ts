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
