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

/** Longest texts that are compared. */
const MOST_LETTERS = 40;
/** Working memory of one comparison: the row of the table above the one being filled, from which that one is made in place. */
const distances = new Uint8Array(MOST_LETTERS + 1);

/** Levenshtein of what is left of `a` and `b` without their equal ends: `a` from `from` to `aEnd`, `b` to `bEnd`; neither is empty. */
const middleDistance = (a: string, aEnd: number, b: string, bEnd: number, from: number): number => {
  const width = bEnd - from;
  for (let j = 0; j <= width; j += 1) distances[j] = j;
  for (let i = from; i < aEnd; i += 1) {
    const letter = a.charCodeAt(i);
    let diagonal = distances[0] ?? 0;
    let left = diagonal + 1;
    distances[0] = left;
    for (let j = 1; j <= width; j += 1) {
      const above = distances[j] ?? 0;
      const swap = letter === b.charCodeAt(from + j - 1) ? diagonal : diagonal + 1;
      left = Math.min(swap, above + 1, left + 1);
      distances[j] = left;
      diagonal = above;
    }
  }
  return distances[width] ?? 0;
};

/**
 * Letters that must change to turn `a` into `b` (Levenshtein), counted up to 3: texts of more than 40 letters, or more than 3
 * apart in length, give 4 at once. Quick enough to be asked of every name compared: equal beginnings and ends, which add nothing to the
 * distance, are passed over.
 */
export const shortLevenshtein = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 3 || a.length > MOST_LETTERS || b.length > MOST_LETTERS) return 4;
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  let [aEnd, bEnd] = [a.length, b.length];
  while (aEnd > from && bEnd > from && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd -= 1;
    bEnd -= 1;
  }
  if (aEnd === from || bEnd === from) return aEnd + bEnd - 2 * from;
  return middleDistance(a, aEnd, b, bEnd, from);
};

/** Whether `b` is `a` with two neighbouring letters exchanged, and nothing else. */
export const neighboursExchanged = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
};

const sameFrom = (a: string, at: number, b: string, from: number): boolean => {
  for (let next = at; next < a.length; next += 1)
    if (a.charCodeAt(next) !== b.charCodeAt(from + next - at)) return false;
  return true;
};

/** Whether one letter is wrong, lost or too many in `b` for `a`, or two neighbouring ones are exchanged, and nothing else: quick enough to look through a list. */
export const isOneSlip = (a: string, b: string): boolean => {
  const longer = a.length - b.length;
  if (longer < -1 || longer > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (longer > 0) return sameFrom(a, at + 1, b, at);
  if (longer < 0) return sameFrom(a, at, b, at + 1);
  const isExchanged = a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at);
  return sameFrom(a, at + 1, b, at + 1) || (isExchanged && sameFrom(a, at + 2, b, at + 2));
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
