const isLetter = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);

const wholeEnd = (text: string, at: number): number | null => {
  if (!isLetter(text[at])) return at;
  return text[at] === 's' && !isLetter(text[at + 1]) ? at + 1 : null;
};

/** A word to look for in folded text. `latin`: it must stand as a whole word, at most with the s of a plural. */
export type Word = Readonly<{ text: string; latin: boolean }>;

/** Where a word stands in folded text, from and until, in the order of the text. */
export const placesOf = (
  folded: string,
  { text, latin }: Word,
): (readonly [from: number, until: number])[] => {
  const places: (readonly [number, number])[] = [];
  for (let from = folded.indexOf(text); from !== -1; from = folded.indexOf(text, from + 1)) {
    const end = from + text.length;
    const until = latin ? wholeEnd(folded, end) : end;
    if (until !== null && !(latin && isLetter(folded[from - 1]))) places.push([from, until]);
  }
  return places;
};
