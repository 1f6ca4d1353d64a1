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
}>;

/** All observations, and how many of them leave a doubt. */
export type NameComparison = Readonly<{ parts: readonly ComparedPart[]; conflicts: number }>;

export const comparedPart = (code: string, conflicts: boolean, asked = '', found = ''): ComparedPart => ({
  code,
  conflicts,
  asked,
  found,
});

export const withDetail = (part: ComparedPart, detail: string): ComparedPart => ({ ...part, detail });

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

export const jaccard = (a: readonly string[], b: readonly string[]): number => {
  const both = a.filter((one) => b.includes(one)).length;
  return both / Math.max(1, a.length + b.length - both);
};
