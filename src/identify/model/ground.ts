/**
 * On what ground a candidate would be settled. Each ground has its own operating point, since the same probability errs unlike on each:
 *
 * - `bare`: asked alone, by a name without the town that the record's name states (玛丽医院 for 海口玛丽医院): it may be another town's;
 * - `spelled`: its spelling or its sound is what agrees: characters lost, swapped or wrong, or pinyin;
 * - `clean`: no compared part leaves a doubt;
 * - `doubtful`: some part does.
 *
 * With a place stated beside the name the last three are others of their own.
 */
export const grounds = [
  'bare',
  'spelled',
  'clean',
  'doubtful',
  'placed-spelled',
  'placed-clean',
  'placed-doubtful',
] as const;
export type Ground = (typeof grounds)[number];

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

/** The ground of a candidate: whether a place stands beside the name, and what was observed of the candidate. */
export const groundOf = (placed: boolean, observed: (feature: string) => boolean): Ground => {
  const sort = SPELLED.some(observed) ? 'spelled' : observed('clean') ? 'clean' : 'doubtful';
  if (placed) return `placed-${sort}`;
  return observed(STATED) && !observed('key.whole') ? 'bare' : sort;
};
