/** Characters that say nothing and can hide or turn round what stands beside them: control, format, line and paragraph signs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Longest text of one field. What is longer is cut and says so. */
const LONGEST = 600;

/**
 * Text that a model is going to read, as one line: without characters that are not seen, and not longer than 600. Whatever a register or
 * an advert wrote then stays within its own field.
 */
export const plain = (text: string): string => {
  const line = text.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};

/** The same for every text of an answer, however deep it stands. */
export const plainly = <Value>(value: Value): Value => {
  if (typeof value === 'string') return plain(value) as Value;
  if (Array.isArray(value)) return value.map(plainly) as Value;
  if (typeof value !== 'object' || value === null) return value;
  // Every field keeps its name and gets the plain form of what it held.
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainly(one)])) as Value;
};
