/** Most bytes of an answer in UTF-8: a model reads it whole, beside all else it is told. */
export const MOST_BYTES = 3_500;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/**
 * Shortens the lists of an answer, the least important one first, until it has at most 3,500 bytes. How many entries were left
 * out stands in `leftOut`. `spare`: the fields whose lists may be shortened, the least important first, each with how many entries stay.
 */
export const fit = <Answer extends Readonly<Record<string, unknown>>>(
  answer: Answer,
  spare: readonly (readonly [field: keyof Answer & string, keep: number])[],
): Answer & Readonly<{ leftOut?: number }> => {
  const lists: Record<string, unknown> = {};
  let leftOut = 0;
  const whole = () => ({ ...answer, ...lists, ...(leftOut === 0 ? {} : { leftOut }) });
  for (const [field, keep] of spare) {
    const entries = answer[field];
    if (!Array.isArray(entries)) continue;
    let kept: readonly unknown[] = entries;
    while (kept.length > keep && bytesOf(whole()) > MOST_BYTES) {
      kept = kept.slice(0, -1);
      leftOut += 1;
      lists[field] = kept;
    }
  }
  return whole();
};
