/**
 * Where a record belongs. `join`: to that institution; `create`: to none yet, so a new one is made; `wait`: it has no name or
 * number to decide by. `home`: the institution the row is filed under; another than `institution` only where that one was merged
 * into it. `toReview`: institutions a person should compare it with.
 */
export type LinkDecision = Readonly<{
  decision: 'join' | 'create' | 'wait';
  institution: string | null;
  home: string | null;
  why: string;
  toReview: readonly string[];
}>;

type Hit = Readonly<{ institution: string; bearer: string }>;

/** Each institution once, in an order that depends on nothing but their ids. */
export const distinctInstitutions = (
  matches: readonly Readonly<{ institution: string }>[],
): readonly string[] => [...new Set(matches.map(({ institution }) => institution).sort())];

/**
 * Joins the first of the institutions hit. The row goes to the one whose own rows were hit, so that it goes with them should a
 * merger be taken back.
 */
export const joinFirst = (hits: readonly Hit[], why: string): LinkDecision => {
  const [institution = null, ...toReview] = distinctInstitutions(hits);
  const bearers = hits.filter((hit) => hit.institution === institution).map(({ bearer }) => bearer);
  const home = bearers.includes(institution ?? '') ? institution : (bearers.sort()[0] ?? institution);
  return { decision: 'join', institution, home, why, toReview: toReview };
};

/** A new institution, which a person may compare with these. */
export const createNew = (toReview: readonly string[], why: string): LinkDecision => ({
  decision: 'create',
  institution: null,
  home: null,
  why,
  toReview: toReview,
});
