/** Letters that must change to turn `a` into `b` (Levenshtein), counting an exchange of neighbours as one. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
};

/** A word longer than this is not compared: nobody mistypes a code into a paragraph. */
const LONGEST = 60;

/**
 * The known words a mistyped word may have meant, nearest first, at most `limit`; empty when none is near.
 * A known word that begins with what was typed counts as near.
 */
export const nearest = (word: string, known: readonly string[], limit = 3): string[] => {
  if (word.length === 0 || word.length > LONGEST) return [];
  const typed = word.toLowerCase();
  return known
    .map((name) => {
      const other = name.toLowerCase();
      const begins = typed.length > 1 && other.startsWith(typed);
      return {
        name,
        far: begins ? 0.5 : distance(typed, other),
        allowed: Math.max(1, Math.ceil(other.length / 3)),
      };
    })
    .filter(({ far, allowed }) => far <= allowed)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
};
