/** Where an institution stands, as the registry has it. */
export type RowPlace = Readonly<{ province: string | null; city: string | null; district: string | null }>;

/** One observation of a comparison: its code, its weight in the score, and whether it forbids `strong`. */
export type ComparedPart = Readonly<{
  code: string;
  weight: number;
  conflicts: boolean;
  asked: string;
  found: string;
}>;

export type NameComparison = Readonly<{ score: number; parts: readonly ComparedPart[]; conflicts: number }>;

export const comparedPart = (
  code: string,
  weight: number,
  conflicts: boolean,
  asked = '',
  found = '',
): ComparedPart => ({
  code,
  weight,
  conflicts: conflicts,
  asked,
  found,
});

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

export const jaccard = (a: readonly string[], b: readonly string[]): number => {
  const both = a.filter((one) => b.includes(one)).length;
  return both / Math.max(1, a.length + b.length - both);
};
