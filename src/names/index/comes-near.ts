import type { NameIndex } from './name-index.ts';
import { postingsOf, scratchOf, withinBudget } from './promising.ts';

/** What sums of 32 bits may differ from the exact one by, as a part of the whole: nothing is left unread for less. */
const ROUNDING = 1e-3;

/**
 * Whether a name for which `counts` holds shares at least `share` as much with the question as the name that shares most does. Rare keys are read first;
 * it stops where what is left to read cannot change the answer.
 */
export const comesNear = (
  index: NameIndex,
  keys: ReadonlyMap<number, number>,
  counts: (name: number) => boolean,
  share: number,
): boolean => {
  const { sums, touched } = scratchOf(index);
  const { posting } = index;
  const list = withinBudget(postingsOf(index, keys));
  let [ahead, count, most, near] = [list.reduce((sum, { weight }) => sum + weight, 0), 0, 0, 0];
  for (const { from, to, weight } of list) {
    for (let at = from; at < to; at += 1) {
      const name = posting[at] ?? 0;
      const before = sums[name] ?? 0;
      if (before === 0) {
        touched[count] = name;
        count += 1;
      }
      sums[name] = before + weight;
      const sum = sums[name] ?? 0;
      if (sum > most) most = sum;
      if (sum > near && counts(name)) near = sum;
    }
    ahead -= weight;
    const margin = ROUNDING * (most + ahead);
    if (near + ahead < share * most - margin || near >= share * (most + ahead) + margin) break;
  }
  for (let at = 0; at < count; at += 1) sums[touched[at] ?? 0] = 0;
  return most > 0 && near >= share * most;
};
