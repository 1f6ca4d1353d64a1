/**
 * Tells whether a key was told before, among the last `most` to twice as many. What is asked for once is not worth keeping: most never comes back, and
 * what is kept and soon dropped costs more to collect than it saves.
 */
export const seenBefore = (most: number): ((key: string) => boolean) => {
  let recent = new Set<string>();
  let before = new Set<string>();
  return (key) => {
    if (recent.has(key)) return true;
    if (recent.size >= most) {
      before = recent;
      recent = new Set();
    }
    recent.add(key);
    return before.has(key);
  };
};
