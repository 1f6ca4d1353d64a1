/** Dice coefficient of the neighbouring pairs of two lists (syllables of two names), 0–1; 0 where a list has no pair. */
export const diceOfLists = (a: readonly string[], b: readonly string[]): number => {
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

/** Pairs of the text compared last and working memory for striking them out: one name is compared with many, one after another. */
const LONGEST_KEPT = 256;
let kept = { text: '', pairs: new Float64Array(0) };
const left = new Float64Array(LONGEST_KEPT);

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

const pairsOf = (text: string): Float64Array => {
  if (kept.text === text) return kept.pairs;
  const pairs = Float64Array.from({ length: text.length - 1 }, (_, at) => pairAt(text, at));
  if (pairs.length <= LONGEST_KEPT) kept = { text, pairs };
  return pairs;
};

/** Dice coefficient of the neighbouring characters of two texts, 0–1; 0 where a text has fewer than two. Runs for every name compared. */
export const dice = (a: string, b: string): number => {
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = pairsOf(a);
  const open = pairs.length <= LONGEST_KEPT ? left : pairs.slice();
  if (open === left) left.set(pairs);
  let both = 0;
  for (let at = 0; at + 1 < b.length; at += 1) {
    const pair = pairAt(b, at);
    for (let one = 0; one < pairs.length; one += 1)
      if (open[one] === pair) {
        open[one] = -1;
        both += 1;
        break;
      }
  }
  return (2 * both) / (a.length + b.length - 2);
};
