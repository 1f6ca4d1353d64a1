/** Letters that must change to turn `a` into `b` (Levenshtein), counting an exchange of neighbours as one. */
const damerauLevenshtein = (a: string, b: string): number => {
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

/**
 * Letters that must change to turn `a` into `b` (Levenshtein), counted up to 3: texts of more than 40 letters, or more than 3
 * apart in length, give 4 at once. Quick enough to be asked of every name compared.
 */
export const shortLevenshtein = (a: string, b: string): number => {
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

/** Whether `b` is `a` with two neighbouring letters exchanged, and nothing else. */
export const neighboursExchanged = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
};

/** Longer words are not compared: no code or name is that long. */
const LONGEST = 60;

/**
 * The known words a mistyped word may have meant, nearest first, at most `limit`; empty when none is near.
 * A known word that begins with what was typed counts as near.
 */
export const suggestByEditDistance = (word: string, known: readonly string[], limit = 3): string[] => {
  if (word.length === 0 || word.length > LONGEST) return [];
  const typed = word.toLowerCase();
  return known
    .map((name) => {
      const other = name.toLowerCase();
      const begins = typed.length > 1 && other.startsWith(typed);
      return {
        name,
        far: begins ? 0.5 : damerauLevenshtein(typed, other),
        allowed: Math.max(1, Math.ceil(other.length / 3)),
      };
    })
    .filter(({ far, allowed }) => far <= allowed)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
};
