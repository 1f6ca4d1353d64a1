/**
 * On what ground a candidate would be settled. Each ground has its own operating point, since the same probability errs unlike on each:
 *
 * - `bare`, `bare-known`: asked alone, by a name without the town that the record's name states (玛丽医院 for 海口玛丽医院): it may be another
 *   town's; that of a well-known hospital less often;
 * - `initials`: only first letters agree (BCH);
 * - `spelled`: its spelling or its sound is what agrees: characters lost, swapped or wrong, or pinyin;
 * - `sole`: no compared part leaves a doubt, and of no other candidate either is that so;
 * - `clean`: no part leaves a doubt;
 * - `near`, `doubtful`: one part does, or several.
 *
 * With a place stated beside the name all but the bare ones are others of their own.
 */
const sorts = ['initials', 'spelled', 'sole', 'clean', 'near', 'doubtful'] as const;
type Sort = (typeof sorts)[number];
export type Ground = Sort | 'bare' | 'bare-known' | `placed-${Sort}`;
export const grounds: readonly Ground[] = [
  'bare',
  'bare-known',
  ...sorts,
  ...sorts.map((sort) => `placed-${sort}` as const),
];

/** The observation that the record's name states a place and the question none. */
export const STATED = 'place.not-said:stated';
const SPELLED = [
  'text.slip',
  'text.slip:heard',
  'text.added',
  'text.reordered',
  'text.inside',
  'sound.equal:apart',
  'sound.equal:joined',
];

const sortOf = (observed: Observed): Sort => {
  if (observed('key.initials') !== undefined) return 'initials';
  if (SPELLED.some((code) => observed(code) !== undefined)) return 'spelled';
  if (observed('clean') === undefined) return observed('conflicts') === 1 ? 'near' : 'doubtful';
  return observed('clean.sole') === undefined ? 'clean' : 'sole';
};

/** Gives the value of an observation of the candidate; undefined for one that was not made. */
type Observed = (feature: string) => number | undefined;

/** The ground of a candidate: whether a place stands beside the name, and what was observed of the candidate. */
export const groundOf = (placed: boolean, observed: Observed): Ground => {
  const sort = sortOf(observed);
  if (placed) return `placed-${sort}`;
  const bare = observed(STATED) !== undefined && observed('key.whole') === undefined;
  if (!bare || sort === 'initials' || sort === 'spelled') return sort;
  return observed('stated.obscure') === undefined ? 'bare-known' : 'bare';
};
