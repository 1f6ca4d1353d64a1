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

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

/** Dice coefficient of the neighbouring characters of two texts, 0–1; 0 where a text has fewer than two. Runs for every name compared. */
export const dice = (a: string, b: string): number => {
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
