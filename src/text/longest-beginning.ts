/** The first two characters (UTF-16 units) of a text as one number, which costs no new text to make. */
const beginOf = (text: string): number => (text.charCodeAt(0) << 16) | text.charCodeAt(1);

/**
 * Finds the length of the longest of many words that a text begins with; 0 where it begins with none. Most texts begin with none,
 * and are told by their first two characters.
 */
export const longestBeginning = (words: Iterable<string>): ((text: string) => number) => {
  const known = new Set(words);
  const lengths = new Map<number, number[]>();
  for (const word of known) {
    if (word.length < 2) continue;
    const begin = beginOf(word);
    const of = lengths.get(begin);
    if (of === undefined) lengths.set(begin, [word.length]);
    else if (!of.includes(word.length)) of.push(word.length);
  }
  for (const of of lengths.values()) if (of.length > 1) of.sort((a, b) => b - a);
  const single = new Set([...known].filter(({ length }) => length === 1).map((word) => word.charCodeAt(0)));
  return (text) => {
    const found = lengths.get(beginOf(text));
    if (found !== undefined)
      for (const length of found)
        if (length <= text.length && known.has(text.slice(0, length))) return length;
    return single.size > 0 && single.has(text.charCodeAt(0)) ? 1 : 0;
  };
};
