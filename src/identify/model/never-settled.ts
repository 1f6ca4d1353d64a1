import { type NameRule, nameRules } from '../../../schema/lexicon/name-rules.ts';
import type { Observed } from './ground.ts';

/** "Zhejiang Hospital Cancer" has all words of a name on record, and their order makes another of it. */
export const WORK_BEHIND = 'house.work-behind';

type Has = (code: string) => boolean;

const holds =
  (has: Has) =>
  ({ all, unless }: NameRule): boolean =>
    all.every((any) => any.some(has)) && !unless.some((one) => one.every((any) => any.some(has)));

/** Parts that speak against a candidate, by what rules call so many of them. */
const CONFLICTS: Readonly<Record<string, number>> = { 'conflicts.several': 2, 'conflicts.too-many': 4 };

/**
 * Several towns have what was said (普陀区, "Jianyang Hospital of TCM"), and nothing says which is meant. A hospital whose name in our words is just that
 * is doubted where each town has such a one: "Taizhou Hospital of TCM" is of 泰州 or of 台州, "Fuzhou Pulmonary Hospital" of one; "Longhua, Shenzhen" says of which city.
 */
export const isOfOneOfSeveralTowns = (has: Has): boolean =>
  nameRules.severalTowns.some(holds(has)) &&
  ((has('town.each-has') && !has('beside.province')) || !has('key.translation'));

/** Whether a candidate is never settled on, however likely: by a rule of `schema/lexicon/name-rules.json`, each of which says what it is about. */
export const isNeverSettled = (observed: Observed): boolean => {
  if (observed('key.whole') !== undefined) return observed(WORK_BEHIND) !== undefined;
  const has: Has = (code) => {
    const least = CONFLICTS[code];
    return least === undefined ? observed(code) !== undefined : (observed('conflicts') ?? 0) >= least;
  };
  return (
    isOfOneOfSeveralTowns(has) ||
    nameRules.inOurWords.some(holds(has)) ||
    (!has('key.translation') && nameRules.never.some(holds(has)))
  );
};
