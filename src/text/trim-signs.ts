/** Signs that stand between a name and what is said beside it. */
export const SIGNS_BETWEEN: ReadonlySet<string> = new Set(',，、;；/|·・–—-()（）');

/** A text without these signs, and without blanks, before and behind it; '' where it holds nothing else. */
export const trimSigns = (text: string, signs: ReadonlySet<string>): string => {
  const characters = [...text];
  const kept = (sign: string): boolean => !signs.has(sign) && sign.trim() !== '';
  const from = characters.findIndex(kept);
  return from === -1 ? '' : characters.slice(from, characters.findLastIndex(kept) + 1).join('');
};
