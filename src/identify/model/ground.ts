import type { Ground } from '../../../schema/lexicon/name-model.ts';
import { observationSets } from '../../../schema/lexicon/name-rules.ts';

type Sort = Exclude<Ground, 'bare' | 'bare-known' | `placed-${string}`>;

/** The observation that the record's name states a place and the question none. */
export const STATED = 'place.not-said:stated';
/** Its spelling or its sound is what agrees; what agrees often misleads. */
const { Spelled: SPELLED, Misleading: MISLEADING } = observationSets;

const sortOf = (observed: Observed): Sort => {
  if (observed('key.initials') !== undefined) return 'initials';
  const whole = observed('key.whole') !== undefined;
  if (!whole && MISLEADING.some((code) => observed(code) !== undefined))
    return observed('specialty.equal') === undefined ? 'misleading' : 'misleading-works';
  if (SPELLED.some((code) => observed(code) !== undefined))
    return observed('clean') === undefined ? 'spelled' : 'respelled';
  if (observed('directory-only') !== undefined && !whole)
    return observed('key.translation') === undefined ? 'obscure' : 'translated';
  if (observed('other-script:han') !== undefined) return 'worded';
  const covered = observed('covered.all') !== undefined;
  if (observed('clean') === undefined && observed('conflicts') === 1)
    return covered ? 'near-covered' : 'near';
  if (observed('clean') === undefined) return covered ? 'doubtful-covered' : 'doubtful';
  return observed('clean.sole') === undefined ? 'clean' : 'sole';
};

/** Grounds that a name without its town does not change. */
const OF_THEIR_OWN: ReadonlySet<Sort> = new Set([
  'initials',
  'misleading',
  'misleading-works',
  'spelled',
  'respelled',
  'obscure',
  'translated',
  'worded',
]);

/** 光明区人民医院 says where, without its city; so does a university whose own town it is (首都医科大学附属妇产医院). */
const SAYS_WHERE = ['key.whole', 'district.equal', 'stated.seat'];

/** Gives the value of an observation of the candidate; undefined for one that was not made. */
export type Observed = (feature: string) => number | undefined;

/** The ground of a candidate: whether a place stands beside the name, and what was observed of the candidate. */
export const groundOf = (placed: boolean, observed: Observed): Ground => {
  const sort = sortOf(observed);
  if (placed) return `placed-${sort}`;
  const said = SAYS_WHERE.some((code) => observed(code) !== undefined);
  const bare = observed(STATED) !== undefined && !said;
  if (!bare || OF_THEIR_OWN.has(sort)) return sort;
  return observed('stated.obscure') === undefined ? 'bare-known' : 'bare';
};
