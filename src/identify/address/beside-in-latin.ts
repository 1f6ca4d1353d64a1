/** Words before a house or a hospital that make it one near it: "opposite 197 Ruijin 2nd Road", "50 m from Ruijin Hospital". */
const BESIDE =
  /^(?:just |right |directly )?(?:opposite|across|next|beside|behind|near|adjacent|close|in front|around the corner|\d{1,4} ?(?:m|km|meters?|metres?|steps|min|minutes?))\b(?: (?:to|from|of|the|street|road)\b){0,4},? ?/iu;

/** What stands behind such words in a part of an address; null where none stand before it. */
export const behindBeside = (part: string): string | null => {
  const rest = part.replace(BESIDE, '');
  return rest === part ? null : rest;
};
