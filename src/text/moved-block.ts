/** Fewest characters that were moved together and are no slip. */
const BLOCK = 3;

/** What two texts hold between the beginning and the end that they share. */
const middles = (a: string, b: string): readonly [string, string] => {
  let [from, behind] = [0, 0];
  const shorter = Math.min(a.length, b.length);
  while (from < shorter && a[from] === b[from]) from += 1;
  while (behind < shorter - from && a.at(-1 - behind) === b.at(-1 - behind)) behind += 1;
  return [a.slice(from, a.length - behind), b.slice(from, b.length - behind)];
};

/**
 * 和睦家京北医院 and 北京和睦家医院: a word stands elsewhere, and beside it are two others, though both texts have the same characters. Only characters that
 * changed places one by one read like a slip.
 */
export const hasOtherWordBeside = (a: string, b: string): boolean => {
  const [mine, theirs] = middles(a, b);
  for (let length = mine.length - 1; length >= BLOCK; length -= 1)
    for (let at = 0; at + length <= mine.length; at += 1) {
      const block = mine.slice(at, at + length);
      if (theirs.includes(block)) return mine.replace(block, '') !== theirs.replace(block, '');
    }
  return false;
};
