/** Where an institution stands, as the registry has it. */
export type RowPlace = Readonly<{ province: string | null; city: string | null; district: string | null }>;

/** One observation of a comparison: its code, its weight in the score, and whether it forbids `strong`. */
export type Feature = Readonly<{
  code: string;
  weight: number;
  against: boolean;
  asked: string;
  found: string;
}>;

export type Comparison = Readonly<{ score: number; features: readonly Feature[]; against: number }>;

export const note = (code: string, weight: number, against: boolean, asked = '', found = ''): Feature => ({
  code,
  weight,
  against,
  asked,
  found,
});

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

export const share = (a: readonly string[], b: readonly string[]): number => {
  const both = a.filter((one) => b.includes(one)).length;
  return both / Math.max(1, a.length + b.length - both);
};

/** Edit distance, given up beyond 3. */
export const distance = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 3 || a.length > 40 || b.length > 40) return 4;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 4;
};

/** Share of neighbouring pairs two texts (or two lists of syllables) have in common (Dice), 0–1. */
export const pairs = (a: ArrayLike<string>, b: ArrayLike<string>): number => {
  if (a.length < 2 || b.length < 2) return 0;
  const left = new Map<string, number>();
  for (let at = 1; at < a.length; at += 1) {
    const pair = `${a[at - 1]} ${a[at]}`;
    left.set(pair, (left.get(pair) ?? 0) + 1);
  }
  let both = 0;
  for (let at = 1; at < b.length; at += 1) {
    const pair = `${b[at - 1]} ${b[at]}`;
    const count = left.get(pair) ?? 0;
    if (count > 0) both += 1;
    if (count > 0) left.set(pair, count - 1);
  }
  return (2 * both) / (a.length + b.length - 2);
};

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

/** The same for two short texts, without making a word of every pair: this runs for each of 64 candidates. */
export const charPairs = (a: string, b: string): number => {
  if (a.length < 2 || b.length < 2) return 0;
  const left = Array.from({ length: a.length - 1 }, (_, at) => pairAt(a, at));
  let both = 0;
  for (let at = 0; at + 1 < b.length; at += 1) {
    const found = left.indexOf(pairAt(b, at));
    if (found < 0) continue;
    left[found] = -1;
    both += 1;
  }
  return (2 * both) / (a.length + b.length - 2);
};
