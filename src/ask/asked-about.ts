import type { Verdict } from '../../schema/verdict.ts';

/** Institutions that one question may be about: where more could be meant, it is about none of them. */
const MOST_MEANT = 5;

/**
 * The ids of those an answer is about: the institution that is meant, or those that could be meant where they are few. The made-up
 * institutions for integrators are left out.
 */
export const askedAbout = ({ identity }: Pick<Verdict, 'identity'>): readonly string[] => {
  const { institution, candidates } = identity;
  const meant = institution === null ? candidates : [institution];
  return meant.length > MOST_MEANT ? [] : meant.flatMap(({ id, test }) => (test === true ? [] : [id]));
};
